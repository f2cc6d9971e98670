import { View } from '@tarojs/components';
import { useState } from 'react';
import { CALL_RESULT_LABEL, CALL_RESULTS, type CallBackView, type CallResult, LIMITS, SATISFACTION_LABEL } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { TitleWords } from '@/components/title-words/title-words';
import { callPhone } from '@/lib/call-phone';
import { formatDate, formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { RatingFiles } from './rating-media';

const NOTE_LABEL: Readonly<Record<CallResult, string>> = { asSaid: '补一句（可不写）', notAsSaid: '对方怎么说的，评的人会看到', notReached: '补一句（可不写）' };

/** The number, three questions to read out, and what came of it. What was written is folded until then, so that nobody leads. */
export function CallBackScreen({ call, onDone }: { call: CallBackView; onDone: (words: string) => void }) {
  const nowMs = serverNowMs();
  return (
    <View>
      <TitleWords text={call.title} className="u-display u-mt2" />
      <View className="u-sub u-mt1">随机抽到的回访，{formatDate(call.untilMs, nowMs)}前打。照实记，两头都不为难。</View>
      <View className="u-mt4"><CallButton call={call} /></View>
      {call.tries.map((each) => <View key={each.atMs} className="u-cap u-mt2">{formatMoment(each.atMs, nowMs)} {CALL_RESULT_LABEL[each.result]}</View>)}
      <SectionHead title="照着问三句" />
      <Card>{call.script.map((question, index) => <View key={question} className={`u-body u-break ${index === 0 ? '' : 'u-mt3'}`}>{index + 1}. {question}</View>)}</Card>
      <Written call={call} />
      {call.isOver ? <View className="u-mt5"><Notice tone="good">这通回访已经结束了。</Notice></View> : <ResultForm ratingId={call.ratingId} isSecond={call.tries.length > 0} onDone={onDone} />}
    </View>
  );
}

/** What was written at the time, folded until the three questions were asked: who has read it leads without wanting to. */
function Written({ call }: { call: CallBackView }) {
  const [isOpen, setOpen] = useState(call.isOver);
  if (!isOpen) return <View className="u-mt5"><Button kind="secondary" onClick={() => setOpen(true)}>三句都问完了，对一对当时写的</Button></View>;
  return (
    <View>
      <SectionHead title="当时是这样写的" />
      <Card>
        <View className="u-body">{SATISFACTION_LABEL[call.satisfaction]}{call.chips.length > 0 ? ` · ${call.chips.join('、')}` : ''}</View>
        {call.words !== '' && <View className="u-sub u-mt2 u-break">“{call.words}”</View>}
        <RatingFiles media={call.media} reader="staff" />
      </Card>
    </View>
  );
}

function CallButton({ call }: { call: CallBackView }) {
  const { phone } = call;
  if (call.isOver) return null;
  if (phone === null) return <Notice tone="warn" title="还没有电话">已经请对方留电话或打给社区。认得的也可以当面问，问过照样记。</Notice>;
  return <Button kind="secondary" icon="phone" onClick={() => callPhone(phone)}>{call.callName === '' ? '' : `${call.callName} `}{phone}</Button>;
}

function ResultForm({ ratingId, isSecond, onDone }: { ratingId: string; isSecond: boolean; onDone: (words: string) => void }) {
  const [result, setResult] = useState<CallResult | null>(null);
  const [note, setNote] = useState('');
  const record = useApiCommand('callBack.record', {
    about: `${ratingId}:${isSecond ? 2 : 1}`,
    invalidates: ['callBack.read', 'staff.queue'],
    onDone: (output) => onDone(output.isOver ? '记下了，这件办完了' : '记下了，改天再打一次'),
  });
  return (
    <View>
      <SectionHead title="打下来怎么样" />
      <BigAnswer options={CALL_RESULTS.map((value) => ({ value, title: CALL_RESULT_LABEL[value] }))} value={result} onChange={setResult} />
      {result !== null && <View className="u-mt4"><Field kind="textarea" label={NOTE_LABEL[result]} value={note} maxLength={LIMITS.noteCharacters} error={record.fields.note} onChange={(value) => { record.clear(); setNote(value); }} /></View>}
      {result === 'notReached' && <View className="u-cap u-mt2">{isSecond ? '两次没打通，积分照给，不再打了。' : '改天换个时间再打一次；还不通，积分照给。'}</View>}
      {record.failure !== null && record.fields.note === undefined && <View className="u-mt3"><Notice tone="warn">{record.failure.message}</Notice></View>}
      <View className="u-mt5"><Button busy={record.isBusy} disabled={result === null} reason="先点一个结果" onClick={() => (result === null ? undefined : record.run({ ratingId, result, note }))}>记下来</Button></View>
    </View>
  );
}
