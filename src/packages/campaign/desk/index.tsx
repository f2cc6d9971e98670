import { Screen } from '@/components/screen/screen';
import { MoneyDesk } from '@/features/contribution/money-desk';
import { MemberGate } from '@/features/member/member-gate';

/** 现金和退款 */
export default function MoneyDeskPage() {
  return <Screen title="现金和退款"><MemberGate roles={['administrator', 'staff', 'socialWorker']}>{() => <MoneyDesk />}</MemberGate></Screen>;
}
