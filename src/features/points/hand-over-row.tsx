import { useState } from 'react';
import { View } from '@tarojs/components';
import { HANDOVER_CODE_DIGITS, LIMITS, type RedemptionView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Sheet } from '@/components/sheet/sheet';
import { formatDate } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { GIFTS_STALE } from './gift-list';

/** Somebody who will come for a gift. */
export function HandOverRow({ redemption, onHandOver, onDeny }: { redemption: RedemptionView; onHandOver: () => void; onDeny: () => void }) {
  const { giftTitle, takerText, pictureKey, fetchByMs } = redemption;
  return (
    <Card>
      <View className="u-row u-gap3">
        <PictureTile drawing={pictureOf(pictureKey)} size={56} />
        <View className="u-grow">
          <View className="u-h3 u-break">{giftTitle}</View>
          <View className="u-cap u-mt1">{takerText === '' ? '您自己换的' : takerText} · {formatDate(fetchByMs, serverNowMs())}前来取</View>
        </View>
      </View>
      <View className="u-row u-wrap u-gap2 u-mt3">
        <Button kind="secondary" size="small" block={false} icon="check" onClick={onHandOver}>来取了，对码</Button>
        <Button kind="text" size="small" block={false} onClick={onDeny}>给不了</Button>
      </View>
    </Card>
  );
}

/** The six digits the other one reads out. */
export function CodeSheet({ redemption, onClose }: { redemption: RedemptionView | null; onClose: () => void }) {
  const [code, setCode] = useState('');
  const hand = useApiCommand('gift.handOver', { about: redemption?.redemptionId ?? '', invalidates: GIFTS_STALE });
  if (redemption === null) return null;
  const { redemptionId, giftTitle } = redemption;
  const send = async (): Promise<void> => {
    if ((await hand.run({ redemptionId, code })) !== null) onClose();
  };
  return (
    <Sheet isOpen title={`发“${giftTitle}”`} onClose={onClose} action={<Button kind="green" busy={hand.isBusy} busyText="正在核对…" disabled={code.length !== HANDOVER_CODE_DIGITS} reason="先填 6 个数" onClick={send}>码对上了，交给 TA</Button>}>
      <Field label="对方念的六个数" inputType="number" value={code} maxLength={HANDOVER_CODE_DIGITS} placeholder="比如 482915" error={hand.failure?.message} onChange={(value) => setCode(value.replace(/\D/g, ''))} />
    </Sheet>
  );
}

/** It can't be given: why, and whoever waits for it reads that. */
export function DenySheet({ redemption, onClose }: { redemption: RedemptionView | null; onClose: () => void }) {
  const [note, setNote] = useState('');
  const cancel = useApiCommand('gift.cancel', { about: redemption?.redemptionId ?? '', invalidates: GIFTS_STALE });
  if (redemption === null) return null;
  const send = async (): Promise<void> => {
    if ((await cancel.run({ redemptionId: redemption.redemptionId, note })) !== null) onClose();
  };
  return (
    <Sheet isOpen title="给不了了" onClose={onClose} action={<Button busy={cancel.isBusy} busyText="正在告诉对方…" disabled={note.trim() === ''} reason="写一句为什么" onClick={send}>告诉对方，积分退回</Button>}>
      <Field label="为什么" value={note} maxLength={LIMITS.noteCharacters} placeholder="比如：这批有破的，真对不住" error={cancel.fields.note} onChange={setNote} />
      {cancel.failure !== null && cancel.fields.note === undefined && <View className="u-mt3"><Notice tone="warn">{cancel.failure.message}</Notice></View>}
    </Sheet>
  );
}
