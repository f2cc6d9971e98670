import { View } from '@tarojs/components';
import { ROLE_LABEL, type PersonView, type RoleView, type RouteName } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { useApiCommand } from '@/lib/use-api-command';
import './member.css';

export interface PersonCardProps {
  person: PersonView;
  /** Whether this role may be taken back by the reader. */
  canRevoke: (role: RoleView, person: PersonView) => boolean;
  onChanged: (person: PersonView) => void;
}

const STALE: readonly RouteName[] = ['member.roleHolders'];

/** Somebody with their roles; those inside the reader's scope can be taken back. */
export function PersonCard({ person, canRevoke, onChanged }: PersonCardProps) {
  return (
    <View className="mem-card">
      <View className="u-row u-gap3">
        <Avatar name={person.displayName} size={44} />
        <View className="u-grow">
          <View className="u-h3 u-break">{person.displayName}</View>
          <View className="u-sub">{person.communityName}</View>
        </View>
      </View>
      <View className="u-mt2">
        {person.roles.length === 0 && <View className="u-sub mem-role">还没有身份，是居民。</View>}
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

function HeldRole({ person, held, canRevoke, onChanged }: HeldRoleProps) {
  const revoke = useApiCommand('member.revokeRole', { about: `${person.memberId}:${held.role}:${held.areaId}`, invalidates: STALE, onDone: onChanged });
  return (
    <View className="mem-role u-wrap">
      <View className="u-grow">
        <View className="u-bold">{held.merchantName ?? ROLE_LABEL[held.role]}</View>
        <View className="u-cap">{held.merchantName === null ? held.areaName : `${ROLE_LABEL[held.role]} · ${held.areaName}`}</View>
      </View>
      {canRevoke && (
        <Button kind="text" size="small" busy={revoke.isBusy} busyText="正在收回…" onClick={() => void revoke.run({ memberId: person.memberId, role: held.role, areaId: held.areaId })}>收回</Button>
      )}
      {revoke.failure !== null && <Notice tone="warn">{revoke.failure.message}</Notice>}
    </View>
  );
}
