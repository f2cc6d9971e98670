import { View } from '@tarojs/components';
import type { MeView, PointsView } from '@contract';
import { Card } from '@/components/card/card';
import { Drawing } from '@/components/drawing/drawing';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { TrendChart } from '@/components/trend-chart/trend-chart';
import { MyFreeze } from '@/features/favour/my-freeze';
import { MemberGate } from '@/features/member/member-gate';
import { EntryList } from '@/features/points/entry-list';
import { trendSummary, trendValues } from '@/features/points/trend-words';
import { Validity } from '@/features/points/validity';
import { WaysToEarn } from '@/features/points/ways-to-earn';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的积分: how many, how they grew, until when they are valid, where each came from. */
export default function PointsPage() {
  return (
    <Screen title="我的积分">
      <MemberGate back="points">{(me) => <MyPoints me={me} />}</MemberGate>
    </Screen>
  );
}

function MyPoints({ me }: { me: MeView }) {
  const points = useApiQuery('points.mine', {});
  const entries = useApiPages('points.entries', {});
  useListPage({ refresh: () => Promise.all([points.refresh(), entries.refresh()]), loadMore: entries.loadMore });
  const nowMs = serverNowMs();
  if (points.isLoading) return <SkeletonList count={3} />;
  if (points.data === undefined) return <ErrorState failure={points.failure} onRetry={() => void points.refresh()} />;
  const view = points.data;
  const heldIds = new Set(view.pending.filter(({ isHeld }) => isHeld === true).map(({ entryId }) => entryId));
  return (
    <View>
      <Balance points={view} nowMs={nowMs} />
      <MyFreeze />
      <View className="u-mt5"><Card><LinkRow icon="gift" note="先留分再去取，没取会退回来" onClick={() => void openPage('gifts')}>换礼物</LinkRow><LinkRow icon="calendar" note="写不写上您的名字，由您定" onClick={() => void openPage('thanksMonth')}>月度感谢页</LinkRow></Card></View>
      {view.trend.some((month) => month.points > 0) && (
        <View className="pts-card u-mt5">
          <View className="u-bold">半年来慢慢攒的</View>
          <TrendChart points={trendValues(view.trend)} summary={trendSummary(view.trend)} />
        </View>
      )}
      {view.points > 0 && (
        <View>
          <SectionHead title="用到什么时候" />
          <Validity points={view} nowMs={nowMs} />
        </View>
      )}
      <SectionHead title="怎么来的" />
      <EntryList entries={entries} heldIds={heldIds} nowMs={nowMs} />
      <WaysToEarn communityName={me.communityName} />
    </View>
  );
}

/** The figure, and what is on its way with the day on which the last of it arrives. */
function Balance({ points, nowMs }: { points: PointsView; nowMs: number }) {
  const dueAtMs = points.pending.reduce((latest, entry) => (entry.isHeld === true ? latest : Math.max(latest, entry.dueAtMs ?? 0)), 0);
  return (
    <View className="pts-head">
      <View className="pts-branch"><Drawing name="branch" size={150} /></View>
      <View className="u-sub">现在有</View>
      <View className="pts-balance">
        <View className="u-figure">{points.points}</View>
        <View className="u-h3">分</View>
      </View>
      {points.pendingPoints > 0 && (
        <View className="pts-status">
          <Tag tone="green" icon="clock">{points.pendingPoints} 分待确认</Tag>
          {dueAtMs > 0 && <View className="u-sub">{formatDate(dueAtMs, nowMs)}到齐</View>}
        </View>
      )}
    </View>
  );
}
