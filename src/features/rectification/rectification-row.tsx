import { View } from '@tarojs/components';
import type { RectificationRowView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { factWords, rowNote, stateTone, stateWords } from './rectification-words';

/** One order in the list of staff. */
export function RectificationRow({ row, onOpen }: { row: RectificationRowView; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-wrap u-between u-gap2">
        <View className="u-h3 u-break">{row.name}</View>
        <Tag tone={stateTone(row)}>{stateWords(row)}</Tag>
      </View>
      <View className="u-mid u-mt2">{factWords(row)}</View>
      <View className="u-cap u-mt1">{rowNote(row, serverNowMs())}</View>
    </Card>
  );
}
