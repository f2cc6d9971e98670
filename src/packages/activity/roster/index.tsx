import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { SKILL_LABEL, type RosterEntryView, type RosterView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { clockSpan, dateSpan, whoComes } from '@/features/activity/activity-words';
import { CallList } from '@/features/activity/call-list';
import { EMPTY_ROSTER, expected, isStillOn, rosterInputOf, rosterProblem, unmarked, type RosterForm } from '@/features/activity/roster-form';
import { RosterRow } from '@/features/activity/roster-rows';
import { SignUpAnswers } from '@/features/activity/sign-up-answers';
import { useKeptRoster } from '@/features/activity/use-kept-roster';
import { MineTag } from '@/features/activity/shift-card';
import { WalkIns } from '@/features/activity/walk-ins';
import { MemberGate } from '@/features/member/member-gate';
import { type Draft, useDraft } from '@/lib/drafts';
import { formatClock, formatMinutes, formatMoment } from '@/lib/format';
import { openPage, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';

const CHANGED = ['shift.roster', 'shift.get', 'shift.led', 'shift.mine'] as const;

/** 名单: who came and from when to when, confirmed in one go; what was marked stays on the phone until it was sent. */
export default function RosterPage() {
  const shiftId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="mySchedule">{() => <Roster shiftId={shiftId} />}</MemberGate>;
}

function Roster({ shiftId }: { shiftId: string }) {
  const { roster, isKept, query } = useKeptRoster(shiftId);
  const form = useDraft<RosterForm>(`roster.${shiftId}`, EMPTY_ROSTER);
  useListPage({ refresh: query.refresh });
  if (roster === null) return <Screen title="名单">{query.failure === null ? <SkeletonList kind="row" count={6} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  return <Loaded roster={roster} isKept={isKept} form={form} />;
}

function Loaded({ roster, isKept, form }: { roster: RosterView; isKept: boolean; form: Draft<RosterForm> }) {
  const { shift } = roster;
  const isDone = roster.confirmedAtMs !== null;
  const mayMark = roster.canConfirm && !isDone;
  return (
    <Screen title="名单" bottom={mayMark ? <ConfirmBar roster={roster} form={form} /> : undefined}>
      <View className="u-title">{shift.title}</View>
      <View className="u-sub u-mt1">{dateSpan(shift, serverNowMs())} · {shift.placeText}</View>
      {isKept && <View className="u-mt3"><Notice tone="warn">网断了，这是手机里存着的名单。照样能记，连上网再交。</Notice></View>}
      {roster.checkInCode !== null && !isKept && <View className="act-code u-mt4"><View className="u-sub">签到码，念给到的人，十分钟换一个</View><View className="act-code-figure u-mt1">{roster.checkInCode}</View></View>}
      {!isDone && !roster.canConfirm && <View className="u-mt4"><Notice tone="info">开始以后就能在这里记谁来了。</Notice></View>}
      {isDone && <View className="u-mt4"><Notice tone="good">{formatMoment(roster.confirmedAtMs ?? 0, serverNowMs())} 记好了，每个人都收到了结果。</Notice></View>}
      {isDone && <View className="u-mt3"><LinkRow icon="clock" note="记错了、漏了人，在这里改" onClick={() => void openPage('shiftHours', { id: shift.shiftId })}>这一班的时长</LinkRow></View>}
      {mayMark ? <Marking roster={roster} form={form} /> : <Reading roster={roster} />}
      {!isDone && serverNowMs() < shift.endsAtMs && <CallList shiftId={shift.shiftId} startsAtMs={shift.startsAtMs} />}
      {roster.questions.length > 0 && <SignUpAnswers shiftId={shift.shiftId} questions={roster.questions} />}
    </Screen>
  );
}

function noteOf(left: number, isOn: boolean, endsAtMs: number): string {
  if (left > 0) return `还有 ${left} 位没记`;
  return isOn ? `都记了，存在手机里，${formatClock(endsAtMs)} 散了再交` : '都记了，交上去就不用再管';
}

function ConfirmBar({ roster, form }: { roster: RosterView; form: Draft<RosterForm> }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { shift, entries } = roster;
  const command = useApiCommand('shift.confirmRoster', { about: shift.shiftId, invalidates: CHANGED, onDone: () => { form.clear(); toast('名单记好了，辛苦了'); } });
  const left = unmarked(form.value, entries, shift);
  const confirm = async (): Promise<void> => {
    const found = rosterProblem(form.value, entries, shift, serverNowMs());
    setProblem(found);
    if (found === null) await command.run(rosterInputOf(shift.shiftId, form.value, entries, shift));
  };
  const failure = problem === null ? command.failure : { message: problem };
  return <BottomBar failure={failure} note={noteOf(left, isStillOn(form.value, entries, shift, serverNowMs()), shift.endsAtMs)}><Button kind="green" busy={command.isBusy} busyText="正在交名单…" onClick={confirm}>就是这样，交名单</Button></BottomBar>;
}

function Marking({ roster, form }: { roster: RosterView; form: Draft<RosterForm> }) {
  const rows = expected(roster.entries);
  const { shift } = roster;
  const allCame = (): void => form.change(({ marks }) => ({ marks: { ...marks, ...Object.fromEntries(rows.filter(({ signUpId }) => marks[signUpId] === undefined || marks[signUpId]?.came === null).map((entry) => [entry.signUpId, { came: true, fromMs: Math.max(shift.startsAtMs, entry.checkedInAtMs ?? shift.startsAtMs), toMs: shift.endsAtMs, companionsCame: entry.companions.length }])) } }));
  return (
    <View>
      <SectionHead title="谁来了" note={`报了 ${rows.length} 位`} />
      {rows.length === 0 && <View className="u-sub">没有人报名。临时来的，补在下面。</View>}
      {rows.length > 0 && <Button kind="tint" size="small" icon="check" onClick={allCame}>没记的都算来了</Button>}
      <View className="u-mt2">{rows.map((entry) => <RosterRow key={entry.signUpId} entry={entry} shift={shift} form={form.value} onMark={(signUpId, mark) => form.change(({ marks }) => ({ marks: { ...marks, [signUpId]: mark } }))} />)}</View>
      <SectionHead title="临时来的" />
      <WalkIns shift={shift} form={form.value} onChange={(walkIns) => form.change({ walkIns })} />
    </View>
  );
}

const outcomeOf = (entry: RosterEntryView, nowMs: number): string => {
  if (entry.fromMs === null) return entry.companions.length > 0 ? whoComes(false, entry.companions) : '';
  if (entry.toMs === null) return '几点走的，在问 TA';
  return `${clockSpan({ startsAtMs: entry.fromMs, endsAtMs: entry.toMs }, nowMs)} · ${formatMinutes((entry.toMs - entry.fromMs) / 60_000)}`;
};

function Reading({ roster }: { roster: RosterView }) {
  const nowMs = serverNowMs();
  if (roster.entries.length === 0) return <EmptyState scene="branch" title="还没有人报名" note="把这一班转到群里，邻居点开就能报。" />;
  return (
    <View>
      <SectionHead title="名单" note={`${roster.entries.length} 位`} />
      {roster.entries.map((entry) => (
        <View key={entry.signUpId} className="act-mark">
          <View className="u-grow"><View className="u-h3">{entry.name}</View>{entry.state === 'asked' && entry.lacks !== null && <View className="u-cap u-ochre">没有“{SKILL_LABEL[entry.lacks]}”的培训证明，不点头就不算</View>}{outcomeOf(entry, nowMs) !== '' && <View className="u-cap">{outcomeOf(entry, nowMs)}</View>}</View>
          <View className="u-col u-gap1"><MineTag state={entry.state} />{entry.state === 'asked' && <Approve shiftId={roster.shift.shiftId} signUpId={entry.signUpId} />}</View>
        </View>
      ))}
    </View>
  );
}

/** Somebody who missed several shifts asks first; silence counts as a yes. */
function Approve({ shiftId, signUpId }: { shiftId: string; signUpId: string }) {
  const command = useApiCommand('shift.approve', { about: signUpId, invalidates: CHANGED });
  const answer = (accept: boolean): Promise<unknown> => command.run({ shiftId, signUpId, accept });
  return (
    <View>
      <View className="u-row u-gap1">
        <Button kind="green-tint" size="small" busy={command.isBusy} busyText="…" onClick={() => answer(true)}>请 TA 来</Button>
        <Button kind="text" size="small" disabled={command.isBusy} onClick={() => answer(false)}>这次不了</Button>
      </View>
      {command.failure !== null && <View className="u-cap u-accent">{command.failure.message}</View>}
    </View>
  );
}
