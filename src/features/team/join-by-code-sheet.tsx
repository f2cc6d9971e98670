import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';
import { cleanCode, CODE_CHARACTERS } from './team-words';

/** Comes in by the code that the lead reads out. */
export function JoinByCodeSheet({ isOpen, onClose, onJoined }: { isOpen: boolean; onClose: () => void; onJoined: (teamId: string) => void }) {
  const [code, setCode] = useState('');
  const command = useApiCommand('team.joinByCode', { about: cleanCode(code), invalidates: ['team.mine', 'team.list', 'team.get', 'activity.list'], onDone: ({ teamId }) => onJoined(teamId) });
  const isWhole = cleanCode(code).length === CODE_CHARACTERS;
  return (
    <Sheet isOpen={isOpen} title="用编号加入" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在加入…" disabled={!isWhole} reason="编号是 8 位" onClick={() => command.run({ code: cleanCode(code) })}>加入</Button>}>
      <Field label="请队长念一下编号" hint="在队伍页里" value={code} maxLength={CODE_CHARACTERS + 3} placeholder="例如 K7M2 P4QX" error={command.fields.code ?? command.failure?.message} onChange={(text) => { command.clear(); setCode(text); }} />
      <View className="u-sub u-mt4">加入后，队友看得到您的称呼；队里的班次会先给您看。随时可以退出。</View>
    </Sheet>
  );
}
