import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CampaignCardView } from '@contract';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { OfferMatchForm } from '@/features/match/offer-form';
import { MemberGate } from '@/features/member/member-gate';
import { formatMoney } from '@/lib/format';
import { replacePage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 出一笔配捐: for which campaign, then how much. */
export default function OfferMatchPage() {
  return (
    <Screen title="出一笔配捐">
      <MemberGate back="offerMatch" roles={['merchant']}>{() => <Offer />}</MemberGate>
    </Screen>
  );
}

function Offer() {
  const pages = useApiPages('mutual.list', {});
  const [chosen, setChosen] = useState<CampaignCardView | null>(null);
  useListPage(pages);
  if (chosen !== null) return <OfferMatchForm campaign={chosen} onDone={({ matchBudgetId }) => void replacePage('matchBudget', { id: matchBudgetId })} />;
  if (pages.isLoading) return <SkeletonList count={2} />;
  if (pages.failure !== null && pages.items.length === 0) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  const open = pages.items.filter(({ state, minimumFen }) => state === 'open' && minimumFen !== null);
  return (
    <View>
      <View className="u-sub u-mt2">给哪一件配？</View>
      {open.length === 0 ? <EmptyState scene="basket" title="现在没有在收钱的互助" note="有邻居张罗起来，这里就有了。" /> : <View className="u-mt4"><Card>{open.map((campaign) => <LinkRow key={campaign.campaignId} note={`已有 ${formatMoney(campaign.settledFen ?? 0)}，最低 ${formatMoney(campaign.minimumFen ?? 0)}`} onClick={() => setChosen(campaign)}>{campaign.title}</LinkRow>)}</Card></View>}
      <ListFoot pages={pages} />
    </View>
  );
}
