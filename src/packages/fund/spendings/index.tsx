import { View } from '@tarojs/components';
import type { SpendingRowView } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { SpendingList } from '@/features/spending/spending-list';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 用款: what waits for me, what I asked for. */
export default function SpendingsPage() {
  return <Screen title="用款"><MemberGate back="spendings">{() => <Spendings />}</MemberGate></Screen>;
}

function Spendings() {
  const waiting = useApiQuery('spending.waiting', {});
  const mine = useApiQuery('spending.mine', {});
  const refresh = async (): Promise<void> => { await Promise.all([waiting.refresh(), mine.refresh()]); };
  useListPage({ refresh });
  const failure = waiting.failure ?? mine.failure;
  if (failure !== null) return <ErrorState failure={failure} onRetry={() => void refresh()} />;
  if (waiting.data === undefined || mine.data === undefined) return <SkeletonList kind="row" count={4} />;
  if (waiting.data.length === 0 && mine.data.length === 0) return <EmptyState scene="branch" title="没有用款在等您" note="在基金项目里提的用款，和要您看的，都会在这里。" link={{ text: '看看社区发展基金', onClick: () => void openPage('fund') }} />;
  return (
    <View>
      <Section title="等您办" rows={waiting.data} empty="没有在等您的。" />
      {mine.data.length > 0 && <Section title="我提的" rows={mine.data} empty="" />}
    </View>
  );
}

function Section({ title, rows, empty }: { title: string; rows: readonly SpendingRowView[]; empty: string }) {
  return (
    <View>
      <SectionHead title={title} {...(rows.length > 0 ? { count: rows.length } : {})} />
      {rows.length === 0 ? <View className="u-sub">{empty}</View> : <SpendingList withHost rows={rows} nowMs={serverNowMs()} onOpen={(id) => void openPage('spending', { id })} />}
    </View>
  );
}
