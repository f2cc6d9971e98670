import { View } from '@tarojs/components';
import { GIFT_LIMITS, giftInputSchema, LIMITS, PICTURE_KEYS, type GiftLimit, type GiftView, type PictureKey } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Sheet } from '@/components/sheet/sheet';
import { Stepper } from '@/components/stepper/stepper';
import { aria } from '@/lib/aria';
import { useDraft } from '@/lib/drafts';
import { checkForm } from '@/lib/form-errors';
import { pictureOf } from '@/lib/picture-of';
import { useApiCommand } from '@/lib/use-api-command';
import { GIFTS_STALE } from './gift-list';
import { limitText } from './gift-words';

interface GiftFormProps {
  /** Null offers a new one. */
  readonly gift: GiftView | null;
  /** The community it is offered for; null for one's own shop. */
  readonly areaId: string | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface GiftDraft {
  readonly title: string;
  readonly note: string;
  readonly pictureKey: PictureKey;
  readonly points: number;
  readonly stock: number;
  readonly limit: GiftLimit;
  readonly place: string;
}

const filled = (gift: GiftView | null): GiftDraft => ({ title: gift?.title ?? '', note: gift?.note ?? '', pictureKey: gift?.pictureKey ?? 'goods', points: gift?.points ?? 50, stock: gift?.stock ?? 10, limit: gift?.limit ?? 'month', place: gift?.place ?? '' });

/** A gift in the words of whoever will choose it. */
export function GiftForm({ gift, areaId, isOpen, onClose }: GiftFormProps) {
  const about = gift?.giftId ?? areaId ?? 'shop';
  const draft = useDraft(`gift.${about}`, filled(gift));
  const save = useApiCommand('gift.save', { about, invalidates: GIFTS_STALE });
  const { title, note, pictureKey, points, stock, limit, place } = draft.value;
  const input = { giftId: gift?.giftId ?? null, areaId, ...draft.value };
  const send = async (): Promise<void> => {
    const checked = checkForm(giftInputSchema, input);
    if (!checked.isOk || (await save.run(checked.value)) === null) return;
    draft.clear();
    onClose();
  };
  return (
    <Sheet isOpen={isOpen} title={gift === null ? '放一份礼物' : '改一改'} onClose={onClose} action={<Button busy={save.isBusy} busyText="正在存…" disabled={title.trim() === '' || place.trim() === ''} reason="写上是什么、在哪里取" onClick={send}>存好，邻居看得到</Button>}>
      <Field label="是什么" value={title} maxLength={LIMITS.titleCharacters} placeholder="比如：环保购物袋" error={save.fields.title} onChange={(text) => draft.change({ title: text })} />
      <View className="u-mt3"><Field label="在哪里取" value={place} maxLength={LIMITS.placeCharacters} placeholder="比如：青枫驿站前台" error={save.fields.place} onChange={(text) => draft.change({ place: text })} /></View>
      <View className="u-mt3"><Field label="补一句（可不写）" value={note} maxLength={LIMITS.noteCharacters} placeholder="比如：蓝色红色随便挑" error={save.fields.note} onChange={(text) => draft.change({ note: text })} /></View>
      <View className="u-row u-wrap u-gap2 u-mt4"><View className="u-mid u-grow">多少积分</View><Stepper label="多少积分" value={points} min={10} max={2_000} by={10} unit="分" onChange={(value) => draft.change({ points: value })} /></View>
      <View className="u-row u-wrap u-gap2 u-mt3"><View className="u-mid u-grow">还有几份</View><Stepper label="还有几份" value={stock} min={0} max={LIMITS.giftStock} unit="份" onChange={(value) => draft.change({ stock: value })} /></View>
      <View className="u-mt4"><ChipWrap>{GIFT_LIMITS.map((one) => <Chip key={one} kind="choice" on={one === limit} onClick={() => draft.change({ limit: one })}>{limitText(one)}</Chip>)}</ChipWrap></View>
      <View className="u-row u-wrap u-gap2 u-mt4">
        {PICTURE_KEYS.map((key) => (
          <View key={key} className={key === pictureKey ? 'pts-picked' : 'pts-pick'} onClick={() => draft.change({ pictureKey: key })} {...aria({ role: 'button', label: `图 ${key}`, selected: key === pictureKey })}>
            <PictureTile drawing={pictureOf(key)} size={48} />
          </View>
        ))}
      </View>
      {save.failure !== null && Object.keys(save.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{save.failure.message}</Notice></View>}
    </Sheet>
  );
}
