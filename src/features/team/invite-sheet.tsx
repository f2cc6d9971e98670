import { View } from '@tarojs/components';
import { useState } from 'react';
import { TEAM_RELATION_LABEL, TEAM_RELATIONS, type TeamRelation, type TeamView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { cleanCode, CODE_CHARACTERS } from './team-words';

/** Invites by the code somebody reads out; they come in only when they say yes. */
export function InviteSheet({ team, isOpen, onClose }: { team: TeamView; isOpen: boolean; onClose: () => void }) {
  const [code, setCode] = useState('');
  const [relation, setRelation] = useState<TeamRelation>('volunteer');
  const isHelp = team.kind === 'help';
  const command = useApiCommand('team.invite', { about: `${team.teamId}:${cleanCode(code)}`, invalidates: ['team.get'], onDone: () => { setCode(''); onClose(); toast('请过了，等 TA 点头'); } });
  const invite = (): Promise<unknown> => command.run({ teamId: team.teamId, code: cleanCode(code), relation: isHelp ? relation : null });
  const isWhole = cleanCode(code).length === CODE_CHARACTERS;
  return (
    <Sheet isOpen={isOpen} title="请一位来" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在请…" disabled={!isWhole} reason="编号是 8 位" onClick={invite}>请 TA 来</Button>}>
      <Field label="请对方念一下自己的编号" hint="打开“我的”，往下看到的 8 位" value={code} maxLength={CODE_CHARACTERS + 3} placeholder="例如 K7M2 P4QX" error={command.fields.code ?? (command.fields.relation === undefined ? command.failure?.message : undefined)} onChange={(text) => { command.clear(); setCode(text); }} />
      {isHelp && (
        <View className="u-mt4">
          <FieldFrame label="TA 是" error={command.fields.relation}>
            <ChipWrap>{TEAM_RELATIONS.map((one) => <Chip key={one} on={relation === one} onClick={() => { command.clear(); setRelation(one); }}>{TEAM_RELATION_LABEL[one]}</Chip>)}</ChipWrap>
          </FieldFrame>
        </View>
      )}
      <View className="u-sub u-mt4">{isHelp ? 'TA 点头以后才看得到帮的是谁。' : 'TA 点头以后才算队员。'}</View>
    </Sheet>
  );
}
