import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type TeamView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

const CHANGED = ['team.get', 'team.mine', 'team.list', 'home.overview', 'notice.inbox', 'activity.list', 'staff.queue'] as const;

/** The one next act of the reader on a team's page; null when there is none. */
export function TeamBar({ team }: { team: TeamView }) {
  if (team.canDecide) return <DecideBar teamId={team.teamId} />;
  if (team.place === 'invited') return <InvitedBar team={team} />;
  if (team.canTakeOver) return <TakeOverBar teamId={team.teamId} />;
  return team.canJoin ? <JoinBar teamId={team.teamId} /> : null;
}

export const hasBar = (team: TeamView): boolean => team.canDecide || team.place === 'invited' || team.canTakeOver || team.canJoin;

function JoinBar({ teamId }: { teamId: string }) {
  const command = useApiCommand('team.join', { about: teamId, invalidates: CHANGED, onDone: () => toast('问过队长了，有回音告诉您') });
  return <BottomBar failure={command.failure} note="队长点头就进来了，随时可以退出"><Button busy={command.isBusy} busyText="正在告诉队长…" onClick={() => command.run({ teamId })}>我想加入</Button></BottomBar>;
}

function InvitedBar({ team }: { team: TeamView }) {
  const command = useApiCommand('team.answerInvite', { about: team.teamId, invalidates: CHANGED });
  const answer = async (accept: boolean): Promise<void> => {
    if ((await command.run({ teamId: team.teamId, accept })) !== null) toast(accept ? '欢迎，您进来了' : '知道了，谢谢您说一声');
  };
  return (
    <BottomBar failure={command.failure} aside={<Button kind="secondary" onClick={() => answer(false)}>这次不来</Button>}>
      <Button busy={command.isBusy} busyText="正在加入…" onClick={() => answer(true)}>好，我来</Button>
    </BottomBar>
  );
}

function TakeOverBar({ teamId }: { teamId: string }) {
  const command = useApiCommand('team.takeOver', { about: teamId, invalidates: CHANGED, onDone: () => toast('现在由您牵头') });
  return <BottomBar failure={command.failure}><Button busy={command.isBusy} busyText="正在接…" onClick={() => command.run({ teamId })}>接过来，由我牵头</Button></BottomBar>;
}

function DecideBar({ teamId }: { teamId: string }) {
  const [isRefusing, setRefusing] = useState(false);
  const [note, setNote] = useState('');
  const command = useApiCommand('team.decide', { about: teamId, invalidates: CHANGED });
  const approve = async (): Promise<void> => {
    if ((await command.run({ teamId, decision: { kind: 'approve' } })) !== null) toast('成立了，告诉 TA 了');
  };
  const refuse = async (): Promise<void> => {
    if ((await command.run({ teamId, decision: { kind: 'refuse', note: note.trim() } })) === null) return;
    setRefusing(false);
    toast('告诉 TA 了');
  };
  return (
    <BottomBar failure={isRefusing ? null : command.failure} aside={<Button kind="secondary" onClick={() => setRefusing(true)}>先不成立</Button>}>
      <Button busy={command.isBusy} busyText="正在记下…" onClick={approve}>同意成立</Button>
      <Sheet isOpen={isRefusing} title="先不成立，为什么？" onClose={() => setRefusing(false)} action={<Button busy={command.isBusy} busyText="正在告诉 TA…" disabled={note.trim() === ''} reason="先写一句" onClick={refuse}>告诉 TA</Button>}>
        <Field label="给 TA 的一句话" kind="textarea" value={note} maxLength={LIMITS.noteCharacters} placeholder="比如：和街道的巡河队一起吧，队长电话我给您" error={command.fields.note} onChange={setNote} />
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </BottomBar>
  );
}
