import { View } from '@tarojs/components';
import { LIMITS, SAFETY_LABEL, type SafetyTaskView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { callPhone } from '@/lib/call-phone';
import { useDraft } from '@/lib/drafts';
import { formatDeadline, formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { askForMessages } from '@/lib/subscribe';
import { useApiCommand } from '@/lib/use-api-command';

const SIDE = { giver: '送的人说的', recipient: '收的人说的' } as const;

/** What it is, whom to call, and what was done about it. */
export function StaffSafetyScreen({ task, onDone }: { task: SafetyTaskView; onDone: (words: string) => void }) {
  const nowMs = serverNowMs();
  const isLate = task.isLate || task.dueAtMs < nowMs;
  return (
    <View>
      <View className="u-row u-wrap u-gap2 u-mt2">
        {task.answer === null && <Tag tone="accent" icon="clock">{isLate ? '过了该答复的时间' : `${formatDeadline(task.dueAtMs, nowMs)}答复`}</Tag>}
        <Tag>{task.isByPhone ? '电话代记' : SIDE[task.side]}</Tag>
      </View>
      <View className="u-display u-break u-mt2">{SAFETY_LABEL[task.safetyKind]}</View>
      <View className="u-sub u-break u-mt1">{task.wishTitle} · {task.giverText}去帮的</View>
      <View className="u-mt4">
        <Card>
          <View className="u-body u-break">{task.words === '' ? '没有多写，打电话问清楚' : `“${task.words}”`}</View>
          <View className="u-cap u-mt2">{[task.reporterName, formatMoment(task.createdAtMs, nowMs)].filter((part) => part !== '').join(' · ')}</View>
        </Card>
      </View>
      {task.isFlagged && <View className="u-mt3"><Notice tone="warn">自动检查没放行这段话，照样送到您这儿。别转发，先问清楚。</Notice></View>}
      {task.answer === null && <Reach phone={task.phone} />}
      <View className="u-center u-mt1"><Button kind="text" size="small" onClick={() => void openPage('wishDetail', { wishId: task.wishId })}>看这个心愿</Button></View>
      {task.answer === null ? <AnswerForm reportId={task.reportId} onDone={onDone} /> : <Answered answer={task.answer} />}
      <View className="u-cap u-center u-mt4">看过一次，记一笔。别告诉另一边是谁说的。</View>
    </View>
  );
}

function Reach({ phone }: { phone: string | null }) {
  if (phone === null) return <View className="u-sub u-mt3">没有留电话。认得的就当面问，或在心愿里联系。</View>;
  return <View className="u-mt4"><Button kind="secondary" icon="phone" onClick={() => void callPhone(phone)}>打给说的人 <View className="u-phrase">{phone}</View></Button></View>;
}

function Answered({ answer }: { answer: NonNullable<SafetyTaskView['answer']> }) {
  return (
    <View>
      <SectionHead title="答复了" note={formatMoment(answer.atMs, serverNowMs())} />
      <Card><View className="u-body u-break u-hang">“{answer.words}”</View></Card>
    </View>
  );
}

const EMPTY = { words: '' };

function AnswerForm({ reportId, onDone }: { reportId: string; onDone: (words: string) => void }) {
  const draft = useDraft(`safety.answer.${reportId}`, EMPTY);
  const answer = useApiCommand('safety.answer', { about: reportId, invalidates: ['staff.queue', 'safety.read'], onDone: () => { draft.clear(); onDone('答复了，说的人会看到'); } });
  const send = async (): Promise<void> => {
    // The next one may come at night: asked here, where staff know what it is for.
    await askForMessages(['safetyReported']);
    await answer.run({ reportId, words: draft.value.words });
  };
  return (
    <View>
      <SectionHead title="做了什么" note="说的人看得到" />
      <Field kind="textarea" label="写一句" value={draft.value.words} maxLength={LIMITS.noteCharacters} placeholder="比如：下午去看过了，插座断了电，明天电工来" error={answer.fields.words} onChange={(words) => { answer.clear(); draft.change({ words }); }} />
      {answer.failure !== null && answer.fields.words === undefined && <View className="u-mt3"><Notice tone="warn">{answer.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={answer.isBusy} busyText="正在答复…" disabled={draft.value.words.trim() === ''} reason="先写一句做了什么" onClick={send}>答复说的人</Button></View>
    </View>
  );
}
