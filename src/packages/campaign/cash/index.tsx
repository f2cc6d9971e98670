import { useRouter } from '@tarojs/taro';
import { CashScreen } from '@/features/contribution/cash-screen';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

/** 记一笔现金 */
export default function EnterCashPage() {
  const campaignId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="campaigns" roles={['administrator', 'staff', 'socialWorker']}>{() => <CashScreen lane="mutual" targetId={campaignId} giver={null} />}</MemberGate>;
}
