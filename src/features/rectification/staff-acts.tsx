import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type RectificationAct, type RectificationView } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { RECTIFICATION_STALE } from './rectification-stale';

/** What staff can do now, one thing at a time. */
export function StaffActs({ view }: { view: RectificationView }) {
  const [act] = view.acts;
  return act === undefined ? null : <ActForm key={act} act={act} view={view} />;
}

interface Choice {
  readonly value: string;
  readonly title: string;
  readonly note: string;
  /** Label of the sentence that goes with it; null when none is needed. */
  readonly sentence: string | null;
}

interface Question {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly button: string;
}

const SEEN = '写一句为什么，对方看得到';

const QUESTIONS: Partial<Readonly<Record<RectificationAct, Question>>> = {
  review: { title: '看过了，下一步', button: '就这么办', choices: [{ value: 'recheck', title: '问问大家', note: '评过的人各点一下，一星期', sentence: null }, { value: 'more', title: '再补一点', note: '请对方再写写，只能一次', sentence: '还差什么，对方看得到' }] },
  judge: { title: '回话的人不多，您看呢', button: '就这么定', choices: [{ value: 'yes', title: '改好了', note: '这件办完', sentence: SEEN }, { value: 'no', title: '还没好', note: '请街道来看', sentence: SEEN }] },
  decideObjection: { title: '对方的说明，您看呢', button: '这样答复', choices: [{ value: 'yes', title: '说得有理', note: '这件撤掉', sentence: SEEN }, { value: 'no', title: '还是要改', note: '多给一个星期', sentence: SEEN }] },
  close: { title: '谈下来怎么样', button: '写下来，办完', choices: [{ value: 'recovered', title: '改好了', note: '', sentence: SEEN }, { value: 'talked', title: '谈妥了', note: '另有安排', sentence: SEEN }] },
};

/** The four acts of staff behind one form. */
const useActs = (rectificationId: string) => {
  const about = { about: rectificationId, invalidates: RECTIFICATION_STALE };
  const review = useApiCommand('rectification.review', about);
  const judge = useApiCommand('rectification.judge', about);
  const decide = useApiCommand('rectification.decideObjection', about);
  const close = useApiCommand('rectification.close', about);
  const commands = { review, judge, decideObjection: decide, close } as const;
  const run = (act: keyof typeof commands, choice: string, note: string): Promise<unknown> => {
    switch (act) {
      case 'review':
        return review.run({ rectificationId, decision: choice === 'recheck' ? { kind: 'recheck' } : { kind: 'more', note } });
      case 'judge':
        return judge.run({ rectificationId, isRecovered: choice === 'yes', note });
      case 'decideObjection':
        return decide.run({ rectificationId, isUpheld: choice === 'yes', note });
      case 'close':
        return close.run({ rectificationId, outcome: choice === 'recovered' ? 'recovered' : 'talked', note });
    }
  };
  return { commands, run };
};

function ActForm({ act, view }: { act: RectificationAct; view: RectificationView }) {
  const [choice, setChoice] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { commands, run } = useActs(view.rectificationId);
  const question = QUESTIONS[act];
  if (question === undefined || act === 'answer' || act === 'object') return null;
  const { isBusy, failure, fields, clear } = commands[act];
  const chosen = question.choices.find(({ value }) => value === choice);
  const wrong = fields.note ?? fields['decision.note'];
  const isReady = chosen !== undefined && (chosen.sentence === null || note.trim() !== '');
  const send = async (): Promise<void> => {
    if (chosen === undefined || (await run(act, chosen.value, note.trim())) === null) return;
    toast('记下了，对方会看到');
  };
  return (
    <View>
      <SectionHead title={question.title} />
      <BigAnswer options={question.choices} value={choice} onChange={(value) => { clear(); setChoice(value); }} />
      {chosen !== undefined && chosen.sentence !== null && <View className="u-mt4"><Field kind="textarea" label={chosen.sentence} value={note} maxLength={LIMITS.noteCharacters} error={wrong} onChange={(value) => { clear(); setNote(value); }} /></View>}
      {failure !== null && wrong === undefined && <View className="u-mt3"><Notice tone="warn">{failure.message}</Notice></View>}
      <View className="u-mt5"><Button busy={isBusy} disabled={!isReady} reason={chosen === undefined ? '先点一个' : '再写一句'} onClick={send}>{question.button}</Button></View>
    </View>
  );
}
