import { View } from '@tarojs/components';
import type { CircleView, FreezeRowView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { factsLine, lookLine, namesLine } from './favour-words';

/** Some people and what was counted of them. */
export function CircleCard({ circle, periodDays, onOpen }: { circle: CircleView; periodDays: number; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-mid u-bold u-break">{namesLine(circle.people.map(({ name }) => name))}</View>
      <View className="u-body u-mt1 u-break">{factsLine(circle, periodDays)}</View>
      {circle.look !== null && <View className="u-sub u-mt1 u-break">{lookLine(circle.look, serverNowMs())}</View>}
      {circle.isOwn && <View className="u-mt2"><Tag tone="ochre" icon="user">有您自己，请同事来看</Tag></View>}
    </Card>
  );
}

/** Points that wait now: whose, until when, and whether somebody said something. */
export function FreezeRow({ freeze, nowMs, onOpen }: { freeze: FreezeRowView; nowMs: number; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-mid u-bold u-break">{namesLine(freeze.names)}</View>
      <View className="u-row u-wrap u-gap2 u-mt2">
        <Tag tone="blue" icon="clock">放到 {formatDate(freeze.untilMs, nowMs)}</Tag>
        {freeze.openAppeals > 0 && <Tag tone="accent" icon="flag">{freeze.openAppeals} 人说了话，等答复</Tag>}
      </View>
    </Card>
  );
}
