import { View } from '@tarojs/components';
import type { MatchComingView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatDeadline } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { partyWords, PROPOSAL_STALE, proposalTone } from './match-round-words';

const COMING_WORDS: Readonly<Record<MatchComingView['state'], string>> = { open: '问了，等回话', accepted: '答应了', declined: '这次不行', unsuited: '您说不合适', lapsed: '没有回音', gone: '不用来了' };

/** 谁可能来: for whoever waits, no more than the wall would show; they may say that it does not suit. */
export function ComingScreen({ wishId }: { wishId: string }) {
  const query = useApiQuery('matchProposal.forWish', { wishId });
  useListPage(query);
  const coming = query.data;
  if (coming === undefined) return query.failure === null ? <SkeletonList kind="wish" count={1} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const link = { text: '看我的心愿', onClick: () => void openPage('wishDetail', { wishId }) };
  if (coming.length === 0) return <EmptyState scene="branch" title="还没有问到谁" note="社区配好一轮，问了谁会写在这里。心愿一直在墙上。" link={link} />;
  return (
    <View>
      <View className="u-sub">社区替您问的。对方答应了会约您，答应以前您可以说不合适，不用写为什么。</View>
      <View className="u-stack u-mt3">{coming.map((each) => <ComingCard key={each.proposalId} coming={each} />)}</View>
      <View className="u-mt4"><Button kind="text" onClick={link.onClick}>{link.text}</Button></View>
    </View>
  );
}

function ComingCard({ coming: { proposalId, state, partyName, partyKind, supplyTitle, shares, answerByMs, canSayUnsuited } }: { coming: MatchComingView }) {
  const unsuited = useApiCommand('matchProposal.unsuited', { about: proposalId, invalidates: PROPOSAL_STALE, onDone: () => toast('知道了，换一家再问') });
  return (
    <Card>
      <View className="u-row u-between u-gap2"><View className="u-h3 u-grow u-break">{partyWords(partyName, partyKind)}</View><Tag tone={proposalTone(state)}>{COMING_WORDS[state]}</Tag></View>
      <MetaLine className="u-cap u-mt1" parts={[supplyTitle, shares > 1 ? `${String(shares)} 份` : '', state === 'open' ? `${formatDeadline(answerByMs, serverNowMs())}回话` : '']} />
      {unsuited.failure !== null && <View className="u-mt3"><Notice tone="warn">{unsuited.failure.message}</Notice></View>}
      {canSayUnsuited && <View className="u-mt3"><Button kind="secondary" busy={unsuited.isBusy} busyText="正在说…" onClick={() => unsuited.run({ proposalId })}>不合适</Button></View>}
    </Card>
  );
}
