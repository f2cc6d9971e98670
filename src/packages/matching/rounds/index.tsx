import { Screen } from '@/components/screen/screen';
import { MatchRoundList } from '@/features/match-round/round-list';
import { MemberGate } from '@/features/member/member-gate';

/** 供需配对: rounds of matching of a community, for staff. */
export default function MatchRoundsPage() {
  return <Screen title="供需配对"><MemberGate roles={['administrator', 'staff', 'socialWorker']}>{() => <MatchRoundList />}</MemberGate></Screen>;
}
