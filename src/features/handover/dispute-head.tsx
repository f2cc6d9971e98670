import { View } from '@tarojs/components';
import type { DisputeView } from '@contract';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { TitleWords } from '@/components/title-words/title-words';
import { pictureOf } from '@/lib/picture-of';

/** Which claim it is about. */
export function DisputeHead({ view }: { view: DisputeView }) {
  return (
    <View className="u-row u-top u-gap4 u-mt2">
      <PictureTile drawing={pictureOf(view.pictureKey)} size={64} />
      <View className="u-grow">
        <TitleWords text={view.wishTitle} className="u-h2" />
        <View className="u-sub u-mt1">{view.giverName}认领 {view.shares} 份 · {view.planText}</View>
      </View>
    </View>
  );
}
