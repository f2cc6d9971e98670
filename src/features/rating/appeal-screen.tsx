import { View } from '@tarojs/components';
import { useState } from 'react';
import { type AppealTaskView, LIMITS } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { TitleWords } from '@/components/title-words/title-words';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { RatingFiles } from './rating-media';

/** What the rater says, why there was no point, and the answer with its reason. The score is not shown: it does not matter. */
export function AppealScreen({ task, onDone }: { task: AppealTaskView; onDone: (words: string) => void }) {
  const nowMs = serverNowMs();
  return (
    <View>
      <TitleWords text={task.title} className="u-display u-mt2" />
      <View className="u-sub u-mt1">{formatDate(task.createdAtMs, nowMs)}评的，{formatDate(task.appeal.dueAtMs, nowMs)}前答复。</View>
      <SectionHead title="评的人说" />
      <Card><View className="u-body u-break">“{task.appeal.words}”</View></Card>
      <SectionHead title="当时为什么没给积分" />
      <Card>
        {task.callNote !== '' && <View className="u-body u-break">回访时：{task.callNote}</View>}
        {task.reasons.map((reason) => <View key={reason} className="u-row u-top u-gap2 u-sub u-mt1"><View>·</View><View className="u-grow u-break">{reason}</View></View>)}
        <View className="u-cap u-mt2">在页面上 {task.secondsOnScreen} 秒{task.chips.length > 0 ? `，点了“${task.chips.join('、')}”` : ''}{task.words === '' ? '，没有写话' : ''}</View>
        {task.words !== '' && <View className="u-sub u-mt2 u-break">写的是：“{task.words}”</View>}
        <RatingFiles media={task.media} reader="staff" />
      </Card>
      {task.appeal.state === 'open' ? <DecisionForm ratingId={task.ratingId} onDone={onDone} /> : <View className="u-mt5"><Notice tone="good">已经答复了：{task.appeal.note}</Notice></View>}
    </View>
  );
}

function DecisionForm({ ratingId, onDone }: { ratingId: string; onDone: (words: string) => void }) {
  const [answer, setAnswer] = useState<'grant' | 'refuse' | null>(null);
  const [note, setNote] = useState('');
  const decide = useApiCommand('rating.decideAppeal', { about: ratingId, invalidates: ['rating.readAppeal', 'staff.queue'], onDone: () => onDone('答复了，对方会看到') });
  const isReady = answer !== null && note.trim() !== '';
  return (
    <View>
      <SectionHead title="您看呢" note="只看认不认真，不看给几分" />
      <BigAnswer options={[{ value: 'grant', title: '补上积分' }, { value: 'refuse', title: '这次不给' }]} value={answer} onChange={setAnswer} />
      <View className="u-mt4"><Field kind="textarea" label="写一句为什么，对方看得到" value={note} maxLength={LIMITS.noteCharacters} error={decide.fields.note} onChange={(value) => { decide.clear(); setNote(value); }} /></View>
      {decide.failure !== null && decide.fields.note === undefined && <View className="u-mt3"><Notice tone="warn">{decide.failure.message}</Notice></View>}
      <View className="u-mt5"><Button busy={decide.isBusy} disabled={!isReady} reason="先点一个，再写一句" onClick={() => decide.run({ ratingId, isGranted: answer === 'grant', note })}>就这样答复</Button></View>
    </View>
  );
}
