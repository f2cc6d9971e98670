import { useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { LIMITS, type DifficultyCaseView, type RouteName } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { openPage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';
import { TextSheet } from './text-sheet';
import { VisitSheet } from './visit-sheet';

const STALE: readonly RouteName[] = ['difficulty.get', 'difficulty.list', 'difficulty.open', 'publicity.list', 'staff.queue'];
const say = (words: string): void => void Taro.showToast({ title: words, icon: 'none' });

type Open = 'publicise' | 'refuse' | 'visit' | 'close' | null;

/** The one next act of a case by its state, and the quiet way to end it. */
export function CaseActs({ view }: { view: DifficultyCaseView }) {
  const [open, setOpen] = useState<Open>(null);
  const done = (words: string) => () => {
    setOpen(null);
    say(words);
  };
  const about = view.caseId;
  const publicise = useApiCommand('difficulty.publicise', { about, invalidates: STALE, onDone: done('公示开始了，五个工作日') });
  const decide = useApiCommand('difficulty.decide', { about, invalidates: STALE, onDone: done('定下来了') });
  const close = useApiCommand('difficulty.close', { about, invalidates: STALE, onDone: done('不再办了，原因留着') });
  const isLive = view.state !== 'refused' && view.state !== 'closed' && view.state !== 'ended';
  const failure = decide.failure ?? null;
  return (
    <View className="u-stack u-mt6">
      {failure !== null && <Notice tone="warn">{failure.message}</Notice>}
      {view.state === 'suggested' && <Button onClick={() => void openPage('staffPropose', { id: view.caseId })}>去看过了，登记下来</Button>}
      {view.state === 'checked' && <Button onClick={() => setOpen('publicise')}>四查齐了，去公示</Button>}
      {view.publicityId !== null && <Button kind={view.state === 'publicity' ? 'primary' : 'secondary'} onClick={() => void openPage('publicity', { id: view.publicityId ?? undefined })}>看公示和异议</Button>}
      {view.state === 'toDecide' && view.decideRefusal !== null && <Notice tone="info">{view.decideRefusal}</Notice>}
      {view.state === 'toDecide' && view.decideRefusal === null && <Button kind="green" busy={decide.isBusy} onClick={() => decide.run({ caseId: view.caseId, decision: { kind: 'approve' } })}>列入台账，帮一年</Button>}
      {view.state === 'toDecide' && view.decideRefusal === null && <Button kind="secondary" onClick={() => setOpen('refuse')}>不列入，写原因</Button>}
      {view.state === 'inLedger' && <Button onClick={() => setOpen('visit')}>记一次走访</Button>}
      {isLive && <View className="u-center"><Button kind="text" size="small" onClick={() => setOpen('close')}>不再办了（本人不愿意、搬走了）</Button></View>}
      <TextSheet isOpen={open === 'publicise'} title="公示写什么" hint={`大家看到的是“${view.maskedName}”和下面这一句。只写帮什么，不写病情、年纪、住处。`} placeholder="比如：送米油，每周上门看看" maxLength={LIMITS.aidCharacters} buttonText="开始公示" isBusy={publicise.isBusy} error={publicise.fields.aidText ?? publicise.failure?.message ?? ''} onSend={(aidText) => void publicise.run({ caseId: view.caseId, aidText })} onClose={() => setOpen(null)} />
      <TextSheet isOpen={open === 'refuse'} title="为什么不列入" hint="只有工作人员看得到。" placeholder="写明原因" maxLength={LIMITS.noteCharacters} buttonText="不列入" isBusy={decide.isBusy} error={decide.failure?.message ?? ''} onSend={(note) => void decide.run({ caseId: view.caseId, decision: { kind: 'refuse', note } })} onClose={() => setOpen(null)} />
      <TextSheet isOpen={open === 'close'} title="为什么不再办" hint="在公示的会马上撤下。原因留着，只有工作人员看得到。" placeholder="比如：本人不愿意公示" maxLength={LIMITS.noteCharacters} buttonText="不再办了" isBusy={close.isBusy} error={close.failure?.message ?? ''} onSend={(note) => void close.run({ caseId: view.caseId, note })} onClose={() => setOpen(null)} />
      <VisitSheet caseId={view.caseId} isOpen={open === 'visit'} onClose={() => setOpen(null)} onDone={done('记好了，下次到日子会提醒')} />
    </View>
  );
}
