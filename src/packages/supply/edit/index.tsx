import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { EditSupplyScreen, NewSupplyScreen } from '@/features/supply/edit-screen';
import { readQuery } from '@/lib/pages';

/** 登记一份, or changing it. */
export default function EditSupplyPage() {
  const supplyId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="supplies">{(me) => (supplyId === '' ? <NewSupplyScreen me={me} /> : <EditSupplyScreen supplyId={supplyId} />)}</MemberGate>;
}
