import { View } from '@tarojs/components';
import { Fruit } from '@/components/share-dots/share-dots';
import type { ShareState } from '@/drawings';
import { aria } from '@/lib/aria';
import './big-answer.css';

export interface BigAnswerOption<V extends string> {
  value: V;
  title: string;
  note?: string;
  /** A full, half or hollow persimmon says it in a picture. */
  fruit?: ShareState;
  /** Filled while nothing is chosen: what most people come to say. */
  isLikely?: boolean;
}

export interface BigAnswerProps<V extends string> {
  options: ReadonlyArray<BigAnswerOption<V>>;
  value: V | null;
  onChange: (value: V) => void;
  /** Told to screen readers. */
  label?: string;
}

/** One question, answered by one of two or three tiles that cannot be missed. */
export function BigAnswer<V extends string>({ options, value, onChange, label }: BigAnswerProps<V>) {
  return (
    <View className="ly-answers" {...aria({ label })}>
      {options.map((option) => {
        const on = option.value === value;
        const isLead = value === null && option.isLikely === true;
        return (
          <View key={option.value} className={`ly-answer ${on ? 'ly-answer-on' : ''} ${isLead ? 'ly-answer-lead' : ''}`} onClick={() => onChange(option.value)} {...aria({ role: 'radio', label: option.title, checked: on })}>
            {option.fruit !== undefined && <Fruit state={option.fruit} size={34} />}
            <View className="ly-answer-title">{option.title}</View>
            {option.note !== undefined && <View className="u-cap">{option.note}</View>}
          </View>
        );
      })}
    </View>
  );
}
