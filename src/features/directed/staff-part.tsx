import { useState } from 'react';
import { View } from '@tarojs/components';
import { type DirectedView, LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { formatMoney } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DIRECTED_STALE } from './directed-stale';
import { isTimeToReport } from './directed-words';
import { SettleSheet } from './settle-sheet';

/** What to look for before saying yes. */
const CHECKS = ['给谁、用在哪、多少，都写清楚了', '不是给一位生病或困难的人送钱，没有写名字和病情', '没有广告、没有买东西才给、没有要您偏着谁', '另外说好的，社区真的办得到'] as const;

/** For staff and whoever answers for it: what to check, and what can be done from here. */
export function StaffPart({ gift }: { gift: DirectedView }) {
  const { directedId, may } = gift;
  const canReportHere = may.canReport && !isTimeToReport(gift);
  const canAct = may.canEnterCash || canReportHere || may.canAskSpending || may.canSettleLeftover || may.canRecordReturn || may.canCorrectReturn || may.canCancel;
  if (!may.canAnswer && !canAct) return null;
  return (
    <View>
      <SectionHead title={may.canAnswer ? '请您看' : '您可以'} />
      {may.canAnswer && CHECKS.map((line, index) => <View key={line} className="u-mid u-mt2">{index + 1}. {line}</View>)}
      {canAct && (
        <View className="u-stack u-mt3">
          {may.canSettleLeftover && <Settle gift={gift} />}
          {may.canRecordReturn && <RecordReturn gift={gift} />}
          {may.canCorrectReturn && <CorrectReturn gift={gift} />}
          {may.canAskSpending && <Button kind="secondary" icon="text" onClick={() => openPage('askSpending', { hostKind: 'directed', id: directedId })}>报一笔花销</Button>}
          {canReportHere && <Button kind="secondary" icon="horn" onClick={() => openPage('reportDirected', { id: directedId })}>写一次报告</Button>}
          {may.canEnterCash && <Button kind="secondary" icon="edit" onClick={() => openPage('directedCash', { id: directedId })}>记一笔现金</Button>}
          {may.canCancel && <Cancel gift={gift} />}
        </View>
      )}
    </View>
  );
}

function Cancel({ gift: { directedId, amountFen } }: { gift: DirectedView }) {
  const [isOpen, setOpen] = useState(false);
  const cancel = useApiCommand('directed.cancel', { about: directedId, invalidates: DIRECTED_STALE, onDone: () => { setOpen(false); toast('取消了，对方会收到您写的原因'); } });
  return (
    <View className="u-links">
      <Button kind="text" size="small" onClick={() => setOpen(true)}>办不了，取消</Button>
      <WordsSheet isOpen={isOpen} title="取消这一份？" note={amountFen === null ? '对方会收到您写的原因。' : '付过的每一分都原路退回，对方会收到您写的原因。'} placeholder="为什么办不了，对方看得到" actionText="取消，告诉对方" busyText="正在告诉对方…" command={cancel} field="reason" onClose={() => setOpen(false)} onSend={(reason) => cancel.run({ directedId, reason })} />
    </View>
  );
}

function Settle({ gift }: { gift: DirectedView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View>
      <Button kind="secondary" icon="ask" onClick={() => setOpen(true)}>提余款的去处</Button>
      {isOpen && <SettleSheet gift={gift} onClose={() => setOpen(false)} />}
    </View>
  );
}

function RecordReturn({ gift: { directedId, leftover } }: { gift: DirectedView }) {
  const [isOpen, setOpen] = useState(false);
  const [voucherNo, setVoucherNo] = useState('');
  const record = useApiCommand('directed.recordReturn', { about: directedId, invalidates: DIRECTED_STALE, onDone: () => { setOpen(false); toast('记下了，等对方说收到'); } });
  return (
    <View>
      <Button kind="secondary" icon="check" onClick={() => setOpen(true)}>余款退了，记一笔</Button>
      <Sheet isOpen={isOpen} title={`退了 ${formatMoney(leftover?.amountFen ?? 0)}？`} onClose={() => setOpen(false)} action={<Button busy={record.isBusy} busyText="正在记…" disabled={voucherNo.trim() === ''} reason="先写凭证号" onClick={() => record.run({ directedId, voucherNo: voucherNo.trim() })}>记下</Button>}>
        <View className="u-body">先从账上退给对方，再来这里记。对方说收到，才算完。</View>
        <View className="u-mt3"><Field label="凭证号" value={voucherNo} maxLength={LIMITS.voucherCharacters} showCount={false} placeholder="比如：退-12-003" error={record.fields.voucherNo ?? record.failure?.message} onChange={(text) => { record.clear(); setVoucherNo(text); }} /></View>
      </Sheet>
    </View>
  );
}

/** Somebody else wrote the voucher down wrongly. */
function CorrectReturn({ gift: { directedId, leftover } }: { gift: DirectedView }) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState({ voucherNo: '', reason: '' });
  const correct = useApiCommand('directed.correctReturn', { about: directedId, invalidates: DIRECTED_STALE, onDone: () => { setOpen(false); setSaid({ voucherNo: '', reason: '' }); toast('改正了，对方看得到'); } });
  const change = (patch: Partial<typeof said>): void => { correct.clear(); setSaid({ ...said, ...patch }); };
  const isReady = said.voucherNo.trim() !== '' && said.reason.trim() !== '';
  return (
    <View className="u-links">
      <Button kind="text" size="small" onClick={() => setOpen(true)}>凭证号写错了，改正</Button>
      <Sheet isOpen={isOpen} title="改正凭证号" onClose={() => setOpen(false)} action={<Button busy={correct.isBusy} busyText="正在记…" disabled={!isReady} reason="写上对的号和为什么" onClick={() => correct.run({ directedId, voucherNo: said.voucherNo.trim(), reason: said.reason.trim() })}>改正</Button>}>
        <View className="u-body">现在写的是 {leftover?.voucherNo}。旧的号留着，两边都看得到。</View>
        <View className="u-stack u-mt3">
          <Field label="对的凭证号" value={said.voucherNo} maxLength={LIMITS.voucherCharacters} showCount={false} placeholder="比如：退-12-003" error={correct.fields.voucherNo} onChange={(voucherNo) => change({ voucherNo })} />
          <Field label="为什么改" value={said.reason} maxLength={LIMITS.noteCharacters} placeholder="比如：抄错了一位" error={correct.fields.reason} onChange={(reason) => change({ reason })} />
        </View>
        {correct.failure !== null && Object.keys(correct.fields).length === 0 && <View className="u-sub u-accent u-mt3">{correct.failure.message}</View>}
      </Sheet>
    </View>
  );
}
