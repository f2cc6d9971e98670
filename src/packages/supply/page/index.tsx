import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { SupplyScreen } from '@/features/supply/supply-screen';
import { readQuery } from '@/lib/pages';

/** 一份资源 */
export default function SupplyPage() {
  const supplyId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="supplies">{() => <SupplyScreen supplyId={supplyId} />}</MemberGate>;
}
