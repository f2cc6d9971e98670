import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ConsultView, ConsultWordView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Sheet } from '@/components/sheet/sheet';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { AnswerSheet } from './answer-sheet';
import { ANSWER_STALE } from './consult-stale';

interface AnswerBarProps {
  readonly consult: ConsultView;
  readonly chosen: readonly ConsultWordView[];
  readonly onAnswered: () => void;
}

export const hasAnswerBar = ({ may }: ConsultView): boolean => may.close || may.finish;

/** The one act that comes next: close, answer what is ticked, tell everybody. */
export function AnswerBar({ consult, chosen, onAnswered }: AnswerBarProps) {
  const { consultId, projectId, may, counts } = consult;
  const [asked, setAsked] = useState<'answer' | 'finish' | 'close' | null>(null);
  const options = { about: consultId, invalidates: ANSWER_STALE };
  const close = useApiCommand('consult.close', { ...options, onDone: () => { setAsked(null); toast('商量结束了，一两分钟就汇总好'); } });
  const finish = useApiCommand('consult.finish', { ...options, onDone: () => { setAsked(null); toast('都告诉大家了，辛苦'); } });
  const done = (): void => { setAsked(null); onAnswered(); };
  const edit = may.finish ? <Button kind="text" size="small" icon="edit" onClick={() => openPage('editNeedProject', { id: projectId })}>改计划</Button> : undefined;
  const isTelling = may.finish && chosen.length === 0;
  return (
    <>
      <BottomBar aside={edit} note={may.close ? '到了日子自己会结束' : undefined}>
        {may.close && <Button kind="secondary" onClick={() => setAsked('close')}>提前结束商量</Button>}
        {may.finish && chosen.length > 0 && <Button onClick={() => setAsked('answer')}>答复选中的 {chosen.length} 条</Button>}
        {isTelling && <Button kind="green" disabled={counts.unanswered > 0} reason={`还有 ${counts.unanswered} 条没答复`} onClick={() => setAsked('finish')}>都答了，告诉大家</Button>}
      </BottomBar>
      <Sheet isOpen={asked === 'close'} title="现在就结束？" onClose={() => setAsked(null)} action={<Button busy={close.isBusy} busyText="正在结束…" onClick={() => close.run({ consultId })}>现在就结束</Button>}>
        <View className="u-body">结束以后谁都不能再说了，已经说的都算数，接着一条条答复。</View>
        {close.failure !== null && <View className="u-sub u-accent u-mt3">{close.failure.message}</View>}
      </Sheet>
      <AnswerSheet consultId={consultId} words={chosen} isOpen={asked === 'answer'} onClose={() => setAsked(null)} onAnswered={done} />
      <WordsSheet isOpen={asked === 'finish'} title="最后说一句" note="听到了什么、计划改了什么。说过话的人都会收到，计划照现在的样子放在旁边；要改计划，先改好再来。" placeholder="比如：大家最看重先打电话，我们分两天送" actionText="告诉大家" command={finish} onClose={() => setAsked(null)} onSend={(note) => finish.run({ consultId, note })} />
    </>
  );
}
