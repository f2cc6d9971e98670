import { useState } from 'react';
import { View } from '@tarojs/components';
import { CONSULT_OUTCOMES, CONSULT_OUTCOME_LABEL, LIMITS, type ConsultOutcome, type ConsultWordView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { ANSWER_REASONS } from './consult-words';
import { ANSWER_STALE } from './consult-stale';

interface AnswerSheetProps {
  readonly consultId: string;
  readonly words: readonly ConsultWordView[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}

/** One answer for the words that were ticked: what becomes of it, and a sentence why. */
export function AnswerSheet({ consultId, words, isOpen, onClose, onAnswered }: AnswerSheetProps) {
  const [outcome, setOutcome] = useState<ConsultOutcome | null>(null);
  const [text, setText] = useState('');
  const wordIds = words.map(({ wordId }) => wordId);
  const answer = useApiCommand('consult.answer', { about: `${consultId}:${wordIds.join()}`, invalidates: ANSWER_STALE, onDone: () => { setOutcome(null); setText(''); onAnswered(); toast('答复好了'); } });
  const wrong = answer.fields.text;
  const reason = outcome === null ? '先选一个' : '写一句为什么';
  return (
    <Sheet
      isOpen={isOpen}
      title={words.length === 1 ? '怎么答复？' : `一起答复 ${words.length} 条`}
      onClose={onClose}
      action={<Button busy={answer.isBusy} busyText="正在记…" disabled={outcome === null || text.trim() === ''} reason={reason} onClick={() => outcome !== null && answer.run({ consultId, wordIds, outcome, text: text.trim() })}>答复</Button>}
    >
      <View className="u-body u-break">{words[0]?.text ?? ''}{words.length > 1 ? ` 等 ${words.length} 条` : ''}</View>
      <View className="u-mt3"><ChipRow>{CONSULT_OUTCOMES.map((one) => <Chip key={one} on={outcome === one} onClick={() => setOutcome(one)}>{CONSULT_OUTCOME_LABEL[one]}</Chip>)}</ChipRow></View>
      {outcome !== null && <View className="u-mt3"><ChipRow>{ANSWER_REASONS[outcome].map((one) => <Chip key={one} kind="filter" on={text === one} onClick={() => setText(one)}>{one}</Chip>)}</ChipRow></View>}
      <View className="u-mt3"><Field kind="textarea" value={text} placeholder="写一句为什么，说话的人会看到" maxLength={LIMITS.noteCharacters} error={wrong} onChange={(typed) => { answer.clear(); setText(typed); }} /></View>
      {answer.failure !== null && wrong === undefined && <View className="u-sub u-accent u-mt3">{answer.failure.message}</View>}
    </Sheet>
  );
}
