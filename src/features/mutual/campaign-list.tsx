import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { CampaignCard } from './campaign-card';

/** What the community does together: going on, done, and those I proposed. */
export function CampaignList() {
  const [shown, setShown] = useState<'open' | 'ended' | 'mine'>('open');
  return (
    <View>
      <ChipRow>
        <Chip kind="filter" on={shown === 'open'} onClick={() => setShown('open')}>正在办</Chip>
        <Chip kind="filter" on={shown === 'ended'} onClick={() => setShown('ended')}>办完的</Chip>
        <Chip kind="filter" on={shown === 'mine'} onClick={() => setShown('mine')}>我提的</Chip>
      </ChipRow>
      <View className="u-stack u-mt3">
        <LinkRow icon="edit" note="楼里院里的事，大家一起办" onClick={() => void openPage('editCampaign')}>提一件事</LinkRow>
        <LinkRow icon="list" note="收据、退回来的" onClick={() => void openPage('myContributions')}>我出过的</LinkRow>
      </View>
      {shown === 'mine' ? <Mine /> : <Shown shown={shown} />}
    </View>
  );
}

type Pages = ReturnType<typeof useApiPages<'mutual.list'>>;

function Rows({ pages, empty }: { pages: Pages; empty: { readonly title: string; readonly note: string } }) {
  useListPage(pages);
  return (
    <View className="u-mt3">
      {pages.isLoading && <SkeletonList kind="wish" count={2} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack">{pages.items.map((campaign) => <CampaignCard key={campaign.campaignId} campaign={campaign} onOpen={() => void openPage('campaign', { id: campaign.campaignId })} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="ramp" title={empty.title} note={empty.note} action={<Button kind="secondary" onClick={() => void openPage('editCampaign')}>提一件事</Button>} />}
    </View>
  );
}

function Shown({ shown }: { shown: 'open' | 'ended' }) {
  const pages = useApiPages('mutual.list', { areaId: null, shown });
  return <Rows pages={pages} empty={shown === 'open' ? { title: '眼下没有在办的', note: '楼道缺灯、门口缺坡，都可以提出来，大家一起办。' } : { title: '还没有办完的', note: '办完的会留在这里，账本一直能看。' }} />;
}

function Mine() {
  const pages = useApiPages('mutual.mine', {});
  return <Rows pages={pages} empty={{ title: '您还没提过', note: '写清谁来办、花多少、怎么办，社区看过就能开始。' }} />;
}
