import { useState } from 'react';
import { View } from '@tarojs/components';
import type { GiftView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Sheet } from '@/components/sheet/sheet';
import { pictureOf } from '@/lib/picture-of';
import { useApiCommand } from '@/lib/use-api-command';
import { limitText, notNow } from './gift-words';

export const GIFTS_STALE = ['gift.list', 'gift.redemptions', 'gift.waiting', 'points.mine', 'points.entries'] as const;

/** One gift with what it costs; a tap asks once more before anything is held. */
export function GiftRow({ gift, usable, isKept, onChoose }: { gift: GiftView; usable: number; isKept: boolean; onChoose: () => void }) {
  const reason = isKept ? '给您留着一份' : notNow(gift, usable);
  return (
    <Card>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(gift.pictureKey)} size={64} />
        <View className="u-grow">
          <View className="u-h3 u-break">{gift.title}</View>
          <MetaLine className="u-cap u-mt1 u-break" parts={[gift.offererText, limitText(gift.limit), gift.stock === 0 ? '' : `还有 ${gift.stock} 份`]} />
          {gift.note !== '' && <View className="u-sub u-mt1 u-break">{gift.note}</View>}
        </View>
      </View>
      <View className="u-row u-wrap u-gap2 u-mt3">
        <View className="u-mid u-bold u-green u-grow">{gift.points} 分</View>
        {reason === null ? <Button kind="secondary" size="small" block={false} onClick={onChoose}>换这个</Button> : <View className="u-sub u-ink3">{reason}</View>}
      </View>
    </Card>
  );
}

/** What will be held, where it is fetched, what happens when it is not; then the one button. */
export function ChooseSheet({ gift, onClose, onDone }: { gift: GiftView | null; onClose: () => void; onDone: () => void }) {
  const redeem = useApiCommand('gift.redeem', { about: gift?.giftId ?? '', invalidates: GIFTS_STALE });
  const [isDone, setDone] = useState(false);
  if (gift === null) return null;
  const send = async (): Promise<void> => {
    if ((await redeem.run({ giftId: gift.giftId })) === null) return;
    setDone(true);
    onDone();
  };
  return (
    <Sheet isOpen={!isDone} title={`换“${gift.title}”`} onClose={onClose} action={<Button busy={redeem.isBusy} busyText="正在留…" onClick={send}>用 {gift.points} 分换</Button>}>
      <View className="u-body">到{gift.place}取，14 天里都行。</View>
      <View className="u-sub u-mt2">先把 {gift.points} 分留着，取到才算用掉。没去取或者取消，分和日子都退回来。</View>
      {redeem.failure !== null && <View className="u-mt3"><Notice tone="warn">{redeem.failure.message}</Notice></View>}
    </Sheet>
  );
}
