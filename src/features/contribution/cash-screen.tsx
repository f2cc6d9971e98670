import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { KeyValue } from '@/components/key-value/key-value';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Screen } from '@/components/screen/screen';
import { Switch } from '@/components/switch/switch';
import { useDraft } from '@/lib/drafts';
import { formatMoney, parseYuan } from '@/lib/format';
import { replacePage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';
import { CONTRIBUTION_STALE } from './contribution-stale';
import type { GivingLane } from './give-target';

interface CashForm {
  readonly giverName: string;
  readonly giverCode: string;
  readonly amountText: string;
  readonly receiptNo: string;
  readonly isAnonymous: boolean;
  readonly photos: readonly PhotoDraft[];
}

const EMPTY: CashForm = { giverName: '', giverCode: '', amountText: '', receiptNo: '', isAnonymous: false, photos: [] };
const CODE_CHARACTERS = 8;

interface CashScreenProps {
  readonly lane: GivingLane;
  readonly targetId: string;
  /** Settled before and what is wanted of them; null where anybody may give. */
  readonly giver: { readonly name: string; readonly toPayFen: number } | null;
}

/** 记一笔现金: with its paper receipt; it counts once another colleague has looked at both. */
export function CashScreen({ lane, targetId, giver }: CashScreenProps) {
  const draft = useDraft<CashForm>(`contribution.cash.${targetId}`, EMPTY);
  const { value } = draft;
  const [amountWrong, setAmountWrong] = useState<string | undefined>(undefined);
  const uploads = usePhotoUploads({ purpose: 'campaignPaper', max: 1, photos: value.photos, change: (update) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  const enter = useApiCommand<'mutual.enterCash' | 'directed.enterCash'>(lane === 'directed' ? 'directed.enterCash' : 'mutual.enterCash', { about: targetId, invalidates: [...CONTRIBUTION_STALE, 'contribution.waiting'], onDone: () => { draft.clear(); toast('记好了，请另一位同事核对'); void replacePage('moneyDesk'); } });
  const amountFen = parseYuan(value.amountText);
  const [photo] = uploads.fileIds;
  const send = (): void => {
    setAmountWrong(amountFen === null ? '写数字，最多两位小数' : undefined);
    if (amountFen === null || photo === undefined) return;
    const { giverName, giverCode, receiptNo, isAnonymous } = value;
    void enter.run(lane === 'directed' ? { directedId: targetId, amountFen, receiptNo, photo } : { campaignId: targetId, amountFen, isAnonymous, giverName, giverCode: giverCode.trim() === '' ? null : giverCode, receiptNo, photo });
  };
  const change = (patch: Partial<CashForm>): void => { setAmountWrong(undefined); enter.clear(); draft.change(patch); };
  const { fields } = enter;
  return (
    <Screen title="记一笔现金" bottom={<BottomBar failure={enter.failure} note="另一位同事点过，才进账本"><Button busy={enter.isBusy} busyText="正在记…" disabled={photo === undefined} reason={uploads.isSending ? '照片还在传' : '先拍收据'} onClick={send}>记下</Button></BottomBar>}>
      <View className="u-stack">
        {giver !== null && <KeyValue rows={[{ label: '谁给的', value: giver.name }, { label: '还要付', value: formatMoney(giver.toPayFen) }]} />}
        {giver === null && <Field label="谁给的" value={value.giverName} placeholder="照收据上写" maxLength={LIMITS.nameCharacters} showCount={false} error={fields.giverName} onChange={(giverName) => change({ giverName })} />}
        {giver === null && <Field label="TA 的编号" hint="用邻愿的邻居才有，可不填" value={value.giverCode} placeholder="8 位，在 TA 的“我的”里" maxLength={CODE_CHARACTERS} error={fields.giverCode} onChange={(giverCode) => change({ giverCode })} />}
        <Field label="多少" hint="元" inputType="digit" value={value.amountText} placeholder="比如：100" maxLength={10} error={amountWrong ?? fields.amountFen} onChange={(amountText) => change({ amountText })} />
        <Field label="收据编号" value={value.receiptNo} placeholder="纸质收据右上角" maxLength={LIMITS.documentNoCharacters} showCount={false} error={fields.receiptNo} onChange={(receiptNo) => change({ receiptNo })} />
        <FieldFrame label="收据照片" error={fields.photo}><PhotoPicker photos={uploads.photos} max={1} label="拍收据" onAdd={uploads.add} onRemove={uploads.remove} onRetry={uploads.retry} /></FieldFrame>
        {giver === null && <Switch checked={value.isAnonymous} label="名单上不写名字" note="账本和收据里还是 TA" onChange={(isAnonymous) => change({ isAnonymous })} />}
      </View>
    </Screen>
  );
}
