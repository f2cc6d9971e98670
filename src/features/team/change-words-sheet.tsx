import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TeamView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { missingWords, TeamWordsFields, type TeamWordsForm } from './team-fields';

/** Name and purpose anew. */
export function ChangeWordsSheet({ team, onClose }: { team: TeamView; onClose: () => void }) {
  const [value, setValue] = useState<TeamWordsForm>({ name: team.name, purpose: team.purpose });
  const command = useApiCommand('team.update', { about: team.teamId, invalidates: ['team.get', 'team.mine', 'team.list'], onDone: () => { toast('改好了'); onClose(); } });
  const missing = missingWords(value);
  return (
    <Sheet isOpen title="改名字和做什么" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在存…" disabled={missing !== ''} reason={missing} onClick={() => command.run({ teamId: team.teamId, name: value.name.trim(), purpose: value.purpose.trim() })}>存好</Button>}>
      <TeamWordsFields value={value} errors={command.fields} isHelp={team.kind === 'help'} onChange={(patch) => { command.clear(); setValue({ ...value, ...patch }); }} />
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}
