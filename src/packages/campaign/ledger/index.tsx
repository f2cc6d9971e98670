import { useRouter } from '@tarojs/taro';
import { MemberGate } from '@/features/member/member-gate';
import { LedgerScreen } from '@/features/mutual/ledger-screen';
import { openPage, readQuery } from '@/lib/pages';

/** 公开账本 */
export default function CampaignLedgerPage() {
  const campaignId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="campaigns">{() => <LedgerScreen campaignId={campaignId} onOpenSpending={(spendingId) => void openPage('spending', { id: spendingId })} />}</MemberGate>;
}
