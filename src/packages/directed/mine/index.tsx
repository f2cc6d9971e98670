import { Screen } from '@/components/screen/screen';
import { MyDirected } from '@/features/directed/directed-list';
import { MemberGate } from '@/features/member/member-gate';

/** 我的定向赠与 */
export default function MyDirectedPage() {
  return <Screen title="我的定向赠与"><MemberGate back="myDirected">{(me) => <MyDirected me={me} />}</MemberGate></Screen>;
}
