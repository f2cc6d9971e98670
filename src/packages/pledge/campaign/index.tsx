import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { CampaignPledge, RefuseSheet } from '@/features/pledge/answer-part';
import { readQuery } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 邻居出的: what was promised to one campaign, for whoever answers for it and staff. */
export default function CampaignPledgesPage() {
  const campaignId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="邻居出的">
      <MemberGate back="home">{() => <Pledges campaignId={campaignId} />}</MemberGate>
    </Screen>
  );
}

function Pledges({ campaignId }: { campaignId: string }) {
  const pages = useApiPages('pledge.ofCampaign', { campaignId }, { isAlwaysFresh: true });
  const [openId, setOpenId] = useState<string | null>(null);
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={3} />;
  if (pages.failure !== null && pages.items.length === 0) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  return (
    <View>
      <View className="u-mt4 u-stack">
        {pages.items.length === 0 && <EmptyState scene="basket" title="还没有邻居出东西" note="有人说要出，这里会列出来。" />}
        {pages.items.map((pledge) => <CampaignPledge key={pledge.pledgeId} pledge={pledge} onRefuse={() => setOpenId(pledge.pledgeId)} />)}
      </View>
      <ListFoot pages={pages} />
      <RefuseSheet key={openId ?? ''} pledge={pages.items.find(({ pledgeId }) => pledgeId === openId) ?? null} onClose={() => setOpenId(null)} />
    </View>
  );
}
