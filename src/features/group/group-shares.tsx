import { View } from '@tarojs/components';
import type { GroupView, ShareCodeView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import type { ApiQuery } from '@/lib/use-api';
import { Funnel } from './funnel';
import { shareState, thanksLine } from './group-words';

/** What was brought into a group, and what came of it. */
export function GroupShares({ group, shares }: { group: GroupView; shares: ApiQuery<readonly ShareCodeView[]> }) {
  if (shares.failure !== null) return <ErrorState failure={shares.failure} onRetry={() => void shares.refresh()} />;
  if (shares.data === undefined) return <SkeletonList kind="row" count={2} />;
  return (
    <View>
      <View className="u-body">{thanksLine(shares.data)}</View>
      {shares.data.length > 0 && <SectionHead title="转过的" count={shares.data.length} note="只有数字，没有名单" />}
      <View className="u-stack">{shares.data.map((share) => <ShareRow key={share.code} group={group} share={share} />)}</View>
    </View>
  );
}

function ShareRow({ group, share }: { group: GroupView; share: ShareCodeView }) {
  const isOpen = group.isMine && share.standing === 'open' && share.isCounting;
  return (
    <Card>
      <View className="u-h3 u-break">{share.standing === 'gone' ? '已经看不到了' : share.title}</View>
      <View className="u-cap u-mt1">{shareState(share)}</View>
      <View className="u-mt3"><Funnel itemKind={share.itemKind} numbers={share.numbers} /></View>
      {isOpen && <View className="u-mt3"><Button kind="secondary" size="small" icon="share" onClick={() => openPage('groupShare', { id: group.groupId, itemKind: share.itemKind, itemId: share.itemId })}>再转一次</Button></View>}
    </Card>
  );
}
