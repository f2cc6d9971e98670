import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { CONSULT_OUTCOME_LABEL, type ConsultPointView, type ConsultWordView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { useApiCommand } from '@/lib/use-api-command';
import { byWords, ownStateWords } from './consult-words';
import { CONSULT_STALE } from './consult-stale';
import './consult.css';

interface WordCardProps {
  readonly word: ConsultWordView;
  /** To say which point an objection is about. */
  readonly points: readonly ConsultPointView[];
  /** One small act under the words. */
  readonly foot?: ReactNode;
}

/** One addition or objection, with its answer once there is one. */
export function WordCard({ word, points, foot }: WordCardProps) {
  const about = word.point === null ? undefined : points.find(({ no }) => no === word.point);
  const own = ownStateWords(word);
  return (
    <Card>
      {about !== undefined && <View className="u-cap u-break">对第 {about.no} 条“{about.text}”</View>}
      <View className="u-body u-break u-mt1">{word.text}</View>
      <View className="u-cap u-mt1">{byWords(word)}{word.backs > 0 ? ` · ${word.backs} 人也这样想` : ''}</View>
      {own !== '' && <View className="u-sub u-ochre u-mt2 u-break">{own}</View>}
      {word.answer !== null && (
        <View className="consult-answer"><View className="u-mid u-bold u-green">社区答复：{CONSULT_OUTCOME_LABEL[word.answer.outcome]}</View><View className="u-body u-break">{word.answer.text}</View></View>
      )}
      {foot}
    </Card>
  );
}

/** 我也这样想, or taken back; of one's own words, taking them back. */
export function SpeakFoot({ consultId, word }: { consultId: string; word: ConsultWordView }) {
  const options = { about: `${consultId}:${word.wordId}`, invalidates: CONSULT_STALE };
  const back = useApiCommand('consult.back', options);
  const withdraw = useApiCommand('consult.withdraw', options);
  const failure = back.failure ?? withdraw.failure;
  const { wordId, isBacked, isMine, kind } = word;
  return (
    <View>
      <View className="u-mt2">
        {isMine && <Button kind="text" size="small" busy={withdraw.isBusy} onClick={() => withdraw.run({ consultId, wordId })}>收回这一条</Button>}
        {!isMine && kind === 'add' && <Button kind={isBacked ? 'green-tint' : 'tint'} size="small" {...(isBacked ? { icon: 'check' as const } : {})} busy={back.isBusy} onClick={() => back.run({ consultId, wordId, isBacked: !isBacked })}>我也这样想</Button>}
      </View>
      {failure !== null && <View className="u-sub u-accent u-mt1">{failure.message}</View>}
    </View>
  );
}
