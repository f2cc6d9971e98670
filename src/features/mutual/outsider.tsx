import { View } from '@tarojs/components';
import type { CampaignOutsiderView } from '@contract';
import { Drawing } from '@/components/drawing/drawing';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { Notice } from '@/components/notice/notice';
import './campaign.css';

/** What everybody else sees: the title, and who it is for. */
export function CampaignOutsider({ campaign, canJoin }: { campaign: CampaignOutsiderView; canJoin: boolean }) {
  return (
    <View>
      <View className="mut-hero mut-hero-object"><Drawing name="branch" size={150} /></View>
      <View className="mut-lane"><LaneBadge lane="mutual" /><View className="u-sub">{campaign.communityName}</View></View>
      <View className="u-title u-mt2">{campaign.title}</View>
      <View className="u-mt5"><Notice icon="lock" title="本社区成员可参加">{canJoin ? `您住在${campaign.communityName}的话，加入以后就能看到、能参加。` : '这是邻居们自己的事，别的社区的人看不到里面。'}</Notice></View>
    </View>
  );
}
