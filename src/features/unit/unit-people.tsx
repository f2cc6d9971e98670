import { View } from '@tarojs/components';
import { useState } from 'react';
import type { UnitDetailView, UnitPersonView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { Tag } from '@/components/tag/tag';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import './unit.css';

type Act = { readonly kind: 'handOver' | 'takeOut' | 'leave'; readonly person: UnitPersonView };

const TITLE: Readonly<Record<Act['kind'], (name: string) => string>> = {
  handOver: (name) => `交给${name}来联系？`,
  takeOut: (name) => `请${name}退出？`,
  leave: () => '退出这个单位？',
};

const BUTTON: Readonly<Record<Act['kind'], string>> = { handOver: '交给 TA', takeOut: '请 TA 退出', leave: '退出' };

function words(act: Act, unit: UnitDetailView): string {
  if (act.kind === 'handOver') return `以后由${act.person.displayName}认领、送到、和对方说，没送到的 ${unit.claims.length} 份都在 TA 那里看得到。`;
  if (act.kind === 'takeOut') return `${act.person.displayName}不再看到这个单位的认领，随时可以再请回来。`;
  if (!act.person.isContact) return '以后不再看到这个单位的认领。';
  return unit.people.length > 1 ? '您是联系人。退出后由先加入的后备接着联系，没送到的认领都在 TA 那里。' : '您是联系人，也没有后备。退出后社区会另找一位联系人。';
}

/** Its people: who is the contact, who stands in; handing over and leaving are asked once. */
export function UnitPeople({ unit, onChanged }: { unit: UnitDetailView; onChanged: () => void }) {
  const [act, setAct] = useState<Act | null>(null);
  return (
    <View className="unit-people">
      {unit.people.map((person) => (
        <View key={person.memberId} className="unit-person">
          <Avatar name={person.displayName} size={40} />
          <View className="u-grow">
            <View className="u-mid u-bold u-break">{person.displayName}{person.isMe ? '（您）' : ''}</View>
            <View className="u-cap">{person.isContact ? '联系人' : '后备'}</View>
          </View>
          {person.isContact && !person.isMe && <Tag tone="accent">联系人</Tag>}
          {unit.canHandOver && !person.isContact && <Button kind="tint" size="small" onClick={() => setAct({ kind: 'handOver', person })}>交给 TA</Button>}
          {unit.isContact && !person.isMe && <Button kind="text" size="small" onClick={() => setAct({ kind: 'takeOut', person })}>请退出</Button>}
          {person.isMe && unit.state !== 'closed' && <Button kind="text" size="small" onClick={() => setAct({ kind: 'leave', person })}>退出</Button>}
        </View>
      ))}
      {act !== null && <ActSheet key={`${act.kind}-${act.person.memberId}`} act={act} unit={unit} onClose={() => setAct(null)} onDone={() => { setAct(null); onChanged(); }} />}
    </View>
  );
}

function ActSheet({ act, unit, onClose, onDone }: { act: Act; unit: UnitDetailView; onClose: () => void; onDone: () => void }) {
  const about = `${unit.unitId}:${act.person.memberId}`;
  const handOver = useApiCommand('unit.handOver', { about, invalidates: ['unit.get', 'unit.mine', 'claim.mine', 'staff.queue'] });
  const leave = useApiCommand('unit.leave', { about, invalidates: ['unit.get', 'unit.mine', 'claim.mine'] });
  const failure = handOver.failure ?? leave.failure;
  const carryOut = async (): Promise<void> => {
    const done = act.kind === 'handOver' ? await handOver.run({ unitId: unit.unitId, memberId: act.person.memberId }) : await leave.run({ unitId: unit.unitId, memberId: act.person.memberId });
    if (done === null) return;
    if (act.kind === 'handOver') toast(`现在由${act.person.displayName}联系`);
    onDone();
  };
  return (
    <Sheet isOpen title={TITLE[act.kind](act.person.displayName)} onClose={onClose} action={<Button busy={handOver.isBusy || leave.isBusy} busyText="正在办…" onClick={carryOut}>{BUTTON[act.kind]}</Button>}>
      <View className="u-body">{words(act, unit)}</View>
      {failure !== null && <View className="u-mt4"><Notice tone="accent">{failure.message}</Notice></View>}
    </Sheet>
  );
}
