import { useRouter } from '@tarojs/taro';
import { ReportScreen } from '@/features/directed/report-screen';
import { GiftGate } from '@/features/directed/gift-gate';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';

const NOT_NOW = { title: '现在不用报告', note: '还没开始办，或者已经办完了。' } as const;

/** 写报告 */
export default function ReportDirectedPage() {
  const directedId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="directedList">{() => <GiftGate directedId={directedId} title="写报告" refusalOf={({ may }) => (may.canReport ? null : NOT_NOW)}>{(gift) => <ReportScreen gift={gift} />}</GiftGate>}</MemberGate>;
}
