import { View } from '@tarojs/components';
import type { CircleFactsView, CircleView } from '@contract';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { serverNowMs } from '@/lib/server-clock';
import { factsLine, freezeDraft, lookLine, namesLine, wayLine } from './favour-words';
import { FineSheet } from './fine-sheet';
import { FreezeSheet } from './freeze-sheet';

/** What was counted, direction by direction. */
export function Evidence({ facts, periodDays }: { facts: CircleFactsView; periodDays: number }) {
  return (
    <Card>
      <View className="u-body u-break">{factsLine(facts, periodDays)}</View>
      {facts.ways.map((way) => <View key={`${way.byName}${way.forName}`} className="u-sub u-mt2 u-break">· {wayLine(way)}</View>)}
      {facts.ratings > 0 && <View className="u-sub u-mt2">· 这里面认真写了评价的有 {facts.ratings} 次</View>}
      <View className="u-cap u-mt3">数的是确认的次数，不知道为什么。</View>
    </Card>
  );
}

/** Some people who mostly confirm each other: the figures, what to do first, and the one step there is. */
export function CircleScreen({ communityId, circle, periodDays }: { communityId: string; circle: CircleView; periodDays: number }) {
  return (
    <View>
      <View className="u-display u-mt2 u-break">{namesLine(circle.people.map(({ name }) => name))}</View>
      <SectionHead title="数出来的" />
      <Evidence facts={circle} periodDays={periodDays} />
      <SectionHead title="先打个电话" />
      <View className="u-body">问问都是些什么事。轮流照看老人、拼着带孩子，也会互相确认很多次，那就什么都不用做。</View>
      {circle.look !== null && <View className="u-mt3"><Notice tone={circle.look.isQuiet ? 'good' : 'info'}>{lookLine(circle.look, serverNowMs())}</Notice></View>}
      <View className="u-stack u-mt5">
        {!circle.isOwn && <FineSheet communityId={communityId} circleId={circle.circleId} />}
        {circle.isOwn ? <Notice tone="info">这里面有您自己，请另一位同事来看。</Notice> : <FreezeSheet communityId={communityId} circleId={circle.circleId} reasonDraft={freezeDraft(circle, periodDays)} />}
      </View>
      {!circle.isOwn && <View className="u-cap u-mt3">他们会看到为什么、到哪一天，也能说一句；由另一位同事来答复。</View>}
    </View>
  );
}
