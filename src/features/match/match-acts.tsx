import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type MatchBudgetView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { formatMoney } from '@/lib/format';
import { useApiCommand, type ApiCommand } from '@/lib/use-api-command';
import { MATCH_STALE } from './match-words';

type Asked = 'confirm' | 'refuse' | 'end' | 'return';

const SHEETS: Readonly<Record<Asked, { readonly title: string; readonly label: string; readonly placeholder: string; readonly action: string; readonly max: number }>> = {
  confirm: { title: '款到了', label: '收款单位的收据号', placeholder: '照收据上写的填', action: '核对过了，开始配', max: LIMITS.placeCharacters },
  refuse: { title: '这次不行', label: '为什么', placeholder: '比如：款还没有到', action: '告诉商户', max: LIMITS.noteCharacters },
  end: { title: '不再配了', label: '为什么', placeholder: '写一句，店里和社区都看得到', action: '就到这里，剩下的退', max: LIMITS.noteCharacters },
  return: { title: '余款退了', label: '退款凭证号', placeholder: '照凭证上写的填', action: '记下，等商户确认', max: LIMITS.placeCharacters },
};

/** What the reader may do, each with one line asked where one is needed. */
export function MatchActs({ budget }: { budget: MatchBudgetView }) {
  const { matchBudgetId, may, leftFen } = budget;
  const [asked, setAsked] = useState<Asked | null>(null);
  const options = { about: matchBudgetId, invalidates: MATCH_STALE };
  const withdraw = useApiCommand('match.withdraw', options);
  const confirm = useApiCommand('match.confirmReturn', options);
  const failure = withdraw.failure ?? confirm.failure;
  return (
    <View className="u-stack u-mt4">
      {may.decide && <Button onClick={() => setAsked('confirm')}>款到了</Button>}
      {may.decide && <Button kind="secondary" onClick={() => setAsked('refuse')}>这次不行</Button>}
      {may.recordReturn && <Button onClick={() => setAsked('return')}>退了 {formatMoney(leftFen)}，记下</Button>}
      {may.confirmReturn && <Button kind="green" busy={confirm.isBusy} onClick={() => void confirm.run({ matchBudgetId })}>余款收到了</Button>}
      {may.end && <Button kind="secondary" onClick={() => setAsked('end')}>不再配了</Button>}
      {may.withdraw && <Button kind="text" busy={withdraw.isBusy} onClick={() => void withdraw.run({ matchBudgetId })}>撤回</Button>}
      {failure !== null && <Notice tone="warn">{failure.message}</Notice>}
      {asked !== null && <AskSheet key={asked} matchBudgetId={matchBudgetId} asked={asked} onClose={() => setAsked(null)} />}
    </View>
  );
}

function AskSheet({ matchBudgetId, asked, onClose }: { matchBudgetId: string; asked: Asked; onClose: () => void }) {
  const [text, setText] = useState('');
  const options = { about: matchBudgetId, invalidates: MATCH_STALE, onDone: onClose };
  const decide = useApiCommand('match.decide', options);
  const end = useApiCommand('match.end', options);
  const back = useApiCommand('match.recordReturn', options);
  const act: Pick<ApiCommand<'match.decide'>, 'isBusy' | 'failure'> = asked === 'end' ? end : asked === 'return' ? back : decide;
  const send = async (): Promise<void> => {
    if (asked === 'end') await end.run({ matchBudgetId, note: text });
    else if (asked === 'return') await back.run({ matchBudgetId, voucherNo: text });
    else await decide.run({ matchBudgetId, decision: asked === 'confirm' ? { kind: 'confirm', receiptNo: text } : { kind: 'refuse', note: text } });
  };
  const { title, label, placeholder, action, max } = SHEETS[asked];
  return (
    <Sheet isOpen title={title} onClose={onClose} action={<Button busy={act.isBusy} busyText="正在记…" disabled={text.trim() === ''} reason="先填上面这一行" onClick={send}>{action}</Button>}>
      <Field label={label} value={text} maxLength={max} placeholder={placeholder} error={act.failure?.message} onChange={setText} />
    </Sheet>
  );
}
