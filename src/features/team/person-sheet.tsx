import { View } from '@tarojs/components';
import { TEAM_ROLES, type TeamPersonView, type TeamRole, type TeamView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { roleWord } from './team-words';

const ROLE_NOTE: Readonly<Record<TeamRole, string>> = { lead: '排活动、请人、定谁做什么', deputy: '帮着回音、请人、排活动', member: '一起参加' };

/** What a lead can do about one of the team: another role, or taking out. */
export function PersonSheet({ team, person, onClose }: { team: TeamView; person: TeamPersonView; onClose: () => void }) {
  const memberId = person.memberId ?? '';
  const about = `${team.teamId}:${memberId}`;
  const invalidates = ['team.get', 'team.mine', 'staff.queue'] as const;
  const role = useApiCommand('team.setRole', { about, invalidates });
  const remove = useApiCommand('team.remove', { about, invalidates });
  const failure = role.failure ?? remove.failure;
  const isHelp = team.kind === 'help';
  const set = async (next: TeamRole): Promise<void> => {
    if ((await role.run({ teamId: team.teamId, memberId, role: next })) === null) return;
    toast('改好了，告诉 TA 了');
    onClose();
  };
  const takeOut = async (): Promise<void> => {
    if ((await remove.run({ teamId: team.teamId, memberId })) === null) return;
    toast('告诉 TA 了');
    onClose();
  };
  return (
    <Sheet isOpen title={person.name} onClose={onClose}>
      {person.place === 'in' && TEAM_ROLES.filter((one) => one !== person.role).map((one) => (
        <View key={one} className="u-mt3">
          <Button kind={one === 'lead' ? 'tint' : 'secondary'} busy={role.isBusy} busyText="正在改…" onClick={() => set(one)}>{`请 TA 做${roleWord(one, isHelp)}`}</Button>
          <View className="u-cap u-mt1">{ROLE_NOTE[one]}</View>
        </View>
      ))}
      {!person.isMe && person.role !== 'lead' && <View className="u-mt3"><Button kind="text" busy={remove.isBusy} busyText="正在办…" onClick={takeOut}>{person.place === 'invited' ? '收回邀请' : '请 TA 退出'}</Button></View>}
      {failure !== null && <View className="u-mt4"><Notice tone="accent">{failure.message}</Notice></View>}
    </Sheet>
  );
}
