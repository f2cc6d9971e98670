import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';
import { cleanCode, SHOP_READS } from './shop-words';

const CODE_DIGITS = 8;

/** Comes in by the eight digits that an owner of the shop tells. */
export function JoinShopSheet({ isOpen, onClose, onJoined }: { isOpen: boolean; onClose: () => void; onJoined: (shopId: string) => void }) {
  const [text, setText] = useState('');
  const code = cleanCode(text);
  const command = useApiCommand('shop.accept', { about: code, invalidates: SHOP_READS, onDone: ({ shopId }) => onJoined(shopId) });
  return (
    <Sheet isOpen={isOpen} title="到一家店帮忙" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在加入…" disabled={code.length !== CODE_DIGITS} reason="邀请码是 8 个数字" onClick={() => command.run({ code })}>加入</Button>}>
      <Field label="店主给的邀请码" inputType="number" value={text} maxLength={9} placeholder="例如 1234 5678" error={command.fields.code ?? command.failure?.message} onChange={(next) => { command.clear(); setText(next); }} />
      <View className="u-sub u-mt4">加入以后，店里要送的您都看得到，送到了也由您来说。店里的人看得到您的称呼。</View>
    </Sheet>
  );
}
