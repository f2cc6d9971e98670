import { View } from '@tarojs/components';
import type { CampaignCardView } from '@contract';
import { Card } from '@/components/card/card';
import { GoalTrack } from '@/components/goal-bar/goal-bar';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Tag } from '@/components/tag/tag';
import { formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { daysLeftWords, stateTag } from './campaign-words';
import { pictureOfCampaign } from './picture-of-campaign';
import './campaign.css';

/** A campaign in a list: its name, how far the money is, what else is wanting. */
export function CampaignCard({ campaign, onOpen }: { campaign: CampaignCardView; onOpen: () => void }) {
  const { title, pictureKey, state, settledFen, minimumFen, optimumFen, endsAtMs, needsText } = campaign;
  const tag = stateTag(campaign);
  const isOpen = state === 'open';
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOfCampaign(pictureKey)} size={60} tone="green" />
        <View className="u-grow">
          <View className="u-h3 u-two">{title}</View>
          <View className="u-mt1"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag></View>
        </View>
      </View>
      {minimumFen !== null && state !== 'draft' && state !== 'submitted' && (
        <View className="mut-card-goal"><GoalTrack size="small" settledFen={settledFen ?? 0} minimumFen={minimumFen} optimumFen={optimumFen} /></View>
      )}
      <MetaLine className="u-cap u-mt2" parts={[minimumFen === null ? '' : `已有 ${formatMoney(settledFen ?? 0)}`, minimumFen === null ? '' : `最低 ${formatMoney(minimumFen)}`, isOpen ? daysLeftWords(endsAtMs, serverNowMs()) : '', isOpen ? needsText : '']} />
    </Card>
  );
}
