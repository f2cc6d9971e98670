import { View } from '@tarojs/components';
import { useState } from 'react';
import type { UnitView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';
import { cleanCode } from './unit-words';

const CODE_CHARACTERS = 8;

/** Joins by the code that the contact reads out. */
export function JoinUnitSheet({ isOpen, onClose, onJoined }: { isOpen: boolean; onClose: () => void; onJoined: (unit: UnitView) => void }) {
  const [code, setCode] = useState('');
  const command = useApiCommand('unit.join', { about: cleanCode(code), invalidates: ['unit.mine'] });
  const isWhole = cleanCode(code).length === CODE_CHARACTERS;
  const join = async (): Promise<void> => {
    const unit = await command.run({ code: cleanCode(code) });
    if (unit !== null) onJoined(unit);
  };
  return (
    <Sheet isOpen={isOpen} title="加入一个单位" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在加入…" disabled={!isWhole} reason="编号是 8 位" onClick={join}>加入，做后备</Button>}>
      <Field label="请联系人念一下编号" hint="在对方的“我的单位”里" value={code} maxLength={CODE_CHARACTERS + 3} placeholder="例如 K7M2 P4QX" error={command.fields.code ?? command.failure?.message} onChange={(text) => { command.clear(); setCode(text); }} />
      <View className="u-sub u-mt4">加入后看得到这个单位手上的认领。联系人走开了，由先加入的人接着办。</View>
    </Sheet>
  );
}
