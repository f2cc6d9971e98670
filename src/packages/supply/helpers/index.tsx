import { useRouter } from '@tarojs/taro';
import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { SuitedSupplies } from '@/features/supply/suited-supplies';
import { readQuery } from '@/lib/pages';

/** 谁能帮上 */
export default function WishSuppliesPage() {
  const wishId = readQuery(useRouter().params, 'wishId') ?? '';
  return <Screen title="谁能帮上"><MemberGate back="home">{() => <SuitedSupplies wishId={wishId} />}</MemberGate></Screen>;
}
