import { useState } from 'react';
import type { DirectedView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { openPage } from '@/lib/pages';
import { formatMoney } from '@/lib/format';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DIRECTED_STALE } from './directed-stale';
import { isTimeToReport } from './directed-words';
import { LeftoverBar, ReturnBar } from './leftover-part';

/** The giver's side while something is wanting; cash is brought to its keeper, as the news above says. */
const isToPay = ({ state, toPayFen, collectorKind, may }: DirectedView): boolean => state === 'agreed' && toPayFen > 0 && collectorKind === 'subMerchant' && (may.canPay || may.payRefusal !== null);

/** The one act of the reader, if there is one: staff answer, the giver pays or says what becomes of the rest, whoever answers for it reports. */
export function DirectedBar({ gift }: { gift: DirectedView }) {
  const { directedId, may, state } = gift;
  if (may.canAnswer) return <AnswerBar directedId={directedId} />;
  if (may.canAnswerLeftover) return <LeftoverBar gift={gift} />;
  if (may.canConfirmReturn) return <ReturnBar gift={gift} />;
  if (isToPay(gift)) return <PayBar gift={gift} />;
  if (may.canEdit) return <BottomBar><Button kind={state === 'asked' ? 'primary' : 'secondary'} icon="edit" onClick={() => openPage('editDirected', { id: directedId })}>{state === 'asked' ? '去补一句' : '改内容'}</Button></BottomBar>;
  if (isTimeToReport(gift)) return <BottomBar note={may.canReportWhole ? '东西和钱都有了着落，可以说全部了' : undefined}><Button onClick={() => openPage('reportDirected', { id: directedId })}>写报告</Button></BottomBar>;
  return null;
}

/** Whether `DirectedBar` draws anything, so that the page keeps no empty room. */
export const hasDirectedBar = (gift: DirectedView): boolean => isToPay(gift) || isTimeToReport(gift) || gift.may.canAnswer || gift.may.canAnswerLeftover || gift.may.canConfirmReturn || gift.may.canEdit;

function PayBar({ gift: { directedId, may, toPayFen } }: { gift: DirectedView }) {
  if (!may.canPay) return <BottomBar note={may.payRefusal ?? undefined}><Button kind="green" disabled reason="现在付不了">付款</Button></BottomBar>;
  return <BottomBar note="下一步看四件事，看完再付"><Button kind="green" onClick={() => openPage('payDirected', { id: directedId })}>付款，还要付 {formatMoney(toPayFen)}</Button></BottomBar>;
}

function AnswerBar({ directedId }: { directedId: string }) {
  const [asked, setAsked] = useState<'ask' | 'refuse' | null>(null);
  const say = useApiCommand('directed.answer', { about: `${directedId}:${asked ?? ''}`, invalidates: DIRECTED_STALE, onDone: () => { toast('写的话对方看得到了'); setAsked(null); } });
  const isRefusing = asked === 'refuse';
  return (
    <>
      <BottomBar note="金额、用途、另外说好的都看过，再接" aside={<><Button kind="text" size="small" onClick={() => setAsked('ask')}>请 TA 补</Button><Button kind="text" size="small" onClick={() => setAsked('refuse')}>不接</Button></>}>
        <Button kind="green" onClick={() => openPage('answerDirected', { id: directedId })}>接下，写四件事</Button>
      </BottomBar>
      <WordsSheet isOpen={asked !== null} title={isRefusing ? '为什么不接？' : '请对方补什么？'} placeholder={isRefusing ? '比如：厨房已经有了一套，谢谢您' : '比如：请写清楚大米几公斤一袋'} actionText={isRefusing ? '不接，告诉 TA' : '退回去补'} busyText="正在告诉 TA…" command={say} field="decision.note" onClose={() => setAsked(null)} onSend={(note) => asked !== null && say.run({ directedId, decision: { kind: asked, note } })} />
    </>
  );
}
