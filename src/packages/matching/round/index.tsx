import { useRouter } from '@tarojs/taro';
import { MatchRoundScreen } from '@/features/match-round/round-screen';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

/** One round: the preview, what was sent, what became of it. */
export default function MatchRoundPage() {
  const roundId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="matchRounds" roles={['administrator', 'staff', 'socialWorker']}>{() => <MatchRoundScreen roundId={roundId} />}</MemberGate>;
}
