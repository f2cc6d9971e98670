import { View } from '@tarojs/components';
import { PUBLICITY_STATE_LABEL, PUBLICITY_SUBJECT_LABEL, type PublicityCardView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { STATE_LOOK, statusLine } from './publicity-words';

/** One line of the notice board: a masked name, what help it is about, until when. */
export function PublicityRow({ card, onOpen }: { card: PublicityCardView; onOpen: () => void }) {
  const [tone, icon] = STATE_LOOK[card.state];
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-between u-gap3">
        <View className="u-h3">{card.maskedName}</View>
        <Tag tone={tone} icon={icon}>{PUBLICITY_STATE_LABEL[card.state]}</Tag>
      </View>
      <View className="u-body u-mt1 u-break">{card.aidText}</View>
      <View className="u-sub u-mt2">{[card.communityName, PUBLICITY_SUBJECT_LABEL[card.subjectKind]].filter((word) => word !== '').join(' · ')}</View>
      <View className={`u-sub u-mt1 ${card.state === 'running' ? 'u-ochre' : ''}`}>{statusLine(card, serverNowMs())}</View>
    </Card>
  );
}
