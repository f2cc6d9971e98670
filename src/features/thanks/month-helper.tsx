import { View } from '@tarojs/components';
import type { MonthHelperView } from '@contract';
import { Card } from '@/components/card/card';
import { SectionHead } from '@/components/section-head/section-head';

/** Everybody who is named, side by side in one frame, so that nobody stands first; below, words that both sides allowed. */
export function MonthHelpers({ helpers }: { helpers: readonly MonthHelperView[] }) {
  const told = helpers.filter(({ words }) => words !== null);
  return (
    <View>
      {helpers.length > 0 && <Card><View className="u-row u-wrap u-gap4">{helpers.map(({ name }, index) => <View key={`${name}${index}`} className="u-h3 u-break">{name}</View>)}</View></Card>}
      {told.length > 0 && <SectionHead title="说给他们的话" />}
      <View className="u-stack">
        {told.map(({ name, words }) => (
          <Card key={`${name}${words}`}>
            <View className="u-body u-break u-hang">“{words}”</View>
            <View className="u-cap u-mt2">说给{name}</View>
          </Card>
        ))}
      </View>
    </View>
  );
}
