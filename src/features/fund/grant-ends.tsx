import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type GrantView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { FUND_CHANGED } from './fund-changed';

/** What its committee does at the end: the report, or taking the application back. */
export function GrantEnds({ grant }: { grant: GrantView }) {
  const [open, setOpen] = useState<'report' | 'withdraw' | null>(null);
  const close = (): void => setOpen(null);
  if (!grant.may.report && !grant.may.withdraw) return null;
  return (
    <View className="u-mt6">
      {grant.may.report && <Button kind="secondary" onClick={() => setOpen('report')}>做完了，交报告</Button>}
      {grant.may.withdraw && <Button kind="text" onClick={() => setOpen('withdraw')}>不申请了，收回</Button>}
      <ReportSheet grant={grant} isOpen={open === 'report'} onClose={close} />
      <WithdrawSheet grant={grant} isOpen={open === 'withdraw'} onClose={close} />
    </View>
  );
}

interface SheetProps {
  readonly grant: GrantView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ReportSheet({ grant, isOpen, onClose }: SheetProps) {
  const [reportText, setReportText] = useState(grant.reportText);
  const command = useApiCommand('grant.report', { about: grant.grantId, invalidates: FUND_CHANGED, onDone: () => { onClose(); toast('交上去了，社区看过就结'); } });
  return (
    <Sheet isOpen={isOpen} title="做完了，说一说" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在交…" disabled={reportText.trim() === ''} reason="先写几句" onClick={() => command.run({ grantId: grant.grantId, reportText: reportText.trim() })}>交报告</Button>}>
      <Field label="做成了什么、花在哪里" kind="textarea" value={reportText} maxLength={LIMITS.storyCharacters} placeholder="比如：三号楼一到六层都装上了扶手，共三十六米，老人上下楼有地方扶了。剩下五十元退回。" error={command.fields.reportText ?? command.failure?.message} onChange={(text) => { command.clear(); setReportText(text); }} />
      <View className="u-sub u-mt3">邻居都看得到。账上的每一笔和收据会自己列在下面，不用抄。</View>
    </Sheet>
  );
}

function WithdrawSheet({ grant, isOpen, onClose }: SheetProps) {
  const command = useApiCommand('grant.withdraw', { about: grant.grantId, invalidates: FUND_CHANGED, onDone: () => { onClose(); toast('收回来了'); } });
  return (
    <Sheet isOpen={isOpen} title="收回这份申请？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在收回…" onClick={() => command.run({ grantId: grant.grantId })}>收回</Button>}>
      <View className="u-body">收回以后社区不再看这一份。想好了可以另写一份。</View>
      {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}
