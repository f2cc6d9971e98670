import { Screen } from '@/components/screen/screen';
import { DirectedList } from '@/features/directed/directed-list';
import { MemberGate } from '@/features/member/member-gate';

/** 定向赠与: what was given to one project or organisation of the community. */
export default function DirectedListPage() {
  return <Screen title="定向赠与"><MemberGate back="directedList">{(me) => <DirectedList me={me} />}</MemberGate></Screen>;
}
