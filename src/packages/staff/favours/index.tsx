import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CircleView, FavourReportView, MeView } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { CircleCard, FreezeRow } from '@/features/favour/circle-card';
import { isCommunity, workPlaceOf } from '@/features/member/work-place';
import { AreaDrill, type AreaRef } from '@/features/member/area-drill';
import { MemberGate } from '@/features/member/member-gate';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 互相确认: who mostly confirm each other, in figures; nothing follows from it by itself. */
export default function FavoursPage() {
  return (
    <Screen title="互相确认">
      <MemberGate back="staffFavours" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Favours me={me} />}</MemberGate>
    </Screen>
  );
}

function Favours({ me }: { me: MeView }) {
  const [path, setPath] = useState<readonly AreaRef[]>([workPlaceOf(me)]);
  const place = path.at(-1) ?? workPlaceOf(me);
  return (
    <View>
      {!isCommunity(workPlaceOf(me).areaId) && <View className="u-mt2"><AreaDrill path={path} onChange={setPath} /></View>}
      {isCommunity(place.areaId) ? <CommunityReport key={place.areaId} communityId={place.areaId} /> : <EmptyState scene="branch" title="先选一个社区" note="名单是一个社区一份。" />}
    </View>
  );
}

function CommunityReport({ communityId }: { communityId: string }) {
  const query = useApiQuery('favour.report', { communityId });
  useListPage(query);
  if (query.isLoading) return <SkeletonList count={3} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return <Report communityId={communityId} report={query.data} />;
}

function Report({ communityId, report }: { communityId: string; report: FavourReportView }) {
  const nowMs = serverNowMs();
  const { freezes, periodDays, madeAtMs, rules, isPartial } = report;
  const circles = report.circles.filter(({ look }) => look?.isQuiet !== true);
  const quiet = report.circles.filter(({ look }) => look?.isQuiet === true);
  const cards = (shown: readonly CircleView[]) => <View className="u-stack">{shown.map((circle) => <CircleCard key={circle.circleId} circle={circle} periodDays={periodDays} onOpen={() => void openPage('staffCircle', { id: circle.circleId, areaId: communityId })} />)}</View>;
  return (
    <View>
      <View className="u-sub u-mt2">数的是最近 {periodDays} 天谁确认了谁。名单只是提个醒：先打电话问问，什么都不会自动发生。</View>
      {freezes.length > 0 && <SectionHead title="积分先放着的" />}
      <View className="u-stack">{freezes.map((freeze) => <FreezeRow key={freeze.freezeId} freeze={freeze} nowMs={nowMs} onOpen={() => void openPage('staffFreeze', { id: freeze.freezeId })} />)}</View>
      <SectionHead title="大多互相确认的" note={madeAtMs === null ? undefined : `${formatMoment(madeAtMs, nowMs)} 算的`} />
      {circles.length === 0 && <EmptyState scene="branch" title={madeAtMs === null ? '还没算过' : quiet.length > 0 ? '没有新的' : '没有这样的'} note={madeAtMs === null ? '每天夜里三点起算一遍。' : '邻居们帮的是各种各样的人。'} />}
      {cards(circles)}
      {quiet.length > 0 && <SectionHead title="问过了的" note="再多起来会回到上面" />}
      {cards(quiet)}
      {isPartial && <View className="u-mt3"><Notice tone="info">最清楚的排在前面，后面还有没列的。</Notice></View>}
      <View className="u-cap u-mt4">2–4 个人，你帮我我帮你，或者一个帮一个转回来（每一段至少 {rules.minEachWay} 次）、一共至少 {rules.minConfirmations} 次、占他们全部的 {rules.sharePercent}% 以上，才列在这里。女儿天天给隔壁老人送饭，是单方面的帮忙，不算。</View>
    </View>
  );
}
