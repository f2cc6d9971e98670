import { View } from '@tarojs/components';
import type { ReviewView } from '@contract';
import { Icon } from '@/components/icon/icon';
import './review.css';

/** What the program looked at before a person does; anything doubtful is ochre and has a question mark. */
export function CheckList({ checks }: { checks: ReviewView['checks'] }) {
  if (checks.length === 0) return null;
  return (
    <View className="rev-checks">
      {checks.map((check) => (
        <View key={check.text} className={`rev-check ${check.isOk ? 'u-green' : 'u-ochre'}`}>
          <Icon name={check.isOk ? 'check' : 'ask'} size={18} />
          <View className="u-grow">{check.text}</View>
        </View>
      ))}
    </View>
  );
}
