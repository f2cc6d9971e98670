import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type CirclePersonView, type FreezeAppealView, type FreezeView } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { formatDate } from '@/lib/format';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { FREEZE_STALE } from './freeze-stale';
import { WordSheet } from './word-sheet';

const OUTCOME: Readonly<Record<Exclude<FreezeAppealView['state'], 'open'>, string>> = { granted: '答复：放开了。', refused: '答复：接着放。', over: '没等到答复，已经放开了。' };

export interface AppealCardProps {
  readonly freeze: FreezeView;
  readonly person: CirclePersonView;
  readonly nowMs: number;
}

/** What one of the people says, and the answer; staff write down what somebody on paper says. */
export function AppealCard({ freeze, person, nowMs }: AppealCardProps) {
  const appeal = freeze.appeals.find(({ memberId }) => memberId === person.memberId);
  const mayWrite = appeal === undefined && person.isOnPaper && freeze.state === 'frozen' && nowMs < freeze.appealUntilMs;
  return (
    <Card>
      <View className="u-mid u-bold u-break">{person.name}</View>
      {appeal === undefined && <View className="u-sub u-mt1">还没说什么</View>}
      {appeal !== undefined && <View className="u-body u-mt1 u-break">“{appeal.words}”</View>}
      {appeal !== undefined && appeal.state !== 'open' && <View className="u-sub u-mt2 u-break">{OUTCOME[appeal.state]}{appeal.note}</View>}
      {appeal?.state === 'open' && (freeze.isByReader ? <View className="u-sub u-mt2">{formatDate(appeal.dueAtMs, nowMs)}前，另一位同事来答复</View> : <AnswerForm freezeId={freeze.freezeId} person={person} dueAtMs={appeal.dueAtMs} nowMs={nowMs} />)}
      {mayWrite && <View className="u-mt2"><WriteDown freezeId={freeze.freezeId} person={person} /></View>}
    </Card>
  );
}

function AnswerForm({ freezeId, person, dueAtMs, nowMs }: { freezeId: string; person: CirclePersonView; dueAtMs: number; nowMs: number }) {
  const [answer, setAnswer] = useState<'grant' | 'refuse' | null>(null);
  const [note, setNote] = useState('');
  const command = useApiCommand('favour.answer', { about: `${freezeId}:${person.memberId}`, invalidates: FREEZE_STALE, onDone: () => toast('答复了，对方会看到') });
  const isReady = answer !== null && note.trim() !== '';
  return (
    <View className="u-mt3">
      <View className="u-cap">{formatDate(dueAtMs, nowMs)}前答复</View>
      <View className="u-mt2"><BigAnswer label="怎么答复" options={[{ value: 'grant', title: '放开' }, { value: 'refuse', title: '接着放' }]} value={answer} onChange={setAnswer} /></View>
      <View className="u-mt3"><Field kind="textarea" label="写一句为什么，对方看得到" value={note} maxLength={LIMITS.noteCharacters} error={command.fields.note} onChange={(text) => { command.clear(); setNote(text); }} /></View>
      {command.failure !== null && command.fields.note === undefined && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      <View className="u-mt3"><Button busy={command.isBusy} disabled={!isReady} reason="先点一个，再写一句" onClick={() => command.run({ freezeId, memberId: person.memberId, isGranted: answer === 'grant', note: note.trim() })}>就这样答复</Button></View>
    </View>
  );
}

function WriteDown({ freezeId, person }: { freezeId: string; person: CirclePersonView }) {
  const command = useApiCommand('favour.appeal', { about: `${freezeId}:${person.memberId}`, invalidates: FREEZE_STALE, onDone: () => toast('替 TA 写下了，另一位同事来答复') });
  return (
    <WordSheet
      word="替 TA 写下来" kind="text" title="TA 怎么说？" about="照 TA 说的写，一句就好；答复要由另一位同事来。" label="TA 说" placeholder="比如：我们两家轮着买菜" act="写下"
      isBusy={command.isBusy} failure={command.failure} onSend={async (words) => (await command.run({ freezeId, personId: person.memberId, words })) !== null}
    />
  );
}
