import { View } from '@tarojs/components';
import type { ClaimView } from '@contract';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { pictureOf } from '@/lib/picture-of';

/** What the act on this page is about. */
export function ClaimHead({ claim, title }: { claim: ClaimView; title: string }) {
  return (
    <View className="u-row u-gap4">
      <PictureTile drawing={pictureOf(claim.pictureKey)} size={76} />
      <View className="u-grow">
        <View className="u-title">{title}</View>
        <View className="u-sub u-mt1">{claim.wishTitle}{claim.shares > 1 ? ` · ${claim.shares} 份` : ''}</View>
      </View>
    </View>
  );
}
