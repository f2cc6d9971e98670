import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { ContributionView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { Figure } from '@/components/figure/figure';
import { KeyValue } from '@/components/key-value/key-value';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatMoment, formatMoney } from '@/lib/format';
import { goBack, openPage } from '@/lib/pages';
import { pay, type PayOutcome } from '@/lib/pay';
import { serverNowMs } from '@/lib/server-clock';
import { invalidateRoutes, useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { CONTRIBUTION_STALE } from './contribution-stale';
import { contributionNews, contributionTag, hasReceipt } from './contribution-words';
import { useGiving } from './use-giving';
import { useWaitingForWechat } from './use-waiting-for-wechat';

/** One gift of money: what is so now, its receipt, and paying on or turning back while it waits at the cashier. */
export function ContributionScreen({ contributionId, after, onOpenTarget }: { contributionId: string; after: string; onOpenTarget: (contribution: ContributionView) => void }) {
  const query = useApiQuery('contribution.get', { contributionId });
  useListPage(query);
  const contribution = query.data;
  if (contribution === undefined) return <Screen title="我出的一份">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}</Screen>;
  return <Loaded contribution={contribution} isBelievedPaid={after === 'paid'} onOpenTarget={() => onOpenTarget(contribution)} />;
}

function Loaded({ contribution, isBelievedPaid, onOpenTarget }: { contribution: ContributionView; isBelievedPaid: boolean; onOpenTarget: () => void }) {
  const { contributionId, lane, state, amountFen, targetTitle } = contribution;
  const [isPaidAgain, setPaidAgain] = useState(false);
  const isAsking = useWaitingForWechat(contribution, isBelievedPaid || isPaidAgain);
  const nowMs = serverNowMs();
  const news = contributionNews(contribution, nowMs, isAsking);
  const tag = contributionTag(state);
  return (
    <Screen title="我出的一份" bottom={state === 'ordered' && !isAsking ? <OrderBar contribution={contribution} onPaid={() => setPaidAgain(true)} /> : undefined}>
      <LaneBadge lane={lane} />
      <View className="u-h2 u-mt2 u-break">{targetTitle}</View>
      <View className="u-row u-baseline u-between u-mt4"><Figure value={formatMoney(amountFen)} size="number" /><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag></View>
      <View className="u-mt3"><Notice tone={news.tone} title={news.title}>{news.note}</Notice></View>
      {hasReceipt(contribution) && <Receipt contributionId={contributionId} />}
      <View className="u-mt4"><KeyValue rows={[{ label: '怎么出的', value: contribution.kind === 'cash' ? '现金' : '微信支付' }, ...(hasReceipt(contribution) ? [] : [{ label: '什么时候', value: formatMoment(contribution.paidAtMs ?? contribution.orderedAtMs, nowMs) }]), ...(lane === 'mutual' ? [{ label: '名单上写', value: contribution.isAnonymous ? '一位邻居' : '您的称呼' }] : [])]} /></View>
      <View className="u-mt4"><LinkRow icon="users" onClick={onOpenTarget}>去看这件事</LinkRow><LinkRow icon="list" onClick={() => openPage('myContributions')}>我出过的</LinkRow></View>
      <ForgetOrder contribution={contribution} />
    </Screen>
  );
}

/** The order's fate is known: the phone need not keep it any more. */
function ForgetOrder({ contribution }: { contribution: ContributionView }) {
  const { contributionId, state } = contribution;
  const { draft } = useGiving(contribution);
  const isOver = state !== 'ordered' && draft.value.contributionId === contributionId;
  useEffect(() => {
    if (isOver) draft.clear();
  }, [isOver, draft]);
  return null;
}

function OrderBar({ contribution, onPaid }: { contribution: ContributionView; onPaid: () => void }) {
  const { contributionId, amountFen } = contribution;
  const giving = useGiving(contribution);
  const cancel = useApiCommand('contribution.cancel', { about: contributionId, invalidates: CONTRIBUTION_STALE });
  const again = useApiCommand('contribution.payOn', { about: contributionId, invalidates: CONTRIBUTION_STALE });
  const isOfThisPhone = giving.draft.value.contributionId === contributionId && giving.draft.value.operationId !== '';
  /** What this phone began goes on under its own operation; any other order is asked for anew, and is the same one. */
  const outcomeOf = async (): Promise<PayOutcome | null> => {
    if (isOfThisPhone) return (await giving.give())?.outcome ?? null;
    const reopened = await again.run({ contributionId });
    return reopened === null || reopened.payment === null ? null : pay(reopened.payment);
  };
  const payOn = async (): Promise<void> => {
    if ((await outcomeOf()) === 'paid') onPaid();
    await invalidateRoutes(CONTRIBUTION_STALE);
  };
  return (
    <BottomBar failure={giving.failure ?? again.failure ?? cancel.failure} {...(isOfThisPhone ? {} : { note: '这一单是在别的手机上开的，在这里也能接着付' })} aside={<Button kind="text" size="small" busy={cancel.isBusy} busyText="正在关…" onClick={() => cancel.run({ contributionId })}>不出了</Button>}>
      <Button kind="green" busy={giving.isBusy || again.isBusy} busyText="正在去付…" onClick={payOn}>接着付 {formatMoney(amountFen)}</Button>
    </BottomBar>
  );
}

function Receipt({ contributionId }: { contributionId: string }) {
  const query = useApiQuery('contribution.receipt', { contributionId });
  const receipt = query.data;
  if (receipt === undefined) return query.failure === null ? null : <View className="u-cap u-mt3">收据没取到，往下拉一拉再试。</View>;
  const rows = [
    { label: '收据号', value: receipt.receiptNo },
    { label: '谁出的', value: receipt.giverName },
    { label: '谁收的', value: receipt.entityName },
    { label: '收到时间', value: formatMoment(receipt.paidAtMs, serverNowMs()) },
    ...(receipt.transactionId === null ? [] : [{ label: '微信单号', value: receipt.transactionId }]),
  ];
  return (
    <View className="u-mt4">
      <Card>
        <View className="u-h3">收据</View>
        <View className="u-mt2"><KeyValue rows={rows} /></View>
        {receipt.isGivenBack && <View className="u-cap u-mt2">这笔已经退回或正在退，收据只说明收过。</View>}
      </Card>
    </View>
  );
}
