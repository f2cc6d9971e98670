import { useRouter } from '@tarojs/taro';
import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { SuitedWishes } from '@/features/supply/suited-wishes';
import { readQuery } from '@/lib/pages';

/** 适合您的心愿 */
export default function SupplyWishesPage() {
  const supplyId = readQuery(useRouter().params, 'id') ?? '';
  return <Screen title="适合您的心愿"><MemberGate back="supplyWishes">{() => <SuitedWishes supplyId={supplyId} />}</MemberGate></Screen>;
}
