import { View } from '@tarojs/components';
import { SERVICE_ODDITY_LABEL, type ServiceOddityView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { formatMinutes } from '@/lib/format';

/** Something that stands out, with its numbers; a reason to ask, never a verdict. */
export function OddityRow({ oddity, onOpen }: { oddity: ServiceOddityView; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-wrap u-gap2"><Tag tone="ochre">{SERVICE_ODDITY_LABEL[oddity.kind]}</Tag><View className="u-cap">{oddity.records} 条 · {formatMinutes(oddity.minutes)}</View></View>
      <View className="u-h3 u-mt2 u-break">{oddity.withName === null ? oddity.name : `${oddity.name} 和 ${oddity.withName}`}</View>
      <View className="u-sub u-mt1 u-break">{oddity.reasonText}</View>
    </Card>
  );
}
