import { View } from '@tarojs/components';
import { Fruit } from '@/components/share-dots/share-dots';
import type { ShareState } from '@/drawings';
import { aria } from '@/lib/aria';
import './strip.css';

export interface StripProps {
  title: string;
  note?: string;
  fruit?: ShareState;
  actionText?: string;
  onAction?: () => void;
}

/** A dark strip over the foot of the page: something just happened, and one thing can be done about it. */
export function Strip({ title, note, fruit, actionText, onAction }: StripProps) {
  return (
    <View className="ly-strip" {...aria({ role: 'alert' })}>
      {fruit !== undefined && <Fruit state={fruit} size={30} />}
      <View className="u-grow">
        <View className="u-mid u-bold">{title}</View>
        {note !== undefined && <View className="ly-strip-note">{note}</View>}
      </View>
      {actionText !== undefined && (
        <View className="ly-strip-action" onClick={onAction} {...aria({ role: 'button' })}>{actionText}</View>
      )}
    </View>
  );
}
