import { View } from '@tarojs/components';
import type { TeamPersonView } from '@contract';
import { Button } from '@/components/button/button';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

/** Somebody asked to come in: yes or no. */
export function AskerActs({ teamId, person }: { teamId: string; person: TeamPersonView }) {
  const memberId = person.memberId ?? '';
  const command = useApiCommand('team.answer', { about: `${teamId}:${memberId}`, invalidates: ['team.get', 'home.overview', 'notice.inbox'] });
  const answer = async (accept: boolean): Promise<void> => {
    if ((await command.run({ teamId, memberId, accept })) !== null) toast(accept ? `${person.name}进来了` : '婉拒了，告诉 TA 了');
    else toast('没记上，再点一次');
  };
  return (
    <View className="u-row u-gap2">
      <Button kind="text" size="small" onClick={() => answer(false)}>婉拒</Button>
      <Button kind="tint" size="small" busy={command.isBusy} busyText="…" onClick={() => answer(true)}>请进来</Button>
    </View>
  );
}
