import { View } from '@tarojs/components';
import type { CampaignView } from '@contract';
import { Card } from '@/components/card/card';
import { Drawing } from '@/components/drawing/drawing';
import { GoalBar } from '@/components/goal-bar/goal-bar';
import { Icon } from '@/components/icon/icon';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { Notice } from '@/components/notice/notice';
import { Tag } from '@/components/tag/tag';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { campaignNews, daysLeftWords, figuresNote, giversWords, isUnopened, matchWords, reachedWords, stateTag } from './campaign-words';
import { pictureOfCampaign } from './picture-of-campaign';
import './campaign.css';

const SCENE_PX = 350;
const OBJECT_PX = 120;

/** The drawing, the lane and who it is for, the name, and what is so with it. */
export function CampaignHead({ campaign }: { campaign: CampaignView }) {
  const { pictureKey, communityName, title, state, stage } = campaign;
  const drawing = pictureOfCampaign(pictureKey);
  const news = campaignNews(campaign, serverNowMs());
  const tag = stateTag(campaign);
  return (
    <View>
      <View className={`mut-hero ${drawing === 'ramp' ? '' : 'mut-hero-object'}`}><Drawing name={drawing} size={drawing === 'ramp' ? SCENE_PX : OBJECT_PX} /></View>
      <View className="mut-lane"><LaneBadge lane="mutual" /><View className="u-sub">只有{communityName}的人能参加</View></View>
      <View className="u-title u-mt2">{title}</View>
      <View className="mut-lane u-mt2"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag>{state === 'open' && <View className="u-cap">{daysLeftWords(stage.endsAtMs, serverNowMs())}{stage.number > 1 ? ` · 第 ${stage.number} 段` : ''}</View>}</View>
      {news !== null && <View className="u-mt4"><Notice tone={news.tone} title={news.title} {...(campaign.publicityId !== null && state === 'publicity' ? { onClick: () => void openPage('publicity', { id: campaign.publicityId ?? '' }) } : {})}>{news.note}</Notice></View>}
    </View>
  );
}

/** How far the money is, who gave, who doubles it; nothing where no money is asked for. */
export function CampaignGoal({ campaign }: { campaign: CampaignView }) {
  const { figures, match, minimumFen, optimumFen, myContributionsFen } = campaign;
  if (minimumFen === null) return null;
  const matched = match === null || campaign.state !== 'open' ? null : matchWords(match);
  return (
    <View className="u-mt4">
      <Card>
        <GoalBar settledFen={figures?.settledFen ?? 0} minimumFen={minimumFen} optimumFen={optimumFen} reachedText={reachedWords(campaign)} aside={giversWords(campaign)} />
        {matched !== null && (
          <View className="mut-match">
            <Icon name="store" size={20} />
            <View className="u-grow"><View className="u-bold">{matched.title}</View><View>{matched.note}</View></View>
          </View>
        )}
        {figures !== null && !isUnopened(campaign) && <View className="u-cap u-mt3">{figuresNote(campaign, serverNowMs())}</View>}
      </Card>
      {myContributionsFen > 0 && <View className="u-mt3"><Notice tone="good" onClick={() => void openPage('myContributions')}>您出过一份，谢谢您。收据在这里</Notice></View>}
    </View>
  );
}
