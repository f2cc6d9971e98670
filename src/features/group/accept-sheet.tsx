import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';
import { cleanInvite, isWholeInvite } from './group-words';

/** Comes in by the eight digits that another owner of the group tells. */
export function AcceptSheet({ isOpen, onClose, onJoined }: { isOpen: boolean; onClose: () => void; onJoined: (groupId: string) => void }) {
  const [code, setCode] = useState('');
  const command = useApiCommand('group.accept', { about: cleanInvite(code), invalidates: ['group.mine'], onDone: ({ groupId }) => onJoined(groupId) });
  return (
    <Sheet isOpen={isOpen} title="一起管一个群" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在加入…" disabled={!isWholeInvite(code)} reason="邀请码是 8 个数字" onClick={() => command.run({ code: cleanInvite(code) })}>加入</Button>}>
      <Field label="另一位群主给的邀请码" inputType="number" value={code} maxLength={9} placeholder="例如 1234 5678" error={command.fields.code ?? command.failure?.message} onChange={(text) => { command.clear(); setCode(text); }} />
      <View className="u-sub u-mt4">加入以后，您也能转东西到这个群、看到数字。其他群主看得到您的称呼。</View>
    </Sheet>
  );
}
