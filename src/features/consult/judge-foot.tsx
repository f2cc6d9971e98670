import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ConsultWordView } from '@contract';
import { Button } from '@/components/button/button';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { ANSWER_STALE } from './consult-stale';

/** Staff show words to the neighbours, or not and why. */
export function JudgeFoot({ consultId, word }: { consultId: string; word: ConsultWordView }) {
  const [isAsked, setAsked] = useState(false);
  const { wordId, state } = word;
  const options = { invalidates: ANSWER_STALE };
  const show = useApiCommand('consult.judge', { ...options, about: `${wordId}:show`, onDone: () => toast('大家看得到了') });
  const hide = useApiCommand('consult.judge', { ...options, about: `${wordId}:hide`, onDone: () => { setAsked(false); toast('不公开了，TA 会看到为什么'); } });
  return (
    <View className="u-mt2">
      <View className="u-row u-wrap u-gap3">
        {state !== 'shown' && <Button kind="green-tint" size="small" icon="eye" busy={show.isBusy} onClick={() => show.run({ consultId, wordId, isShown: true })}>公开</Button>}
        {state !== 'hidden' && <Button kind="text" size="small" onClick={() => setAsked(true)}>不公开</Button>}
      </View>
      {show.failure !== null && <View className="u-sub u-accent u-mt1">{show.failure.message}</View>}
      <WordsSheet isOpen={isAsked} title="为什么不公开？" note="说话的人会看到这一句。写了谁家、谁的病的，就这样说清楚。" placeholder="比如：说到了谁家，就不公开了" actionText="不公开" command={hide} field="reason" onClose={() => setAsked(false)} onSend={(reason) => hide.run({ consultId, wordId, isShown: false, reason })} />
    </View>
  );
}
