import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { GroupKeeping } from '@/features/group/group-keeping';
import { GroupShares } from '@/features/group/group-shares';
import { GroupThings } from '@/features/group/group-things';
import { digestText } from '@/features/group/share-texts';
import { TextSheet } from '@/features/group/text-sheet';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** One group: what was brought there and what came of it, what else is needed, who keeps it. */
export default function GroupPage() {
  const groupId = readQuery(useRouter().params, 'id') ?? '';
  return <Screen title="群"><MemberGate back="myGroups">{() => <GroupBody groupId={groupId} />}</MemberGate></Screen>;
}

function GroupBody({ groupId }: { groupId: string }) {
  const [isDigest, setDigest] = useState(false);
  const query = useApiQuery('group.get', { groupId });
  const shares = useApiQuery('share.ofGroup', { groupId });
  const things = useApiQuery('share.things', { groupId }, { isEnabled: query.data?.isMine === true });
  const refresh = async (): Promise<void> => { await Promise.all([query.refresh(), shares.refresh(), ...(query.data?.isMine === true ? [things.refresh()] : [])]); };
  useListPage({ refresh });
  if (query.failure !== null) return <ErrorState failure={query.failure} onRetry={() => void refresh()} />;
  const group = query.data;
  if (group === undefined) return <SkeletonList kind="row" count={4} />;
  return (
    <View>
      <View className="u-title u-break">{group.name}</View>
      <View className="u-cap u-mt1">{group.areaName}</View>
      {group.state === 'ended' && <View className="u-mt4"><Notice tone="warn">{group.note === '' ? '不再绑着了。' : `不再绑着了：${group.note}`}</Notice></View>}
      <View className="u-mt4"><GroupShares group={group} shares={shares} /></View>
      {group.isMine && things.data !== undefined && things.data.length > 0 && (
        <View className="u-mt4"><LinkRow icon="text" note="附近在等什么，写好了一段，复制到群里" onClick={() => setDigest(true)}>这周的一段话</LinkRow></View>
      )}
      {isDigest && <TextSheet isOpen title="这周的一段话" text={digestText(group.communityName, things.data ?? [], shares.data ?? [], serverNowMs())} onClose={() => setDigest(false)} />}
      {group.isMine && <GroupThings groupId={groupId} things={things} sharedIds={(shares.data ?? []).map(({ itemId }) => itemId)} />}
      {group.state === 'bound' && <GroupKeeping group={group} isStaff={group.canRemoveOwner} />}
    </View>
  );
}
