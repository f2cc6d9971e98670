import { Screen } from '@/components/screen/screen';
import { MatchRoundList } from '@/features/match-round/round-list';
import { CommunityChoice } from '@/features/member/community-choice';
import { MemberGate } from '@/features/member/member-gate';
import { STAFF_ROLES } from '@/features/member/work-place';

/** 供需配对: rounds of matching of a community, for staff. */
export default function MatchRoundsPage() {
  return <Screen title="供需配对"><MemberGate roles={STAFF_ROLES}>{(me) => <CommunityChoice me={me}>{({ areaId }) => <MatchRoundList communityId={areaId} />}</CommunityChoice>}</MemberGate></Screen>;
}
