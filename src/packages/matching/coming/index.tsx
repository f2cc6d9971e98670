import { useRouter } from '@tarojs/taro';
import { Screen } from '@/components/screen/screen';
import { ComingScreen } from '@/features/match-round/coming-screen';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

/** Who may come for a wish. */
export default function MatchComingPage() {
  const wishId = readQuery(useRouter().params, 'wishId') ?? '';
  return <Screen title="谁可能来"><MemberGate>{() => <ComingScreen wishId={wishId} />}</MemberGate></Screen>;
}
