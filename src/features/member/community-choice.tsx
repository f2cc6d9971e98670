import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { MeView, Role } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { AreaDrill, type AreaRef } from './area-drill';
import { useChosenCommunity } from './chosen-community';
import { beginAt, isCommunity, STAFF_ROLES, workPlaceOf } from './work-place';

interface CommunityChoiceProps {
  readonly me: MeView;
  /** Roles that see more than their home. */
  readonly roles?: readonly Role[];
  readonly children: (community: AreaRef) => ReactNode;
}

/** Where the reader stands in the part of the tree that is theirs: the way down, of which the last may not be a community yet. */
export function useWorkPath(me: MeView, roles: readonly Role[] = STAFF_ROLES): { readonly path: readonly AreaRef[]; readonly now: AreaRef; readonly choose: (path: readonly AreaRef[]) => void } {
  const chosen = useChosenCommunity();
  const place = workPlaceOf(me, roles);
  const isMine = chosen.memberId === me.memberId && chosen.path[0]?.areaId === place.areaId;
  const path = isMine ? chosen.path : beginAt(me, roles);
  return { path, now: path.at(-1) ?? place, choose: (next) => chosen.choose(me.memberId, next) };
}

/** One community: one's own; whoever holds a role for a street or district goes down to any of it. */
export function CommunityChoice({ me, roles = STAFF_ROLES, children }: CommunityChoiceProps) {
  const { path, now, choose } = useWorkPath(me, roles);
  const [top] = path;
  if (top === undefined || isCommunity(top.areaId)) return <>{children(now)}</>;
  return (
    <View>
      <View className="u-mt2"><AreaDrill path={path} onChange={choose} /></View>
      {isCommunity(now.areaId) ? <View key={now.areaId} className="u-mt3">{children(now)}</View> : <EmptyState scene="branch" title="先选一个社区" note={`${now.name}有好几个社区，一次看一个。`} />}
    </View>
  );
}
