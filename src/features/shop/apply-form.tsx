import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, SHOP_KIND_LABEL, SHOP_KINDS, type ShopView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { DateRow, PickerRow } from '@/components/picker-row/picker-row';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { Switch } from '@/components/switch/switch';
import { dayValue } from '@/lib/day-value';
import { useDraft } from '@/lib/drafts';
import { type FormErrors, withoutPrefix } from '@/lib/form-errors';
import { replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { usePhotoUploads } from '@/lib/use-photo-uploads';
import { checkShopForm, EMPTY_SHOP, formOf, kindAt, type ShopForm, wrongIn } from './shop-form';
import { SHOP_READS } from './shop-words';

/** The form is longer than a screen: what is missing may stand above. */
const SOME_MISSING = { message: '还有没写好的，往上看红色的字。' } as const;

/** 加入爱心商户: applied for anew, or put right after staff asked. */
export function ApplyForm({ standing }: { standing: ShopView | null }) {
  const [empty] = useState<ShopForm>(() => (standing === null ? EMPTY_SHOP : formOf(standing)));
  const draft = useDraft<ShopForm>(standing === null ? 'shop.new' : `shop.${standing.shopId}`, empty);
  const [errors, setErrors] = useState<FormErrors>({});
  const done = ({ shopId }: { readonly shopId: string }): void => {
    draft.clear();
    toast('交好了，带执照原件到社区看一眼');
    void replacePage('ownShop', { id: shopId });
  };
  const apply = useApiCommand('shop.apply', { invalidates: SHOP_READS, onDone: done });
  const resubmit = useApiCommand('shop.resubmit', { about: standing?.shopId ?? '', invalidates: SHOP_READS, onDone: done });
  const command = standing === null ? apply : resubmit;
  const uploads = usePhotoUploads({ purpose: 'licence', max: 1, photos: draft.value.photos, change: (update) => draft.change((latest) => ({ photos: [...update(latest.photos)] })) });
  const send = async (): Promise<void> => {
    const checked = checkShopForm(draft.value);
    setErrors(checked.isOk ? {} : checked.errors);
    if (!checked.isOk) return;
    if (standing === null) await apply.run(checked.value);
    else await resubmit.run({ shopId: standing.shopId, words: checked.value });
  };
  const wrong = { ...errors, ...withoutPrefix(command.fields, 'words') };
  const change = (patch: Partial<ShopForm>): void => { command.clear(); setErrors({}); draft.change(patch); };
  return (
    <Screen title={standing === null ? '加入爱心商户' : '补一补申请'} bottom={<BottomBar failure={Object.keys(errors).length === 0 ? command.failure : SOME_MISSING} {...(draft.savedAtMs === null ? {} : { note: '写的都存在手机里' })}><Button busy={command.isBusy} busyText="正在交…" disabled={uploads.isSending} reason="照片还在传" onClick={send}>{standing === null ? '交给社区看' : '再交一次'}</Button></BottomBar>}>
      {standing !== null && standing.note !== '' && <Notice tone="accent" title="社区说">{standing.note}</Notice>}
      <ShopFields form={draft.value} errors={wrong} change={change} />
      <SectionHead title="营业执照" note="只有店主和社区看得到" />
      <PhotoPicker photos={uploads.photos} max={1} onAdd={uploads.add} onRemove={uploads.remove} onRetry={uploads.retry} label="拍执照" note="拍清楚，四个角都在里面。" />
      {wrongIn(wrong, 'licence.photoFileId') !== undefined && <View className="u-sub u-accent u-mt2">{wrongIn(wrong, 'licence.photoFileId')}</View>}
      <LicenceFields form={draft.value} errors={wrong} change={change} />
      <View className="u-cap u-mt4">联系人和电话加密存着，只有社区工作人员为了联系您才看，每看一次都有记录。</View>
    </Screen>
  );
}

interface PartProps {
  readonly form: ShopForm;
  readonly errors: FormErrors;
  readonly change: (patch: Partial<ShopForm>) => void;
}

function ShopFields({ form, errors, change }: PartProps) {
  return (
    <View>
      <View className="u-mt3"><Field label="店名" value={form.name} placeholder="和执照上的一样" maxLength={LIMITS.nameCharacters} error={wrongIn(errors, 'name')} onChange={(name) => change({ name })} /></View>
      <View className="u-mt4"><PickerRow label="做什么的" options={SHOP_KINDS.map((kind) => SHOP_KIND_LABEL[kind])} index={form.kind === null ? -1 : SHOP_KINDS.indexOf(form.kind)} {...(errors.kind === undefined ? {} : { error: errors.kind })} onPick={(index) => change({ kind: kindAt(index) })} /></View>
      <View className="u-mt4"><Field label="店在哪里" value={form.address} placeholder="例如 枫林路 12 号" maxLength={LIMITS.addressCharacters} error={wrongIn(errors, 'address')} onChange={(address) => change({ address })} /></View>
      <View className="u-mt4"><Field label="能帮上什么" kind="textarea" value={form.words} placeholder="例如 每周给老人免费理发" maxLength={LIMITS.purposeCharacters} error={wrongIn(errors, 'words')} onChange={(words) => change({ words })} /></View>
      <View className="u-mt4"><Field label="联系人" value={form.contactName} placeholder="社区打电话找谁" maxLength={LIMITS.nameCharacters} error={wrongIn(errors, 'contact.name')} onChange={(contactName) => change({ contactName })} /></View>
      <View className="u-mt4"><Field label="电话" inputType="number" value={form.phone} placeholder="11 位手机号" maxLength={13} error={wrongIn(errors, 'contact.phone')} onChange={(phone) => change({ phone })} /></View>
    </View>
  );
}

function LicenceFields({ form, errors, change }: PartProps) {
  const wrongDay = wrongIn(errors, 'licence.validUntilDay');
  return (
    <View>
      <View className="u-mt4"><Field label="统一社会信用代码" value={form.creditCode} placeholder="执照上的 18 位" maxLength={18} error={wrongIn(errors, 'licence.creditCode')} onChange={(creditCode) => change({ creditCode: creditCode.toUpperCase() })} /></View>
      <View className="u-mt4"><Switch checked={form.isForever} label="长期有效" note="执照上写着“长期”" onChange={(isForever) => change({ isForever })} /></View>
      {!form.isForever && <View className="u-mt4"><DateRow label="有效到哪天" value={form.validUntilDay} start={dayValue(serverNowMs())} text={form.validUntilDay} {...(wrongDay === undefined ? {} : { error: wrongDay })} onPick={(validUntilDay) => change({ validUntilDay })} /></View>}
    </View>
  );
}
