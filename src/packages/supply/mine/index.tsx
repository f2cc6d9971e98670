import { Screen } from '@/components/screen/screen';
import { doesStaffWork } from '@/features/home/staff-work';
import { MemberGate } from '@/features/member/member-gate';
import { MySupplies } from '@/features/supply/my-supplies';

/** 我能提供的 */
export default function MySuppliesPage() {
  return <Screen title="我能提供的"><MemberGate back="supplies">{(me) => <MySupplies isStaff={doesStaffWork(me.roles)} />}</MemberGate></Screen>;
}
