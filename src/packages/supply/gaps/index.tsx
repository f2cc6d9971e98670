import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { SupplyGaps } from '@/features/supply/supply-gaps';

/** 缺口 */
export default function SupplyGapsPage() {
  return <Screen title="缺口"><MemberGate back="supplyGaps" roles={['administrator', 'staff', 'socialWorker']}>{() => <SupplyGaps />}</MemberGate></Screen>;
}
