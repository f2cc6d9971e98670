import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RoundView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Sheet } from '@/components/sheet/sheet';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

const CHANGED = ['round.get', 'round.list', 'round.report', 'round.candidates'] as const;

/** The one act that is due: open it, or end it. Each says first what then happens. */
export function RunRound({ round }: { round: RoundView }) {
  const [asked, setAsked] = useState<'end' | 'cancel' | null>(null);
  const { roundId } = round;
  const open = useApiCommand('round.open', { about: roundId, invalidates: CHANGED, onDone: () => toast('开始了，邻居们看得到了') });
  const isDraft = round.state === 'draft';
  const note = isDraft ? `不点也行：${formatMoment(round.startsAtMs, serverNowMs())} 自己开始` : `${formatMoment(round.endsAtMs, serverNowMs())} 自己结束`;
  return (
    <>
      <BottomBar failure={open.failure} note={note} aside={<Button kind="text" size="small" onClick={() => setAsked('cancel')}>取消这一期</Button>}>
        {isDraft ? (
          <Button busy={open.isBusy} busyText="正在开始…" disabled={round.wishCount === 0} reason="先挑几个心愿" onClick={() => open.run({ roundId })}>现在就开始</Button>
        ) : (
          <Button kind="secondary" onClick={() => setAsked('end')}>现在就结束</Button>
        )}
      </BottomBar>
      <EndSheet round={round} isOpen={asked === 'end'} onClose={() => setAsked(null)} />
      <CancelSheet round={round} isOpen={asked === 'cancel'} onClose={() => setAsked(null)} />
    </>
  );
}

interface AskProps {
  readonly round: RoundView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function EndSheet({ round, isOpen, onClose }: AskProps) {
  const command = useApiCommand('round.close', { about: round.roundId, invalidates: CHANGED, onDone: () => { onClose(); void openPage('roundReport', { id: round.roundId }); } });
  return (
    <Sheet isOpen={isOpen} title="现在就结束？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在结束…" onClick={() => command.run({ roundId: round.roundId })}>结束，出小结</Button>}>
      <View className="u-body">认领了的照常送，没认领的还在心愿墙上。小结一会儿就好，还在路上的每天更新。</View>
      {command.failure !== null && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
    </Sheet>
  );
}

function CancelSheet({ round, isOpen, onClose }: AskProps) {
  const command = useApiCommand('round.cancel', { about: round.roundId, invalidates: CHANGED, onDone: () => { onClose(); toast('取消了，心愿都还在墙上'); } });
  return (
    <Sheet isOpen={isOpen} title="取消这一期？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在取消…" onClick={() => command.run({ roundId: round.roundId })}>取消这一期</Button>}>
      <View className="u-body">{round.wishCount} 个心愿都放回心愿墙，认领了的照常送。取消后不能再开。</View>
      {command.failure !== null && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
    </Sheet>
  );
}
