import { View } from '@tarojs/components';
import { SHARE_ITEM_KINDS, type ShareItemKind, type ShareSightView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import type { ApiQuery } from '@/lib/use-api';
import { KIND_WORDS, sightLine } from './share-kinds';

const SHOWN = 5;

/** What is near and needed and was not brought here yet, kind by kind. */
export function GroupThings({ groupId, things, sharedIds }: { groupId: string; things: ApiQuery<readonly ShareSightView[]>; sharedIds: readonly string[] }) {
  if (things.failure !== null) return <ErrorState failure={things.failure} onRetry={() => void things.refresh()} />;
  if (things.data === undefined) return <SkeletonList kind="row" count={3} />;
  const fresh = things.data.filter(({ itemId }) => !sharedIds.includes(itemId));
  if (fresh.length === 0) return <View className="u-sub u-mt4">{things.data.length === 0 ? '眼下没有要转的：心愿都有人接了，活动也都满了。过两天再来看看。' : '附近在等的，都转过了。有新的会写在这里。'}</View>;
  return <View>{SHARE_ITEM_KINDS.map((kind) => <ThingList key={kind} groupId={groupId} kind={kind} things={fresh.filter(({ itemKind }) => itemKind === kind).slice(0, SHOWN)} />)}</View>;
}

function ThingList({ groupId, kind, things }: { groupId: string; kind: ShareItemKind; things: readonly ShareSightView[] }) {
  if (things.length === 0) return null;
  const { icon, listTitle } = KIND_WORDS[kind];
  return (
    <View>
      <SectionHead title={listTitle} note="点一件，转到群里" />
      <View className="u-stack">{things.map((thing) => <LinkRow key={thing.itemId} icon={icon} note={sightLine(thing, serverNowMs())} onClick={() => openPage('groupShare', { id: groupId, itemKind: kind, itemId: thing.itemId })}>{thing.title}</LinkRow>)}</View>
    </View>
  );
}
