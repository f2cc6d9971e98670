import { useState } from 'react';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LedgerTable } from '@/components/ledger-table/ledger-table';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { goBack } from '@/lib/pages';
import { sendFile } from '@/lib/piece-file';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { ledgerLines, spentNote } from './ledger-lines';
import { useLedgerFile } from './use-ledger-file';

/** 公开账本: every line with what was left after it, and the same as a table. */
export function LedgerScreen({ campaignId, onOpenSpending }: { campaignId: string; onOpenSpending: ((spendingId: string) => void) | null }) {
  const campaign = useApiQuery('mutual.get', { campaignId });
  const pages = useApiPages('mutual.ledger', { campaignId });
  useListPage(pages);
  const title = campaign.data?.title ?? '';
  const lines = ledgerLines(pages.items, onOpenSpending);
  return (
    <Screen title="公开账本" bottom={lines.length > 0 && title !== '' ? <Download campaignId={campaignId} title={title} /> : undefined}>
      {title !== '' && <View className="u-h2">{title}</View>}
      {pages.isLoading && <SkeletonList kind="row" count={4} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}
      {lines.length > 0 && <View className="u-mt4"><Card><LedgerTable lines={lines} /></Card><View className="u-cap u-mt2">{spentNote(pages.items)}只算已到账的。{spentNote(pages.items) === '' && '点开支出，看票据和谁批的。'}</View></View>}
      {pages.items.length > 0 && <ListFoot pages={pages} endText="从第一笔起，都在这里了" />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title="还没有一笔" note="到账一笔，这里多一行，谁都能看。" />}
    </Screen>
  );
}

function Download({ campaignId, title }: { campaignId: string; title: string }) {
  const { isDone, isRunning, isBegun, problem, fileName, fetch } = useLedgerFile(campaignId, title);
  const [sendProblem, setSendProblem] = useState('');
  const words = problem ?? (sendProblem === '' ? null : sendProblem);
  const failure = words === null ? null : { message: words };
  if (isDone && !isRunning) return <BottomBar failure={failure} note="表格取好了，电脑上打开，数字和这里一样"><Button kind="secondary" icon="share" onClick={() => { setSendProblem(''); return sendFile(fileName).catch(() => setSendProblem('没发出去，再点一次就好；表格还在手机里。')); }}>发到微信</Button></BottomBar>;
  return <BottomBar failure={failure}><Button kind="secondary" icon="download" busy={isRunning} busyText="正在取…" onClick={fetch}>{isBegun ? '接着取表格' : '下载表格'}</Button></BottomBar>;
}
