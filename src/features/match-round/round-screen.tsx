import { View } from '@tarojs/components';
import type { MatchRoundView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { MetaLine } from '@/components/meta-line/meta-line';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatDate, formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { kindsWords, ROUND_STALE, roundTag } from './match-round-words';
import { RoundFigures, RoundReport } from './round-figures';
import { RoundRows } from './round-rows';
import { useRows } from './use-rows';
import { useWhile } from './use-while';

/** How often a round that works is asked how far it is. */
const ASK_MS = 5_000;

/** One round, for staff: how far it is, the preview with before and after, what became of it. */
export function MatchRoundScreen({ roundId }: { roundId: string }) {
  const query = useApiQuery('matchRound.get', { roundId });
  const round = query.data;
  const rows = useRows(roundId, round);
  useWhile(round !== undefined && round.progress !== null, ASK_MS, query.refresh);
  useListPage({ refresh: () => Promise.all([query.refresh(), rows.refresh()]), loadMore: rows.loadMore });
  if (round === undefined) return <Screen title="供需配对">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  return (
    <Screen title={`第 ${String(round.n)} 轮`} {...(round.canSend || round.canSolveAgain || round.canCancel ? { bottom: <RoundActs round={round} /> } : {})}>
      <RoundHead round={round} />
      {round.report !== null && <RoundReport report={round.report} />}
      {round.report !== null && <SectionHead title="当初配的" />}
      {round.figures !== null && round.progress === null && <RoundFigures figures={round.figures} />}
      {round.overrides.length > 0 && <Overrides round={round} />}
      <RoundRows round={round} rows={rows} />
    </Screen>
  );
}

const whenWords = ({ state, answerByMs, previewUntilMs, sent, note, figures }: MatchRoundView): string => {
  const nowMs = serverNowMs();
  if (state === 'preview') return (figures?.placed ?? 0) === 0 ? '这一轮一对也没配上。可以先请人登记资源，或者过几天再来。' : `还没有告诉任何人。${previewUntilMs === null ? '' : `${formatMoment(previewUntilMs, nowMs)} 前发出，不发就自己收起来。`}`;
  if (state === 'open') return `问了 ${String(sent)} 处，等大家回话。${answerByMs === null ? '' : `到 ${formatMoment(answerByMs, nowMs)}，没答应的再配一次。`}`;
  return note;
};

function RoundHead({ round }: { round: MatchRoundView }) {
  const tag = roundTag(round.state);
  const words = whenWords(round);
  return (
    <View>
      <View className="u-row u-wrap u-gap2"><Tag tone={tag.tone}>{tag.words}</Tag>{round.fairnessBonus > 0 && <Tag tone="ochre" icon="clock">照顾等得久的</Tag>}</View>
      <MetaLine className="u-cap u-mt2" parts={[round.communityName, `${round.startedByName}开的`, formatDate(round.startedAtMs, serverNowMs()), kindsWords(round.categories)]} />
      {words !== '' && <View className="u-sub u-mt2">{words}</View>}
      {round.progress !== null && (
        <Card className="u-mt4">
          <View className="u-mid u-bold">{round.progress.text}</View>
          <View className="u-mt2"><ProgressBar value={round.progress.percent} max={100} label={round.progress.text} /></View>
          <View className="u-cap u-mt2">可以先去忙别的，好了会告诉您。</View>
        </Card>
      )}
    </View>
  );
}

function Overrides({ round }: { round: MatchRoundView }) {
  return (
    <View>
      <SectionHead title="改动" count={round.overrides.length} note={round.canSolveAgain ? '还没算进去' : '已经算进去了'} />
      <Card>
        {round.overrides.map(({ wishId, supplyId, kind, reason, byName }) => (
          <View key={`${wishId}/${supplyId}`} className="u-mt1"><View className="u-mid">{kind === 'force' ? '定给这家' : '不给这家'}：{reason}</View><View className="u-cap">{byName}</View></View>
        ))}
      </Card>
    </View>
  );
}

function RoundActs({ round: { roundId, progress, canSend, canSolveAgain, canCancel } }: { round: MatchRoundView }) {
  const options = { about: roundId, invalidates: ROUND_STALE };
  const send = useApiCommand('matchRound.send', { ...options, onDone: () => toast('正在告诉大家') });
  const again = useApiCommand('matchRound.solveAgain', { ...options, onDone: () => toast('正在再配一次') });
  const cancel = useApiCommand('matchRound.cancel', { ...options, onDone: () => toast('收起来了，没有发出') });
  const giveUp = (): Promise<unknown> => cancel.run({ roundId });
  // Nothing to send yet, or nothing at all: the way out is the one act, in the words of what it stops.
  if (!canSend && !canSolveAgain) return <BottomBar failure={cancel.failure}><Button kind="text" busy={cancel.isBusy} busyText="正在收…" onClick={giveUp}>{progress === null ? '收起来' : '不配了'}</Button></BottomBar>;
  return (
    <BottomBar failure={send.failure ?? again.failure ?? cancel.failure} {...(canCancel ? { aside: <Button kind="text" size="small" busy={cancel.isBusy} onClick={giveUp}>不发了</Button> } : {})}>
      {canSend && <Button busy={send.isBusy} busyText="正在发…" onClick={() => send.run({ roundId })}>告诉大家</Button>}
      {canSolveAgain && <Button busy={again.isBusy} busyText="正在再配…" onClick={() => again.run({ roundId })}>按改动再配一次</Button>}
    </BottomBar>
  );
}

