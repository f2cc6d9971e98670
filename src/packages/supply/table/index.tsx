import { Screen } from '@/components/screen/screen';
import { doesStaffWork } from '@/features/home/staff-work';
import { MemberGate } from '@/features/member/member-gate';
import { SupplyTable } from '@/features/supply/supply-table';

/** 资源匹配表 */
export default function SupplyTablePage() {
  return <Screen title="资源匹配表"><MemberGate back="supplyTable">{(me) => <SupplyTable isStaff={doesStaffWork(me.roles)} />}</MemberGate></Screen>;
}
