import type { Role } from '@contract';
import { Screen } from '@/components/screen/screen';
import { doesStaffWork } from '@/features/home/staff-work';
import { CommunityChoice } from '@/features/member/community-choice';
import { MemberGate } from '@/features/member/member-gate';
import { STAFF_ROLES } from '@/features/member/work-place';
import { SupplyMap } from '@/features/supply/supply-map';

/** Whoever works for an area, and shops admitted to it. */
const READERS: readonly Role[] = [...STAFF_ROLES, 'merchant'];

/** 资源地图 */
export default function SupplyMapPage() {
  return (
    <Screen title="资源地图">
      <MemberGate back="supplyMap">{(me) => <CommunityChoice me={me} roles={READERS}>{({ areaId, name }) => <SupplyMap communityId={areaId} communityName={name} isStaff={doesStaffWork(me.roles)} />}</CommunityChoice>}</MemberGate>
    </Screen>
  );
}
