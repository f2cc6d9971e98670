import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView, PersonView, RoleView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { FreezePerson } from '@/features/member/freeze-person';
import { GrantForm } from '@/features/member/grant-form';
import { MemberGate } from '@/features/member/member-gate';
import { PersonFinder } from '@/features/member/person-finder';
import { PersonRow } from '@/features/member/person-row';
import { decideGrantableRoles, decideManagedAreas } from '@/features/member/role-scope';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 身份管理: look somebody up, give or take back a role, stop their claims for some days, see who holds a role. */
export default function StaffRolesPage() {
  return (
    <Screen title="身份管理">
      <MemberGate back="staffRoles" roles={['administrator', 'staff']}>{(me) => <Roles me={me} />}</MemberGate>
    </Screen>
  );
}

function Roles({ me }: { me: MeView }) {
  const areas = decideManagedAreas(me.roles);
  const [areaId, setAreaId] = useState(areas[0]?.areaId ?? '');
  const [found, setFound] = useState<PersonView | null>(null);
  const area = areas.find((one) => one.areaId === areaId) ?? areas[0];
  // Nobody takes the administrator's role from themselves, or the last one could lock everybody out.
  const canRevoke = (held: RoleView, person: PersonView): boolean =>
    decideGrantableRoles(me.roles, held.areaId).includes(held.role) && !(held.role === 'administrator' && person.memberId === me.memberId);
  if (area === undefined) return null;
  return (
    <View>
      <PersonFinder onFound={setFound} />
      {found !== null && (
        <View className="u-mt4">
          <View className="mem-links"><PersonRow person={found} canRevoke={canRevoke} onChanged={setFound} /></View>
          {found.memberId !== me.memberId && <FreezePerson person={found} onChanged={setFound} />}
          <GrantForm key={found.memberId} me={me} person={found} startPath={[{ areaId: area.areaId, name: area.areaName }]} onGranted={setFound} />
        </View>
      )}
      <SectionHead title={`${area.areaName}有身份的人`} />
      {areas.length > 1 && (
        <ChipRow edge>
          {areas.map((one) => <Chip key={one.areaId} kind="filter" on={one.areaId === area.areaId} onClick={() => setAreaId(one.areaId)}>{one.areaName}</Chip>)}
        </ChipRow>
      )}
      <Holders key={area.areaId} areaId={area.areaId} canRevoke={canRevoke} />
    </View>
  );
}

function Holders({ areaId, canRevoke }: { areaId: string; canRevoke: (held: RoleView, person: PersonView) => boolean }) {
  const holders = useApiPages('member.roleHolders', { areaId });
  useListPage(holders);
  if (holders.isLoading) return <SkeletonList count={3} kind="row" />;
  if (holders.failure !== null) return <ErrorState failure={holders.failure} onRetry={() => void holders.refresh()} />;
  if (holders.items.length === 0) return <EmptyState scene="basket" title="这里还没有人有身份" note="请同事或商户念一下编号，在上面查到 TA，再给身份。" />;
  return (
    <View>
      <View className="mem-links">
        {holders.items.map((person) => <PersonRow key={person.memberId} person={person} canRevoke={canRevoke} onChanged={() => void holders.refresh()} />)}
      </View>
      <ListFoot pages={holders} />
    </View>
  );
}
