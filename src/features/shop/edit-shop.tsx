import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, shopEditSchema, type ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { Switch } from '@/components/switch/switch';
import { useDraft } from '@/lib/drafts';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { editFormOf, editInputOf, type EditForm, wrongIn } from './shop-form';
import { SHOP_READS } from './shop-words';

/** 改地址、介绍、联系人: what neighbours read and whom staff call; name and code are the licence's. */
export function EditShop({ shop }: { shop: ShopView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="u-mt3">
      <Button kind="secondary" icon="edit" onClick={() => setOpen(true)}>改介绍、地址、联系人</Button>
      <EditSheet key={`${shop.address} ${shop.words}`} shop={shop} isOpen={isOpen} onClose={() => setOpen(false)} />
    </View>
  );
}

function EditSheet({ shop, isOpen, onClose }: { shop: ShopView; isOpen: boolean; onClose: () => void }) {
  const { shopId } = shop;
  const [standing] = useState<EditForm>(() => editFormOf(shop));
  const draft = useDraft<EditForm>(`shop.edit.${shopId}`, standing);
  const [errors, setErrors] = useState<FormErrors>({});
  const command = useApiCommand('shop.edit', { about: shopId, invalidates: SHOP_READS, onDone: () => { draft.clear(); onClose(); toast('改好了，邻居看到的是新的'); } });
  const { address, words, changesContact, contactName, phone } = draft.value;
  const change = (patch: Partial<EditForm>): void => { command.clear(); setErrors({}); draft.change(patch); };
  const send = async (): Promise<void> => {
    const checked = checkForm(shopEditSchema, editInputOf(draft.value));
    setErrors(checked.isOk ? {} : checked.errors);
    if (checked.isOk) await command.run({ shopId, ...checked.value });
  };
  const wrong = { ...errors, ...command.fields };
  const isBeside = Object.keys(wrong).length > 0;
  return (
    <Sheet isOpen={isOpen} title="改店里的信息" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在存…" onClick={send}>存好</Button>}>
      <Field label="店在哪里" value={address} maxLength={LIMITS.addressCharacters} error={wrongIn(wrong, 'address')} onChange={(next) => change({ address: next })} />
      <View className="u-mt4"><Field label="能帮上什么" kind="textarea" value={words} maxLength={LIMITS.purposeCharacters} error={wrongIn(wrong, 'words')} onChange={(next) => change({ words: next })} /></View>
      <View className="u-mt4"><Switch checked={changesContact} label="也换联系人" note="不点，还是原来的" onChange={(next) => change({ changesContact: next })} /></View>
      {changesContact && <View className="u-mt4"><Field label="联系人" value={contactName} placeholder="社区打电话找谁" maxLength={LIMITS.nameCharacters} error={wrongIn(wrong, 'contact.name')} onChange={(next) => change({ contactName: next })} /></View>}
      {changesContact && <View className="u-mt4"><Field label="电话" inputType="number" value={phone} placeholder="11 位手机号" maxLength={13} error={wrongIn(wrong, 'contact.phone')} onChange={(next) => change({ phone: next })} /></View>}
      <View className="u-cap u-mt4">店名和信用代码跟着执照走，在这里不改。</View>
      {command.failure !== null && !isBeside && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
    </Sheet>
  );
}
