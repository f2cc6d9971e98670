import { View } from '@tarojs/components';
import { DIFFICULTY_STATE_LABEL, type DifficultyCardView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { CASE_LOOK, caseLine, categoryWords } from './difficulty-words';

/** One person on the staff's list, masked. */
export function CaseRow({ card, onOpen }: { card: DifficultyCardView; onOpen: () => void }) {
  const [tone, icon] = CASE_LOOK[card.state];
  const line = caseLine(card, serverNowMs());
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-between u-gap3">
        <View className="u-h3 u-nowrap">{card.maskedName}</View>
        <Tag tone={tone} icon={icon}>{DIFFICULTY_STATE_LABEL[card.state]}</Tag>
      </View>
      <View className="u-sub u-mt1">{[categoryWords(card), card.areaName].filter((word) => word !== '').join(' · ')}</View>
      {line !== '' && <View className="u-sub u-mt1 u-ink">{line}</View>}
    </Card>
  );
}
