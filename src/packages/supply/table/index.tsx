import type { Role } from '@contract';
import { Screen } from '@/components/screen/screen';
import { doesStaffWork } from '@/features/home/staff-work';
import { CommunityChoice } from '@/features/member/community-choice';
import { MemberGate } from '@/features/member/member-gate';
import { STAFF_ROLES } from '@/features/member/work-place';
import { SupplyTable } from '@/features/supply/supply-table';

/** Whoever works for an area, and shops admitted to it. */
const READERS: readonly Role[] = [...STAFF_ROLES, 'merchant'];

/** 资源匹配表 */
export default function SupplyTablePage() {
  return (
    <Screen title="资源匹配表">
      <MemberGate back="supplyTable">{(me) => <CommunityChoice me={me} roles={READERS}>{({ areaId, name }) => <SupplyTable communityId={areaId} communityName={name} isStaff={doesStaffWork(me.roles)} />}</CommunityChoice>}</MemberGate>
    </Screen>
  );
}
