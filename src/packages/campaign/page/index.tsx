import { useRouter, useShareAppMessage } from '@tarojs/taro';
import type { NeedView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { CampaignBar } from '@/features/mutual/campaign-bar';
import { CampaignBody } from '@/features/mutual/campaign-screen';
import { CampaignOutsider } from '@/features/mutual/outsider';
import { OwnerPart } from '@/features/mutual/owner-part';
import { PhotosPart } from '@/features/mutual/photos-part';
import { StaffPart } from '@/features/mutual/staff-part';
import { openPage, pageUrl, readQuery } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { shareCard } from '@/lib/share-card';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** Hours are given by signing up for the activity; things and places by promising them. */
const openNeed = (campaignId: string) => ({ needId, activityId }: NeedView): void => void (activityId === null ? openPage('promisePledge', { id: campaignId, needId }) : openPage('activity', { id: activityId }));

/** 一件互助的事; also where a share card lands: whoever is not of the community reads the title alone. */
export default function CampaignPage() {
  const campaignId = readQuery(useRouter().params, 'id') ?? '';
  const session = useSession();
  const query = useApiQuery('mutual.get', { campaignId });
  useListPage(query);
  const campaign = query.data;
  useShareAppMessage(() => shareCard(campaign === undefined ? '社区里的一件事' : `${campaign.communityName}：${campaign.title}`, pageUrl('campaign', { id: campaignId }), 'mutual'));
  if (campaign === undefined) {
    return <Screen title="社区互助">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看别的', onClick: () => void openPage('campaigns') }} />}</Screen>;
  }
  if (campaign.audience === 'outsider') {
    const canJoin = session.status === 'guest';
    return (
      <Screen title="社区互助" bottom={canJoin ? <BottomBar><Button onClick={() => openPage('join', { back: pageUrl('campaign', { id: campaignId }) })}>加入我的社区</Button></BottomBar> : undefined}>
        <CampaignOutsider campaign={campaign} canJoin={canJoin} />
      </Screen>
    );
  }
  return (
    <Screen title="社区互助" bottom={<CampaignBar campaign={campaign} />}>
      <CampaignBody campaign={campaign} onOpenNeed={campaign.state === 'open' || campaign.state === 'succeeded' ? openNeed(campaignId) : null} />
      <OwnerPart campaign={campaign} onAskSpending={() => void openPage('askSpending', { hostKind: 'mutual', id: campaignId })} />
      <PhotosPart campaign={campaign} />
      <StaffPart campaign={campaign} />
    </Screen>
  );
}
