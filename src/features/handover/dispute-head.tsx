import { View } from '@tarojs/components';
import type { DisputeView } from '@contract';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { pictureOf } from '@/lib/picture-of';

/** Which claim it is about. */
export function DisputeHead({ view }: { view: DisputeView }) {
  return (
    <View className="u-row u-gap4 u-mt2">
      <PictureTile drawing={pictureOf(view.pictureKey)} size={64} />
      <View className="u-grow">
        <View className="u-h2">{view.wishTitle}</View>
        <View className="u-sub u-mt1">{view.giverName}认领 {view.shares} 份 · {view.planText}</View>
      </View>
    </View>
  );
}
