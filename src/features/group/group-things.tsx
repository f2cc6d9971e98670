import { View } from '@tarojs/components';
import type { ShareItemKind } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { formatDate, formatDeadline } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';

const SHOWN = 5;

interface Thing {
  readonly itemKind: ShareItemKind;
  readonly itemId: string;
  readonly title: string;
  readonly note: string;
}

/** What is near and needed: wishes of the community that nobody has taken, and what one can still sign up for. */
export function GroupThings({ groupId, communityId, sharedIds }: { groupId: string; communityId: string; sharedIds: readonly string[] }) {
  const wishes = useApiPages('wish.wall', { sort: 'soon', status: 'claimable', within: 'community', communityId });
  const shifts = useApiPages('activity.list', { fromDay: null, toDay: null, kind: null });
  const failure = wishes.failure ?? shifts.failure;
  if (failure !== null) return <ErrorState failure={failure} onRetry={() => void Promise.all([wishes.refresh(), shifts.refresh()])} />;
  if (wishes.isLoading || shifts.isLoading) return <SkeletonList kind="row" count={3} />;
  const nowMs = serverNowMs();
  const isNew = ({ itemId }: Thing): boolean => !sharedIds.includes(itemId);
  const asked: readonly Thing[] = wishes.items.map((wish) => ({ itemKind: 'wish' as const, itemId: wish.wishId, title: wish.title, note: `还差 ${wish.shares.left} 份 · ${formatDeadline(wish.windowEndMs, nowMs)}` })).filter(isNew).slice(0, SHOWN);
  const soon: readonly Thing[] = shifts.items.filter(({ seatsLeft }) => seatsLeft > 0).map((shift) => ({ itemKind: 'shift' as const, itemId: shift.shiftId, title: shift.title, note: `${formatDate(shift.startsAtMs, nowMs)} · 还差 ${shift.seatsLeft} 人` })).filter(isNew).slice(0, SHOWN);
  if (asked.length === 0 && soon.length === 0) return <View className="u-sub u-mt4">眼下没有要转的：心愿都有人接了，活动也都满了。过两天再来看看。</View>;
  return (
    <View>
      <ThingList groupId={groupId} title="等人接的心愿" things={asked} />
      <ThingList groupId={groupId} title="还差人的活动" things={soon} />
    </View>
  );
}

function ThingList({ groupId, title, things }: { groupId: string; title: string; things: readonly Thing[] }) {
  if (things.length === 0) return null;
  return (
    <View>
      <SectionHead title={title} note="点一件，转到群里" />
      <View className="u-stack">{things.map(({ itemKind, itemId, title: words, note }) => <LinkRow key={itemId} icon={itemKind === 'wish' ? 'wish' : 'calendar'} note={note} onClick={() => openPage('groupShare', { id: groupId, itemKind, itemId, title: words })}>{words}</LinkRow>)}</View>
    </View>
  );
}
