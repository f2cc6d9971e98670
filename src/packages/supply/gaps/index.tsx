import { Screen } from '@/components/screen/screen';
import { CommunityChoice } from '@/features/member/community-choice';
import { MemberGate } from '@/features/member/member-gate';
import { STAFF_ROLES } from '@/features/member/work-place';
import { SupplyGaps } from '@/features/supply/supply-gaps';

/** 缺口 */
export default function SupplyGapsPage() {
  return <Screen title="缺口"><MemberGate back="supplyGaps" roles={STAFF_ROLES}>{(me) => <CommunityChoice me={me}>{({ areaId }) => <SupplyGaps communityId={areaId} />}</CommunityChoice>}</MemberGate></Screen>;
}
