import { useState } from 'react';
import { View } from '@tarojs/components';
import { ABSENCE_REASON_LABEL, ABSENCE_REASONS, LIMITS, type AbsenceReason, type MySignUpView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PickerRow } from '@/components/picker-row/picker-row';
import { formatClock } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { mySignUpText, whoComes } from './activity-words';
import { endChoices } from './roster-form';
import { SIGN_UP_READS } from './sign-up-sheet';
import './activity.css';

/** What I have on this shift, and what is asked of me: when I left, or why I did not come. */
export function MySignUpPanel({ mine }: { mine: MySignUpView }) {
  const tone = mine.todo === null ? (mine.state === 'joined' || mine.state === 'attended' ? 'good' : 'info') : 'warn';
  return (
    <View className="u-stack">
      <Notice tone={tone}>{mySignUpText(mine, serverNowMs())}{mine.companions.length > 0 ? ` 您报了：${whoComes(mine.isSelf, mine.companions)}。` : ''}</Notice>
      {mine.todo === 'sayEnd' && mine.fromMs !== null && <SayEnd mine={mine} fromMs={mine.fromMs} />}
      {(mine.todo === 'sayWhy' || mine.todo === 'appeal') && <SayWhy mine={mine} />}
      {mine.canRate && mine.todo === null && <Button kind="secondary" onClick={() => void openPage('rateShift', { id: mine.shiftId })}>说说这次怎么样</Button>}
    </View>
  );
}

/** Nobody noted when I left: I say it, the record is never guessed. */
function SayEnd({ mine, fromMs }: { mine: MySignUpView; fromMs: number }) {
  const choices = endChoices(fromMs, mine.endsAtMs);
  const [index, setIndex] = useState(choices.length - 1);
  const command = useApiCommand('shift.sayEnd', { about: mine.signUpId, invalidates: SIGN_UP_READS, onDone: () => toast('记下了，谢谢您') });
  const toMs = choices[index];
  return (
    <View className="act-panel">
      <View className="u-h3">您那天几点走的？</View>
      <View className="u-mt3"><PickerRow label="走的时候" options={choices.map((atMs) => formatClock(atMs))} index={index} onPick={setIndex} /></View>
      {command.failure !== null && <View className="u-mt3"><Notice tone="accent">{command.failure.message}</Notice></View>}
      <View className="u-mt4"><Button kind="green" busy={command.isBusy} busyText="正在记下…" disabled={toMs === undefined} onClick={() => (toMs === undefined ? undefined : command.run({ shiftId: mine.shiftId, signUpId: mine.signUpId, toMs }))}>就是这时候</Button></View>
    </View>
  );
}

/** Asked before anything is counted: ill and caring for somebody are excused at once. */
function SayWhy({ mine }: { mine: MySignUpView }) {
  const [reason, setReason] = useState<AbsenceReason>('ill');
  const [words, setWords] = useState('');
  const command = useApiCommand('shift.sayWhy', { about: mine.signUpId, invalidates: SIGN_UP_READS, onDone: () => toast('知道了，谢谢您说一声') });
  const needsWords = (reason === 'other' || mine.todo === 'appeal') && words.trim() === '';
  return (
    <View className="act-panel">
      <View className="u-h3">{mine.todo === 'appeal' ? '说明情况，请社区再看' : '那天是有什么事吗？'}</View>
      <View className="u-mt3"><ChipWrap>{ABSENCE_REASONS.map((one) => <Chip key={one} on={reason === one} onClick={() => setReason(one)}>{ABSENCE_REASON_LABEL[one]}</Chip>)}</ChipWrap></View>
      <View className="u-mt3"><Field kind="textarea" value={words} placeholder={reason === 'other' ? '写一句是什么事' : '想说的话，可以不写'} maxLength={LIMITS.noteCharacters} error={command.fields.words} onChange={setWords} /></View>
      {command.failure !== null && command.fields.words === undefined && <View className="u-mt3"><Notice tone="accent">{command.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={command.isBusy} busyText="正在告诉社区…" disabled={needsWords} reason="先写一句是什么事" onClick={() => command.run({ shiftId: mine.shiftId, signUpId: mine.signUpId, reason, words: words.trim() })}>{mine.todo === 'appeal' ? '请社区再看看' : '说一声'}</Button></View>
    </View>
  );
}
