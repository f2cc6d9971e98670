import { Screen } from '@/components/screen/screen';
import { ProposalsScreen } from '@/features/match-round/proposals-screen';
import { MemberGate } from '@/features/member/member-gate';

/** What a round of matching asks a giver. */
export default function MatchProposalsPage() {
  return <Screen title="适合您的心愿"><MemberGate>{() => <ProposalsScreen />}</MemberGate></Screen>;
}
