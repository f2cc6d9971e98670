import { View } from '@tarojs/components';
import type { PointRules } from '@contract';
import { KeyValue } from '@/components/key-value/key-value';
import { limitSentences, paidKinds } from './rule-words';

/** What brings how much, and the limits. */
export function RulesCard({ rules }: { rules: PointRules }) {
  return (
    <View>
      <KeyValue figures rows={paidKinds(rules).map(({ label, points }) => ({ label, value: `${points} 分` }))} />
      {limitSentences(rules).map((sentence) => <View key={sentence} className="u-cap u-mt2">{sentence}</View>)}
    </View>
  );
}
