import { ArrivalsScreen } from '@/features/handover/arrivals-screen';
import { MemberGate } from '@/features/home/member-gate';

/** 驿站到货 */
export default function ArrivalsPage() {
  return <MemberGate title="驿站到货" about="先加入您的社区，再来办这件事。" back="me">{() => <ArrivalsScreen />}</MemberGate>;
}
