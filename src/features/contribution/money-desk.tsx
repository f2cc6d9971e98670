import { useState } from 'react';
import { View } from '@tarojs/components';
import type { WaitingMoneyView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatMoment, formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiPages } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { deskWords } from './desk-words';
import { WordsSheet } from '@/components/words-sheet/words-sheet';

const STALE = ['contribution.waiting', 'contribution.get', 'mutual.get', 'mutual.ledger', 'directed.get'] as const;

/** 现金和退款: what waits for a second pair of eyes, and what WeChat does not give back for now. */
export function MoneyDesk() {
  const pages = useApiPages('contribution.waiting', {}, { isAlwaysFresh: true });
  useListPage(pages);
  return (
    <View>
      <View className="u-sub">现金一个人记、另一个人核对；退回去的也一样。</View>
      {pages.isLoading && <SkeletonList kind="row" count={3} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack u-mt4">{pages.items.map((row) => <DeskRow key={row.contributionId} row={row} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title="没有等着的钱" note="要核对的现金、退不出来的款，会排在这里。" />}
    </View>
  );
}

function DeskRow({ row }: { row: WaitingMoneyView }) {
  const { state, targetTitle, giverName, amountFen, receiptNo, atMs, words, may } = row;
  const told = deskWords(row);
  return (
    <Card>
      <View className="u-row u-top u-between u-gap3">
        <View className="u-grow"><View className="u-h3 u-break">{giverName}</View><View className="u-sub u-break">{targetTitle}</View></View>
        <View className="u-fixed u-right"><View className="u-h3">{formatMoney(amountFen)}</View><Tag tone={state === 'refundStuck' ? 'accent' : 'ochre'} icon="clock">{told.tag}</Tag></View>
      </View>
      <MetaLine className="u-cap u-mt2" parts={[formatMoment(atMs, serverNowMs()), receiptNo === null ? '' : `收据 ${receiptNo}`, told.by]} />
      {words !== '' && <View className="u-mt3"><Notice tone="warn" title="微信说">{words}</Notice></View>}
      <View className="u-mid u-mt3">{told.next}</View>
      {may === 'confirmCash' && <CashActs row={row} />}
      {may === 'recordReturn' && <RecordReturn row={row} />}
      {may === 'confirmReturn' && <ConfirmReturn row={row} />}
    </Card>
  );
}

function CashActs({ row: { contributionId } }: { row: WaitingMoneyView }) {
  const [isRefusing, setRefusing] = useState(false);
  const confirm = useApiCommand('contribution.confirmCash', { about: contributionId, invalidates: STALE, onDone: () => toast('核对好了，账本里马上多一笔') });
  const refuse = useApiCommand('contribution.refuseCash', { about: contributionId, invalidates: STALE, onDone: () => { setRefusing(false); toast('退回去了，记的人会看到'); } });
  return (
    <View className="u-mt3">
      {confirm.failure !== null && <Notice tone="accent">{confirm.failure.message}</Notice>}
      <View className="u-row u-gap2 u-mt2">
        <Button kind="green-tint" size="small" busy={confirm.isBusy} busyText="正在记…" onClick={() => confirm.run({ contributionId })}>对上了</Button>
        <Button kind="text" size="small" onClick={() => setRefusing(true)}>不对</Button>
      </View>
      <WordsSheet isOpen={isRefusing} title="哪里不对？" placeholder="比如：收据写的 50，信封里是 40" actionText="退回给记的人" command={refuse} onClose={() => setRefusing(false)} onSend={(note) => refuse.run({ contributionId, note })} />
    </View>
  );
}

function RecordReturn({ row: { contributionId } }: { row: WaitingMoneyView }) {
  const [isOpen, setOpen] = useState(false);
  const record = useApiCommand('contribution.recordReturn', { about: contributionId, invalidates: STALE, onDone: () => { setOpen(false); toast('记下了，请另一位同事确认'); } });
  return (
    <View className="u-mt3">
      <Button kind="green-tint" size="small" onClick={() => setOpen(true)}>当面退了</Button>
      <WordsSheet isOpen={isOpen} title="当面退了？" placeholder="可不写，比如：本人来取，签了字" isNeeded={false} actionText="退了，记下" command={record} onClose={() => setOpen(false)} onSend={(note) => record.run({ contributionId, note })} />
    </View>
  );
}

function ConfirmReturn({ row: { contributionId } }: { row: WaitingMoneyView }) {
  const confirm = useApiCommand('contribution.confirmReturn', { about: contributionId, invalidates: STALE, onDone: () => toast('都记好了，TA 会收到一句话') });
  return (
    <View className="u-mt3">
      {confirm.failure !== null && <Notice tone="accent">{confirm.failure.message}</Notice>}
      <View className="u-mt2"><Button kind="green-tint" size="small" busy={confirm.isBusy} busyText="正在记…" onClick={() => confirm.run({ contributionId })}>退好了</Button></View>
    </View>
  );
}
