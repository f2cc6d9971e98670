import { Screen } from '@/components/screen/screen';
import { ReconciliationList } from '@/features/contribution/reconciliation-list';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';

/** 对账 */
export default function ReconciliationsPage() {
  return <Screen title="对账"><MemberGate roles={['administrator', 'staff', 'socialWorker']}>{() => <ReconciliationList onOpen={(id) => void openPage('reconciliation', { id })} />}</MemberGate></Screen>;
}
