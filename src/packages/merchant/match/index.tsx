import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { MatchBudgetView } from '@contract';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MatchActs } from '@/features/match/match-acts';
import { matchLine, matchNext, ratioText } from '@/features/match/match-words';
import { MemberGate } from '@/features/member/member-gate';
import { formatMoney } from '@/lib/format';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 配捐: one shop's budget for one campaign, for the shop and for staff who look after the money. */
export default function MatchBudgetPage() {
  const matchBudgetId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="配捐">
      <MemberGate back="home" roles={['merchant', 'administrator', 'staff', 'socialWorker']}>{() => <Budget matchBudgetId={matchBudgetId} />}</MemberGate>
    </Screen>
  );
}

function Budget({ matchBudgetId }: { matchBudgetId: string }) {
  const query = useApiQuery('match.get', { matchBudgetId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return <Loaded budget={query.data} />;
}

function Loaded({ budget }: { budget: MatchBudgetView }) {
  const { campaignTitle, merchantName, budgetFen, leftFen, heldFen, spentFen, returnedFen, capFenPerPersonDay, receiptNo, voucherNo, note } = budget;
  const next = matchNext(budget);
  const rows = [
    { label: '一共', value: formatMoney(budgetFen) }, { label: '已经配了', value: formatMoney(spentFen) }, { label: '留给正在付款的', value: formatMoney(heldFen) }, { label: '还剩', value: formatMoney(leftFen) },
    ...(returnedFen === 0 ? [] : [{ label: '退回店里', value: formatMoney(returnedFen) }]),
  ];
  return (
    <View>
      <View className="u-h2 u-mt2 u-break">{merchantName}为“{campaignTitle}”配捐</View>
      <View className="u-sub u-mt1">{matchLine(budget)} · {ratioText(budget)} · 一人一天最多 {formatMoney(capFenPerPersonDay)}</View>
      <View className="u-mt4"><Card><KeyValue rows={rows} figures /></Card></View>
      {receiptNo !== '' && <View className="u-cap u-mt2 u-break">收据 {receiptNo}{voucherNo === '' ? '' : ` · 退款凭证 ${voucherNo}`}</View>}
      {note !== '' && <View className="u-mt3"><Notice tone="warn">{note}</Notice></View>}
      {next !== '' && <View className="u-mt3"><Notice>{next}</Notice></View>}
      <MatchActs budget={budget} />
    </View>
  );
}
