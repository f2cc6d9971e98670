import { useState } from 'react';
import { View } from '@tarojs/components';
import { MATCH_ANSWER_HOURS, WISH_CATEGORIES, WISH_CATEGORY_LABEL, type MatchRoundCardView, type WishCategory } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { kindsWords, ROUND_STALE, roundSum, roundTag } from './match-round-words';

const isOver = ({ state }: MatchRoundCardView): boolean => state === 'ended' || state === 'cancelled';

/** 供需配对: the rounds of a community, and the next. */
export function MatchRoundList({ communityId }: { communityId: string }) {
  const [isStarting, setStarting] = useState(false);
  const query = useApiQuery('matchRound.list', { communityId });
  useListPage(query);
  const rounds = query.data;
  if (rounds === undefined) return query.failure === null ? <SkeletonList kind="wish" count={2} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const canStart = rounds.every(isOver);
  return (
    <View>
      <Notice tone="info" icon="shield">把还在等的心愿和登记的资源一起配，配到最合适。您看过才发，双方都能说不。</Notice>
      {canStart && <View className="u-mt4"><Button icon="refresh" onClick={() => setStarting(true)}>开始一轮</Button></View>}
      {rounds.length === 0 && <EmptyState scene="branch" title="还没配过" note="先请商户、志愿者和单位登记能提供什么，再来配一轮。" />}
      {rounds.length > 0 && <View className="u-stack u-mt4">{rounds.map((round) => <RoundCard key={round.roundId} round={round} />)}</View>}
      {isStarting && <StartSheet communityId={communityId} onClose={() => setStarting(false)} />}
    </View>
  );
}

function RoundCard({ round }: { round: MatchRoundCardView }) {
  const tag = roundTag(round.state);
  return (
    <Card onClick={() => void openPage('matchRound', { id: round.roundId })}>
      <View className="u-row u-between u-gap2"><View className="u-h3">第 {round.n} 轮</View><Tag tone={tag.tone}>{tag.words}</Tag></View>
      <View className="u-sub u-mt1">{roundSum(round)}</View>
      <MetaLine className="u-cap u-mt2" parts={[formatDate(round.startedAtMs, serverNowMs()), `${round.startedByName}开的`, kindsWords(round.categories)]} />
    </Card>
  );
}

function StartSheet({ communityId, onClose }: { communityId: string; onClose: () => void }) {
  const [kinds, setKinds] = useState<readonly WishCategory[]>(WISH_CATEGORIES);
  const [isFair, setFair] = useState(true);
  const [answerHours, setHours] = useState<(typeof MATCH_ANSWER_HOURS)[number]>(48);
  const start = useApiCommand('matchRound.start', { about: communityId, invalidates: ROUND_STALE, onDone: ({ roundId }) => { onClose(); void openPage('matchRound', { id: roundId }); } });
  const toggle = (kind: WishCategory): void => setKinds(kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind]);
  const send = (): void => void start.run({ communityId, categories: kinds.length === WISH_CATEGORIES.length ? null : [...kinds], isFair, answerHours });
  return (
    <Sheet isOpen title="开始一轮" onClose={onClose} action={<Button busy={start.isBusy} busyText="正在开始…" disabled={kinds.length === 0} reason="至少选一类" onClick={send}>开始配</Button>}>
      <View className="u-sub">只算，不发。配好了告诉您，看过再发给大家。</View>
      <SectionHead title="配哪几类" />
      <ChipWrap>{WISH_CATEGORIES.map((kind) => <Chip key={kind} on={kinds.includes(kind)} onClick={() => toggle(kind)}>{WISH_CATEGORY_LABEL[kind]}</Chip>)}</ChipWrap>
      <SectionHead title="给大家多久回话" />
      <ChipWrap>{MATCH_ANSWER_HOURS.map((hours) => <Chip key={hours} on={answerHours === hours} onClick={() => setHours(hours)}>{hours / 24} 天</Chip>)}</ChipWrap>
      <View className="u-mt4"><CheckRow checked={isFair} note="等得最久的一成半，优先一点" onChange={setFair}>照顾等得久的</CheckRow></View>
      {start.failure !== null && <View className="u-mt3"><Notice tone="warn">{start.failure.message}</Notice></View>}
    </Sheet>
  );
}
