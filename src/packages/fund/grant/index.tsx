import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { APPROVER_ROLE_LABEL, type GrantView } from '@contract';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { LedgerTable } from '@/components/ledger-table/ledger-table';
import { Notice } from '@/components/notice/notice';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { GrantBar, hasGrantBar } from '@/features/fund/grant-acts';
import { GrantEnds } from '@/features/fund/grant-ends';
import { grantTag, tableLines } from '@/features/fund/fund-words';
import { MemberGate } from '@/features/member/member-gate';
import { SpendingList } from '@/features/spending/spending-list';
import { formatMoney } from '@/lib/format';
import { openPage, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 基金项目: what a committee does with money of the fund, each payment with its receipt. */
export default function GrantPage() {
  const grantId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="fund">{() => <Grant grantId={grantId} />}</MemberGate>;
}

function Grant({ grantId }: { grantId: string }) {
  const query = useApiQuery('grant.get', { grantId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="基金项目">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看基金', onClick: () => void openPage('fund') }} />}</Screen>;
  const grant = query.data;
  return (
    <Screen title="基金项目" bottom={hasGrantBar(grant) ? <GrantBar grant={grant} onAsk={() => void openPage('askSpending', { hostKind: 'grant', id: grantId })} /> : undefined}>
      <Head grant={grant} />
      <Plan grant={grant} />
      <Money grant={grant} />
      <GrantEnds grant={grant} />
    </Screen>
  );
}

function Head({ grant }: { grant: GrantView }) {
  const tag = grantTag(grant.state);
  return (
    <View>
      <Tag tone={tag.tone}>{tag.text}</Tag>
      <View className="u-title u-break u-mt2">{grant.title}</View>
      <View className="u-sub u-mt1 u-break">{grant.committeeName} · {grant.communityName} · {grant.year} 年</View>
      {grant.note !== '' && <View className="u-mt4"><Notice tone="warn">{grant.note}</Notice></View>}
      {grant.state === 'applied' && grant.yesses.map((yes) => <View key={`${yes.role}-${yes.amountFen}-${yes.isMine}`} className="u-mt3"><Notice tone="good">{yes.isMine ? '您' : APPROVER_ROLE_LABEL[yes.role]}同意 {formatMoney(yes.amountFen)}，还要一位不同的人写一样的数。</Notice></View>)}
      <View className="u-body u-preline u-break u-mt4">{grant.story}</View>
    </View>
  );
}

function Plan({ grant }: { grant: GrantView }) {
  return (
    <View>
      <SectionHead title="打算这样花" note={`一共 ${formatMoney(grant.askedFen)}`} />
      <Card><KeyValue figures rows={grant.budgetLines.map((line, index) => ({ label: `${index + 1}. ${line.useLabel}：${line.text}`, value: formatMoney(line.amountFen) }))} /></Card>
    </View>
  );
}

function Money({ grant }: { grant: GrantView }) {
  const { grantedFen } = grant;
  if (grantedFen === null) return null;
  const heldFen = grantedFen - grant.paidFen - grant.fundsLeftFen - grant.returnedFen;
  return (
    <View>
      <SectionHead title="花到哪了" note={`批了 ${formatMoney(grantedFen)}`} />
      <Card>
        <ProgressBar value={grant.paidFen} max={grantedFen} label="花了多少" />
        <View className="u-mt2"><KeyValue figures rows={[{ label: '已经付出去', value: formatMoney(grant.paidFen) }, ...(heldFen > 0 ? [{ label: '提了还没付', value: formatMoney(heldFen) }] : []), grant.state === 'closed' ? { label: '退回基金', value: formatMoney(grant.returnedFen) } : { label: '还剩', value: formatMoney(grant.fundsLeftFen) }]} /></View>
      </Card>
      {grant.reportText !== '' && <View><SectionHead title="报告" /><View className="u-body u-preline u-break">{grant.reportText}</View></View>}
      {grant.spendings.length > 0 && <View><SectionHead title="每一笔" note="点开看收据" /><SpendingList rows={grant.spendings} nowMs={serverNowMs()} onOpen={(id) => void openPage('spending', { id })} /></View>}
      <SectionHead title="账本" note="最新的在上面" />
      <LedgerTable lines={tableLines(grant.lines, ({ spendingId }) => (spendingId === null ? undefined : () => void openPage('spending', { id: spendingId })))} />
    </View>
  );
}
