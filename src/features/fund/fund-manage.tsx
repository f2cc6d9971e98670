import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type FundView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { formatMoney } from '@/lib/format';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { FUND_CHANGED } from './fund-changed';

/** What the street's administrator does with a fund: who keeps its books, and its end. */
export function FundManage({ fund }: { fund: FundView }) {
  const [open, setOpen] = useState<'agent' | 'close' | null>(null);
  return (
    <View className="u-stack">
      <LinkRow icon="shield" note={fund.hasAgent ? '有了，每笔付款要 TA 看过' : '还没有；有了以后每笔付款要 TA 看过'} onClick={() => setOpen('agent')}>街道代理会计</LinkRow>
      <LinkRow icon="check" note="项目都结了以后；没用完的退回" onClick={() => setOpen('close')}>年终结账</LinkRow>
      <AgentSheet fund={fund} isOpen={open === 'agent'} onClose={() => setOpen(null)} />
      <CloseFundSheet fund={fund} isOpen={open === 'close'} onClose={() => setOpen(null)} />
    </View>
  );
}

interface SheetProps {
  readonly fund: FundView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const CODE_CHARACTERS = 8;
const cleanCode = (text: string): string => text.replace(/[^0-9A-Za-z]/g, '').toUpperCase();

function AgentSheet({ fund, isOpen, onClose }: SheetProps) {
  const [text, setText] = useState('');
  const code = cleanCode(text);
  const command = useApiCommand('fund.setAgent', { about: `${fund.fundId}:${code}`, invalidates: [...FUND_CHANGED, 'spending.waiting'], onDone: () => { setText(''); onClose(); toast('记下了，从现在起'); } });
  return (
    <Sheet isOpen={isOpen} title="谁是街道代理会计？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在记…" disabled={code.length !== CODE_CHARACTERS} reason="编号是 8 位" onClick={() => command.run({ fundId: fund.fundId, code })}>请 TA 来看</Button>}>
      <Field label="请 TA 念一下自己的编号" hint="打开“我的”就看得到" value={text} maxLength={CODE_CHARACTERS + 3} showCount={false} placeholder="例如 K7M2 P4QX" error={command.fields.code ?? command.failure?.message} onChange={(value) => { command.clear(); setText(value); }} />
      <View className="u-sub u-mt3">两位同意里要有 TA 一位。TA 不能自己提用款，钱也不能付给 TA。</View>
      {fund.hasAgent && <Button kind="text" onClick={() => command.run({ fundId: fund.fundId, code: null })}>现在没有代理会计了</Button>}
    </Sheet>
  );
}

function CloseFundSheet({ fund, isOpen, onClose }: SheetProps) {
  const [reportText, setReportText] = useState('');
  const command = useApiCommand('fund.close', { about: fund.fundId, invalidates: FUND_CHANGED, onDone: () => { onClose(); toast('结好了，大家看得到报告'); } });
  return (
    <Sheet isOpen={isOpen} title={`${fund.year} 年结账`} onClose={onClose} action={<Button busy={command.isBusy} busyText="正在结…" disabled={reportText.trim() === ''} reason="先写几句" onClick={() => command.run({ fundId: fund.fundId, reportText: reportText.trim() })}>结账</Button>}>
      <Field label="这一年做了什么" kind="textarea" value={reportText} maxLength={LIMITS.storyCharacters} error={command.fields.reportText} onChange={(text) => { command.clear(); setReportText(text); }} />
      <View className="u-sub u-mt3">没批出去的 {formatMoney(fund.leftFen)} 退回，结了以后不能再申请。</View>
      {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}
