import { View } from '@tarojs/components';
import type { PointsEntryView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import type { ApiPages } from '@/lib/use-api';
import { PointsEntryRow } from './points-entry-row';
import './points.css';

/** The ledger, newest first, as far as it was scrolled. */
export function EntryList({ entries, heldIds, nowMs }: { entries: ApiPages<PointsEntryView>; heldIds: ReadonlySet<string>; nowMs: number }) {
  if (entries.isLoading) return <SkeletonList count={2} />;
  if (entries.failure !== null) return <ErrorState failure={entries.failure} onRetry={() => void entries.refresh()} />;
  if (entries.items.length === 0) {
    return (
      <EmptyState
        scene="basket"
        title="还没有记录"
        note="帮邻居送到一次，就有第一笔。"
        action={<Button onClick={() => void openPage('wishes')}>看看谁要帮忙</Button>}
      />
    );
  }
  return (
    <View>
      <View className="pts-card pts-list">
        {entries.items.map((entry) => <PointsEntryRow key={entry.entryId} entry={{ ...entry, isHeld: heldIds.has(entry.entryId) }} nowMs={nowMs} />)}
      </View>
      <ListFoot pages={entries} />
    </View>
  );
}
