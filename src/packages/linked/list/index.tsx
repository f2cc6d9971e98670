import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MeView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { LinkedCard } from '@/features/linked/linked-card';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const STAFF: ReadonlySet<string> = new Set(['administrator', 'staff', 'socialWorker']);

/** 公开募捐: campaigns of certified charities, given to on their platform. */
export default function LinkedListPage() {
  return <Screen title="公开募捐"><MemberGate back="linkedList">{(me) => <Linked me={me} />}</MemberGate></Screen>;
}

const open = (linkedId: string): void => void openPage('linked', { id: linkedId });

function Linked({ me }: { me: MeView }) {
  const [isEnded, setEnded] = useState(false);
  const pages = useApiPages('linked.list', { isEnded });
  useListPage(pages);
  return (
    <View>
      <Notice tone="info" icon="share">这里只告诉您有这么一场。钱在民政部指定的平台上给，邻愿不经手。</Notice>
      {me.roles.some(({ role }) => STAFF.has(role)) && <StaffPart />}
      <View className="u-mt4"><ChipWrap><Chip on={!isEnded} onClick={() => setEnded(false)}>正在募捐</Chip><Chip on={isEnded} onClick={() => setEnded(true)}>已经结束</Chip></ChipWrap></View>
      <View className="u-mt4">
        {pages.isLoading && <SkeletonList kind="row" count={3} />}
        {!pages.isLoading && pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
        {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title={isEnded ? '还没有结束的' : '现在没有公开募捐'} note={isEnded ? '结束以后，去向的链接也留在这里。' : '有慈善组织和社区一起办的，核对过就放在这里。'} />}
        <View className="u-stack">{pages.items.map((campaign) => <LinkedCard key={campaign.linkedId} campaign={campaign} onOpen={() => open(campaign.linkedId)} />)}</View>
        {pages.items.length > 0 && <ListFoot pages={pages} />}
      </View>
    </View>
  );
}

/** What waits for a second look, and the way to enter one. */
function StaffPart() {
  const waiting = useApiPages('linked.waiting', {});
  return (
    <View className="u-mt4">
      <LinkRow icon="plus" note="慈善组织已经备案、已经上平台的" onClick={() => void openPage('editLinked')}>登记一场</LinkRow>
      {waiting.items.length > 0 && <SectionHead title="等另一位核对" count={waiting.items.length} />}
      <View className="u-stack">{waiting.items.map((campaign) => <LinkedCard key={campaign.linkedId} campaign={campaign} onOpen={() => open(campaign.linkedId)} />)}</View>
    </View>
  );
}
