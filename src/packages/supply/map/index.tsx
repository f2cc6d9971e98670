import { Screen } from '@/components/screen/screen';
import { doesStaffWork } from '@/features/home/staff-work';
import { MemberGate } from '@/features/member/member-gate';
import { SupplyMap } from '@/features/supply/supply-map';

/** 资源地图 */
export default function SupplyMapPage() {
  return <Screen title="资源地图"><MemberGate back="supplyMap">{(me) => <SupplyMap isStaff={doesStaffWork(me.roles)} />}</MemberGate></Screen>;
}
