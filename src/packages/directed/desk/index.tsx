import { Screen } from '@/components/screen/screen';
import { DirectedDesk } from '@/features/directed/directed-list';
import { MemberGate } from '@/features/member/member-gate';

/** What waits for staff of directed gifts. */
export default function DirectedDeskPage() {
  return <Screen title="定向赠与，等社区办"><MemberGate roles={['administrator', 'staff', 'socialWorker']}>{() => <DirectedDesk />}</MemberGate></Screen>;
}
