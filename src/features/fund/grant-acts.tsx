import { useState } from 'react';
import { View } from '@tarojs/components';
import { APPROVER_ROLE_LABEL, LIMITS, type GrantView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { formatMoney, parseYuan, yuanText } from '@/lib/format';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { FUND_CHANGED } from './fund-changed';

export const hasGrantBar = ({ may }: GrantView): boolean => may.decide || may.close || may.askSpending;

type Open = 'decide' | 'refuse' | 'close' | 'again' | null;

/** The one next act of the reader on a grant's page. */
export function GrantBar({ grant, onAsk }: { grant: GrantView; onAsk: () => void }) {
  const [open, setOpen] = useState<Open>(null);
  const { may } = grant;
  const close = (): void => setOpen(null);
  if (may.decide) {
    return (
      <BottomBar aside={<Button kind="secondary" onClick={() => setOpen('refuse')}>不批</Button>}>
        <Button kind="green" onClick={() => setOpen('decide')}>批，定个数</Button>
        <DecideSheet grant={grant} isOpen={open === 'decide'} onClose={close} />
        <RefuseSheet grant={grant} isOpen={open === 'refuse'} onClose={close} />
      </BottomBar>
    );
  }
  if (may.close) {
    return (
      <BottomBar aside={<Button kind="secondary" onClick={() => setOpen('again')}>请再补补</Button>}>
        <Button onClick={() => setOpen('close')}>看过了，结了</Button>
        <CloseSheet grant={grant} isOpen={open === 'close'} onClose={close} />
        <AgainSheet grant={grant} isOpen={open === 'again'} onClose={close} />
      </BottomBar>
    );
  }
  return <BottomBar note={`还剩 ${formatMoney(grant.fundsLeftFen)}`}><Button onClick={onAsk}>提一笔用款</Button></BottomBar>;
}

interface SheetProps {
  readonly grant: GrantView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const amountProblem = (amountFen: number | null, grant: GrantView): string => {
  if (amountFen === null || amountFen < 1) return '金额填到分，要大于 0';
  if (amountFen > grant.askedFen) return '不能比申请的多';
  return amountFen > grant.fundLeftFen ? `基金只剩 ${formatMoney(grant.fundLeftFen)}` : '';
};

/** Two people on the same figure: what the other one wrote is there to be agreed to. */
function DecideSheet({ grant, isOpen, onClose }: SheetProps) {
  const other = grant.yesses.find(({ isMine }) => !isMine);
  const [yuan, setYuan] = useState(yuanText(other?.amountFen ?? grant.askedFen));
  const command = useApiCommand('grant.decide', { about: grant.grantId, invalidates: FUND_CHANGED, onDone: () => { onClose(); toast(other !== undefined && other.amountFen === parseYuan(yuan) ? '批了，告诉 TA 了' : '记下了，还要另一位写同样的数'); } });
  const amountFen = parseYuan(yuan);
  const problem = amountProblem(amountFen, grant);
  return (
    <Sheet isOpen={isOpen} title="批多少？" onClose={onClose} action={<Button kind="green" busy={command.isBusy} busyText="正在记下…" disabled={problem !== ''} reason={problem} onClick={() => command.run({ grantId: grant.grantId, decision: { kind: 'approve', amountFen: amountFen ?? 0 } })}>同意这个数</Button>}>
      {other !== undefined && <Notice tone="good" title={`${APPROVER_ROLE_LABEL[other.role]}写了 ${formatMoney(other.amountFen)}`}>您写一样的数就批了；写别的数，前面那位要再看一次。</Notice>}
      <View className="u-mt3"><Field label="金额" hint="元" inputType="digit" value={yuan} maxLength={12} showCount={false} error={command.fields.amountFen ?? command.failure?.message} onChange={(text) => { command.clear(); setYuan(text); }} /></View>
      <View className="u-sub u-mt3">申请 {formatMoney(grant.askedFen)}，基金还剩 {formatMoney(grant.fundLeftFen)}。要 {grant.yessesNeeded} 位不同的人写一样的数。</View>
    </Sheet>
  );
}

function RefuseSheet({ grant, isOpen, onClose }: SheetProps) {
  const [note, setNote] = useState('');
  const command = useApiCommand('grant.decide', { about: `${grant.grantId}:refuse`, invalidates: FUND_CHANGED, onDone: () => { onClose(); toast('告诉 TA 了'); } });
  return (
    <Sheet isOpen={isOpen} title="这次不批，为什么？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在告诉 TA…" disabled={note.trim() === ''} reason="先写一句" onClick={() => command.run({ grantId: grant.grantId, decision: { kind: 'refuse', note: note.trim() } })}>告诉 TA</Button>}>
      <Field label="给 TA 的一句话" kind="textarea" value={note} maxLength={LIMITS.noteCharacters} placeholder="比如：物业合同里有这一项，先请物业修" error={command.fields.note ?? command.failure?.message} onChange={(text) => { command.clear(); setNote(text); }} />
    </Sheet>
  );
}

function CloseSheet({ grant, isOpen, onClose }: SheetProps) {
  const command = useApiCommand('grant.close', { about: grant.grantId, invalidates: FUND_CHANGED, onDone: () => { onClose(); toast('结了，告诉 TA 了'); } });
  return (
    <Sheet isOpen={isOpen} title="项目办完了？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在结…" onClick={() => command.run({ grantId: grant.grantId })}>结了</Button>}>
      <View className="u-body">{grant.fundsLeftFen === 0 ? '钱都花在说好的地方了。' : `没用完的 ${formatMoney(grant.fundsLeftFen)} 退回基金，别的项目还能用。`}结了以后不能再提用款。</View>
      {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}

function AgainSheet({ grant, isOpen, onClose }: SheetProps) {
  const [askAgain, setAskAgain] = useState('');
  const command = useApiCommand('grant.close', { about: `${grant.grantId}:again`, invalidates: FUND_CHANGED, onDone: () => { onClose(); toast('告诉 TA 了'); } });
  return (
    <Sheet isOpen={isOpen} title="报告还差什么？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在告诉 TA…" disabled={askAgain.trim() === ''} reason="先写一句" onClick={() => command.run({ grantId: grant.grantId, askAgain: askAgain.trim() })}>告诉 TA</Button>}>
      <Field label="给 TA 的一句话" kind="textarea" value={askAgain} maxLength={LIMITS.noteCharacters} placeholder="比如：请写一下装了几层、几米" error={command.fields.askAgain ?? command.failure?.message} onChange={(text) => { command.clear(); setAskAgain(text); }} />
    </Sheet>
  );
}
