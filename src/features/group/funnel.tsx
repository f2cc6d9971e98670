import { View } from '@tarojs/components';
import type { ShareItemKind, ShareNumbers } from '@contract';
import { aria } from '@/lib/aria';
import { funnelOf } from './group-words';
import './group.css';

/** How many people opened, came, did it: four bars of one measure, each with its word and its number. */
export function Funnel({ itemKind, numbers }: { itemKind: ShareItemKind; numbers: ShareNumbers }) {
  const steps = funnelOf(itemKind, numbers);
  const most = Math.max(1, ...steps.map(({ people }) => people));
  return (
    <View className="group-funnel">
      {steps.map(({ word, people }, index) => (
        <View key={word} className={`group-step ${index === steps.length - 1 ? 'group-step-last' : ''}`} {...aria({ label: `${word} ${people} 人` })}>
          <View className="group-step-word u-sub">{word}</View>
          <View className="group-step-room"><View className="group-step-fill" style={{ width: `${Math.round((people / most) * 100)}%` }} /></View>
          <View className="group-step-people u-mid u-bold">{people} 人</View>
        </View>
      ))}
    </View>
  );
}
