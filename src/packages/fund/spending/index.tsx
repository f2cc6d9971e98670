import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { APPROVER_ROLE_LABEL, type SpendingHostKind, type SpendingView } from '@contract';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { Icon } from '@/components/icon/icon';
import { KeyValue } from '@/components/key-value/key-value';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { ReceiptPhotos } from '@/features/spending/receipt-photos';
import { hasSpendingBar, SpendingBar } from '@/features/spending/spending-acts';
import { approvalWords, nextWords, spendingTag } from '@/features/spending/spending-words';
import { formatDate, formatMoment, formatMoney } from '@/lib/format';
import { openPage, type PageName, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const HOST_PAGE: Readonly<Record<SpendingHostKind, PageName>> = { grant: 'grant', mutual: 'campaign', directed: 'directed' };

/** 用款: what for, how much, its receipt, and as what people said yes. */
export default function SpendingPage() {
  const spendingId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="spendings">{() => <Spending spendingId={spendingId} />}</MemberGate>;
}

function Spending({ spendingId }: { spendingId: string }) {
  const query = useApiQuery('spending.get', { spendingId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="用款">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看基金', onClick: () => void openPage('fund') }} />}</Screen>;
  const spending = query.data;
  return (
    <Screen title="用款" bottom={hasSpendingBar(spending) ? <SpendingBar spending={spending} /> : undefined}>
      <Head spending={spending} />
      <Facts spending={spending} />
      <SectionHead title="收据" note="点开看大图" />
      <ReceiptPhotos urls={spending.receiptUrls} />
      <Yesses spending={spending} />
      <Paid spending={spending} />
      <View className="u-mt6"><LinkRow icon="list" note={spending.communityName} onClick={() => void openPage(HOST_PAGE[spending.hostKind], { id: spending.hostId })}>{spending.hostTitle}</LinkRow></View>
    </Screen>
  );
}

function Head({ spending }: { spending: SpendingView }) {
  const tag = spendingTag(spending);
  const next = nextWords(spending);
  return (
    <View>
      <Tag tone={tag.tone}>{tag.text}</Tag>
      <View className="u-display u-mt2">{formatMoney(spending.amountFen)}</View>
      <View className="u-h3 u-break u-mt1">{spending.useLabel}</View>
      <View className="u-body u-preline u-break u-mt2">{spending.text}</View>
      {next !== '' && <View className="u-mt4"><Notice tone="info">{next}</Notice></View>}
      {spending.note !== '' && <View className="u-mt4"><Notice tone="warn" title="没同意，因为">{spending.note}</Notice></View>}
      {spending.amIPayeesNamesake && <View className="u-mt4"><Notice tone="warn" title="收款人和您同名">要是就是您，或者是您的亲属，请让别人来看。您同意了，大家会看到“与收款人同名”。</Notice></View>}
    </View>
  );
}

function Facts({ spending }: { spending: SpendingView }) {
  const rows = [
    { label: '付给', value: spending.isPayeeFiler ? `${spending.payeeName}（先垫了）` : spending.payeeName },
    ...(spending.filerName === null ? [] : [{ label: '谁提的', value: spending.filerName }]),
    { label: '哪天提的', value: formatMoment(spending.filedAtMs, serverNowMs()) },
    ...(spending.myRole === null ? [] : [{ label: '还剩', value: `${formatMoney(spending.fundsLeftFen)}，不算这一笔` }]),
  ];
  return <View className="u-mt4"><Card><KeyValue rows={rows} /></Card></View>;
}

function Yesses({ spending }: { spending: SpendingView }) {
  if (spending.approvals.length === 0 && spending.myRole === null) return null;
  return (
    <View>
      <SectionHead title="谁同意的" note={`要 ${spending.approvalsNeeded} 位`} />
      {spending.approvals.length === 0 && <View className="u-sub">还没有人看过。</View>}
      {spending.approvals.map((approval) => (
        <View key={`${approval.role}-${approval.atMs}`} className="sp-yes">
          <Icon name="check" size={20} className="sp-yes-icon" />
          <View className="u-grow">
            <View className="u-mid u-bold">{approvalWords(approval)}</View>
            <View className="u-cap">{formatDate(approval.atMs, serverNowMs())}{approval.hasPayeesName ? ' · 与收款人同名' : ''}</View>
          </View>
        </View>
      ))}
    </View>
  );
}

function Paid({ spending: { payout } }: { spending: SpendingView }) {
  if (payout === null) return null;
  return (
    <View>
      <SectionHead title="付款" />
      <Card><KeyValue rows={[{ label: '凭证号', value: payout.voucherNo }, { label: '哪天付的', value: formatDate(payout.paidAtMs, serverNowMs()) }, { label: '谁记的', value: APPROVER_ROLE_LABEL[payout.role] }]} /></Card>
      {payout.photoUrl !== null && <View className="u-mt3"><ReceiptPhotos urls={[payout.photoUrl]} /></View>}
    </View>
  );
}
