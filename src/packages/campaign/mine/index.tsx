import { Screen } from '@/components/screen/screen';
import { MyContributions } from '@/features/contribution/my-contributions';
import { MemberGate } from '@/features/member/member-gate';

/** 我出过的 */
export default function MyContributionsPage() {
  return <Screen title="我出过的"><MemberGate back="myContributions">{() => <MyContributions />}</MemberGate></Screen>;
}
