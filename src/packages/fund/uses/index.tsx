import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { UseEditor } from '@/features/spending/use-editor';
import { UseRows } from '@/features/spending/use-rows';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 用途表 (五准五不准): what money of the community may and may not be spent on. */
export default function UseTablePage() {
  const areaId = readQuery(useRouter().params, 'areaId') ?? null;
  return <MemberGate back="useTable">{() => <UseTable areaId={areaId} />}</MemberGate>;
}

function UseTable({ areaId }: { areaId: string | null }) {
  const query = useApiQuery('uses.get', { areaId });
  const [isEditing, setEditing] = useState(false);
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="用途表">{query.failure === null ? <SkeletonList kind="row" count={6} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  const table = query.data;
  if (isEditing) return <UseEditor table={table} onDone={() => setEditing(false)} />;
  const [allowed, forbidden] = [table.rows.filter((row) => row.isAllowed), table.rows.filter((row) => !row.isAllowed)];
  return (
    <Screen title="用途表" bottom={table.canEdit ? <BottomBar><Button onClick={() => setEditing(true)}>{allowed.length === 0 ? '填这张表' : '改这张表'}</Button></BottomBar> : undefined}>
      <View className="u-sub">大家的钱、项目的钱，准花在哪里、不准花在哪里。每笔用款都对着它看。</View>
      <SectionHead title="准" {...(allowed.length > 0 ? { count: allowed.length } : {})} />
      {allowed.length === 0 ? <View className="u-sub">街道还没填，填了才能提用款。</View> : <UseRows rows={allowed} />}
      <SectionHead title="不准" count={forbidden.length} />
      <UseRows rows={forbidden} />
    </Screen>
  );
}
