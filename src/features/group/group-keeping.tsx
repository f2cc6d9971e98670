import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type GroupOwnerView, type GroupView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { formatDate } from '@/lib/format';
import { replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { boundText, spacedInvite } from './group-words';

export const GROUP_READS = ['group.mine', 'group.get', 'group.list'] as const;

/** Who keeps a group, another owner by a code, and ways out. */
export function GroupKeeping({ group, isStaff }: { group: GroupView; isStaff: boolean }) {
  const [isEnding, setEnding] = useState(false);
  const leaving = (): void => void replacePage(group.isMine ? 'myGroups' : 'staffGroups');
  const end = useApiCommand('group.end', { about: group.groupId, invalidates: GROUP_READS, onDone: () => { toast(group.isMine ? '解绑了，群里的卡片照样能打开' : '停用了，群主会看到原因'); leaving(); } });
  const leave = useApiCommand('group.leave', { about: group.groupId, invalidates: GROUP_READS, onDone: () => { toast('您不再管这个群了'); leaving(); } });
  const endText = group.isMine ? '解绑这个群' : '停用这个群';
  return (
    <View>
      <SectionHead title="群主" note={boundText(group)} />
      <Card>{group.owners.map((owner) => <OwnerRow key={owner.memberId} group={group} owner={owner} />)}</Card>
      <View className="u-stack u-mt4">
        {group.isMine && <Invite groupId={group.groupId} />}
        {group.isMine && <Rename group={group} />}
        {group.isMine && group.owners.length > 1 && <Button kind="text" busy={leave.isBusy} onClick={() => leave.run({ groupId: group.groupId })}>我不管这个群了</Button>}
        {leave.failure !== null && <View className="u-sub u-accent">{leave.failure.message}</View>}
        {group.canEnd && <Button kind="text" onClick={() => setEnding(true)}>{endText}</Button>}
      </View>
      <WordsSheet isOpen={isEnding} title={endText} note={group.isMine ? '以后这个群转的不再数人。数过的数字留着，打开过的人我们会忘掉。想再用，重新绑一次。' : '写一句为什么，群主会看到。停用以后只有社区能再绑。'} placeholder={group.isMine ? '想说一句就写，不写也行' : '比如：群里在卖东西'} isNeeded={isStaff && !group.isMine} actionText={endText} command={end} field="reason" onClose={() => setEnding(false)} onSend={(reason) => end.run({ groupId: group.groupId, reason })} />
    </View>
  );
}

function OwnerRow({ group, owner }: { group: GroupView; owner: GroupOwnerView }) {
  const remove = useApiCommand('group.removeOwner', { about: `${group.groupId}:${owner.memberId}`, invalidates: GROUP_READS });
  return (
    <View className="u-row u-between u-gap3">
      <View className="u-grow">
        <View className="u-mid u-bold">{owner.name}{owner.isMe ? '（我）' : ''}</View>
        <View className="u-cap">{formatDate(owner.sinceMs, serverNowMs())}起</View>
        {remove.failure !== null && <View className="u-sub u-accent">{remove.failure.message}</View>}
      </View>
      {group.canRemoveOwner && !owner.isMe && <Button kind="text" size="small" busy={remove.isBusy} onClick={() => remove.run({ groupId: group.groupId, memberId: owner.memberId })}>请出</Button>}
    </View>
  );
}

/** What the group is called here; nobody but its owners and staff read it. */
function Rename({ group }: { group: GroupView }) {
  const [name, setName] = useState<string | null>(null);
  const command = useApiCommand('group.rename', { about: group.groupId, invalidates: GROUP_READS, onDone: () => { setName(null); toast('改好了'); } });
  const words = (name ?? '').trim();
  return (
    <View>
      <Button kind="text" icon="edit" onClick={() => setName(group.name)}>改群的名字</Button>
      <Sheet isOpen={name !== null} title="改群的名字" onClose={() => setName(null)} action={<Button busy={command.isBusy} busyText="正在改…" disabled={words === '' || words === group.name} reason="先写一个新的名字" onClick={() => command.run({ groupId: group.groupId, name: words })}>改好</Button>}>
        <Field label="群的名字" hint="只有群主和社区看得到" value={name ?? ''} maxLength={LIMITS.nameCharacters} error={command.fields.name ?? command.failure?.message} onChange={(text) => { command.clear(); setName(text); }} />
      </Sheet>
    </View>
  );
}

function Invite({ groupId }: { groupId: string }) {
  const [code, setCode] = useState<string | null>(null);
  const command = useApiCommand('group.invite', { about: groupId, onDone: (invitation) => setCode(invitation.code) });
  return (
    <View>
      <Button kind="secondary" icon="users" busy={command.isBusy} onClick={() => command.run({ groupId })}>请另一位群主一起管</Button>
      {command.failure !== null && <View className="u-sub u-accent u-mt2">{command.failure.message}</View>}
      <Sheet isOpen={code !== null} title="邀请码" onClose={() => setCode(null)}>
        <View className="u-display group-letters">{spacedInvite(code ?? '')}</View>
        <View className="u-sub u-mt4">告诉另一位群主，在“我的群”里输。只能用一次，七天内有效；再要一个，这个就不能用了。</View>
      </Sheet>
    </View>
  );
}
