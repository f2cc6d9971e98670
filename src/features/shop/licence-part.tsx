import { Image, View } from '@tarojs/components';
import type { ShopLicenceView } from '@contract';
import { Card } from '@/components/card/card';
import { KeyValue } from '@/components/key-value/key-value';
import { photoText, validText } from './shop-words';
import './shop.css';

/** A licence for those who may look at it: the shop's owners, and staff with the paper before them. */
export function LicencePart({ licence }: { licence: ShopLicenceView }) {
  const trouble = photoText(licence);
  return (
    <Card>
      <KeyValue rows={[{ label: '信用代码', value: licence.creditCode }, { label: '执照', value: validText(licence) }]} />
      {licence.photoUrl !== null && <Image className="shop-licence" src={licence.photoUrl} mode="widthFix" />}
      {trouble !== '' && <View className="u-cap u-mt2">{trouble}</View>}
    </Card>
  );
}
