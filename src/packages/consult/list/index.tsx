import { Screen } from '@/components/screen/screen';
import { ConsultList } from '@/features/consult/consult-list';
import { MemberGate } from '@/features/member/member-gate';

/** 一起商量 */
export default function ConsultsPage() {
  return <Screen title="一起商量"><MemberGate>{() => <ConsultList />}</MemberGate></Screen>;
}
