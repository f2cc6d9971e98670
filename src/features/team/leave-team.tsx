import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type TeamView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { groupWord } from './team-words';

const CHANGED = ['team.get', 'team.mine', 'team.list', 'activity.list', 'shift.mine', 'staff.queue'] as const;

/** Goes, or takes the question back; asked once. */
export function LeaveTeam({ team, onLeft }: { team: TeamView; onLeft: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('team.leave', { about: team.teamId, invalidates: CHANGED, onDone: () => { setOpen(false); toast(team.place === 'asked' ? '收回来了' : '退出了'); onLeft(); } });
  const isAsked = team.place === 'asked';
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>{isAsked ? '不想加入了，收回' : `退出${groupWord(team.kind)}`}</Button>
      <Sheet isOpen={isOpen} title={isAsked ? '收回加入的请求？' : `退出${team.name}？`} onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在办…" onClick={() => command.run({ teamId: team.teamId })}>{isAsked ? '收回' : '退出'}</Button>}>
        <View className="u-body">{isAsked ? '队长不会再看到，想来随时可以再问。' : '只给队员的班次，您报的会一起退掉。想回来随时可以再问。'}</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}

/** Closes it for good, with a sentence that its people read. */
export function CloseTeam({ team }: { team: TeamView }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useApiCommand('team.close', { about: team.teamId, invalidates: CHANGED, onDone: () => { setOpen(false); toast('关掉了，告诉大家了'); } });
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>{team.state === 'proposed' ? '不成立了，收回' : `关掉${groupWord(team.kind)}`}</Button>
      <Sheet isOpen={isOpen} title={`关掉${team.name}？`} onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在关…" disabled={reason.trim() === ''} reason="先写一句为什么" onClick={() => command.run({ teamId: team.teamId, reason: reason.trim() })}>关掉</Button>}>
        <View className="u-body">关掉以后大家就不在队里了，办过的班次都还记着。</View>
        <View className="u-mt4"><Field label="跟大家说一句为什么" kind="textarea" value={reason} maxLength={LIMITS.noteCharacters} error={command.fields.reason} onChange={setReason} /></View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
