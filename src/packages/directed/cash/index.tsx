import { useRouter } from '@tarojs/taro';
import { CashScreen } from '@/features/contribution/cash-screen';
import { GiftGate } from '@/features/directed/gift-gate';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

const NOT_NOW = { title: '现在不收现金', note: '还没说定、都付了，或者是您自己、您的店、您的单位给的。' } as const;

/** 记一笔现金 of a directed gift */
export default function DirectedCashPage() {
  const directedId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="directedList" roles={['administrator', 'staff', 'socialWorker']}>{() => <GiftGate directedId={directedId} title="记一笔现金" refusalOf={({ may }) => (may.canEnterCash ? null : NOT_NOW)}>{({ giverName, toPayFen }) => <CashScreen lane="directed" targetId={directedId} giver={{ name: giverName, toPayFen }} />}</GiftGate>}</MemberGate>;
}
