import { useState } from 'react';
import { View } from '@tarojs/components';
import { ROLE_LABEL, type PersonView, type RoleView, type RouteName } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import './member.css';

export interface PersonRowProps {
  person: PersonView;
  /** Whether this role may be taken back by the reader. */
  canRevoke: (role: RoleView, person: PersonView) => boolean;
  onChanged: (person: PersonView) => void;
}

const STALE: readonly RouteName[] = ['member.roleHolders'];

/** Somebody with their roles; those inside the reader's scope can be taken back. Stands in a list or alone on a card. */
export function PersonRow({ person, canRevoke, onChanged }: PersonRowProps) {
  return (
    <View className="mem-person">
      <Avatar name={person.displayName} size={44} />
      <View className="u-grow">
        <View className="u-h3 u-break">{person.displayName}</View>
        <View className="u-cap">住在{person.communityName}</View>
        {person.frozenUntilMs > serverNowMs() && <View className="u-sub u-accent">暂停认领到 {formatDate(person.frozenUntilMs, serverNowMs())}</View>}
        {person.roles.length === 0 && <View className="u-sub u-mt1">还没有身份，是居民。</View>}
        {person.roles.map((held) => (
          <HeldRole key={`${held.role}-${held.areaId}`} person={person} held={held} canRevoke={canRevoke(held, person)} onChanged={onChanged} />
        ))}
      </View>
    </View>
  );
}

interface HeldRoleProps {
  person: PersonView;
  held: RoleView;
  canRevoke: boolean;
  onChanged: (person: PersonView) => void;
}

/** One role; taking it back is asked once, because work stops with it. */
function HeldRole({ person, held, canRevoke, onChanged }: HeldRoleProps) {
  const [isOpen, setOpen] = useState(false);
  const revoke = useApiCommand('member.revokeRole', {
    about: `${person.memberId}:${held.role}:${held.areaId}`,
    invalidates: STALE,
    onDone: (changed) => {
      setOpen(false);
      onChanged(changed);
    },
  });
  const roleText = `${held.areaName}的${ROLE_LABEL[held.role]}`;
  return (
    <View className="mem-held">
      <View className="u-grow">
        {held.merchantName !== null && <View className="u-mid u-bold">{held.merchantName}</View>}
        <View className={held.merchantName === null ? 'u-mid' : 'u-cap'}>{roleText}</View>
      </View>
      {canRevoke && <Button kind="text" size="small" onClick={() => setOpen(true)}>收回</Button>}
      <Sheet
        isOpen={isOpen}
        title={`收回${person.displayName}的身份？`}
        onClose={() => setOpen(false)}
        action={<Button busy={revoke.isBusy} busyText="正在收回…" onClick={() => void revoke.run({ memberId: person.memberId, role: held.role, areaId: held.areaId })}>收回</Button>}
      >
        <View className="u-body">{person.displayName}不再是{roleText}，工作台马上关上，手上没办完的事要交给别人。随时可以再给。</View>
        {revoke.failure !== null && <View className="u-mt3"><Notice tone="warn">{revoke.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
