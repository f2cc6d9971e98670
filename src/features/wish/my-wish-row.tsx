import { View } from '@tarojs/components';
import { askWords, helpWords, type MyWishView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { ShareDots } from '@/components/share-dots/share-dots';
import { StatusTag } from '@/components/status-tag/status-tag';
import { TitleWords } from '@/components/title-words/title-words';
import { aria } from '@/lib/aria';
import { formatDay } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { isHelpedElsewhere } from './wish-words';

const stepWords = (wish: MyWishView, step: NonNullable<MyWishView['nextStep']>): string => (step === 'confirm' ? askWords(helpWords(wish)) : step === 'answer' ? '补一句' : '说一句感受，15 秒');

/** One of my wishes: what is so now, and the one thing that waits for me. */
export function MyWishRow({ wish, onOpen, onStep }: { wish: MyWishView; onOpen: () => void; onStep: () => void }) {
  const isOnWay = wish.state === 'open' || wish.state === 'completed';
  // One share would only say in other words what the line above says.
  const hasFruits = isOnWay && !isHelpedElsewhere(wish) && wish.shares.wanted > 1;
  return (
    <Card>
      {/* Only the head opens the wish: a tap on the button below must not do both. */}
      <View className="u-row u-top u-gap3" {...aria({ role: 'link', label: wish.title })} onClick={onOpen}>
        <PictureTile drawing={pictureOf(wish.pictureKey)} size={60} />
        <View className="u-grow">
          <TitleWords text={wish.title} className="u-h3" />
          <View className="u-row u-wrap u-gap2 u-mt1">
            {!isOnWay && <StatusTag state={wish.state} />}
            <View className="u-cap">{formatDay(wish.createdAtMs, serverNowMs())}发的</View>
          </View>
        </View>
      </View>
      <View className="u-sub u-mt3">{wish.statusText}</View>
      {hasFruits && <View className="u-mt3"><ShareDots delivered={wish.shares.delivered} held={wish.shares.held} open={wish.shares.left} /></View>}
      {wish.nextStep !== null && (
        <View className="u-mt4"><Button kind={wish.nextStep === 'rate' ? 'green-tint' : 'tint'} onClick={onStep}>{stepWords(wish, wish.nextStep)}</Button></View>
      )}
    </Card>
  );
}
