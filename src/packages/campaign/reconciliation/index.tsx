import { useRouter } from '@tarojs/taro';
import { ReconciliationScreen } from '@/features/contribution/reconciliation-screen';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

/** One day of 对账 */
export default function ReconciliationPage() {
  const { params } = useRouter();
  return <MemberGate roles={['administrator', 'staff', 'socialWorker']}>{() => <ReconciliationScreen reconciliationId={readQuery(params, 'id') ?? ''} />}</MemberGate>;
}
