import { View } from '@tarojs/components';
import type { ShareSightView } from '@contract';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { serverNowMs } from '@/lib/server-clock';
import { posterWords } from './poster-words';

/** A thing as anybody may read it. */
export function ThingSight({ sight }: { sight: ShareSightView }) {
  const { place, title, note, left, tag, drawing } = posterWords(sight, serverNowMs());
  return (
    <View>
      <PictureTile drawing={drawing} size={150} />
      <View className="u-sub u-mt4">{[place, tag].filter(Boolean).join(' · ')}</View>
      <View className="u-display u-mt1 u-break">{title}</View>
      {note !== '' && <View className="u-body u-ink2 u-mt2 u-break">{note}</View>}
      {left !== '' && <View className="u-h2 u-accent u-mt3">{left}</View>}
    </View>
  );
}
