import { View } from '@tarojs/components';
import { useState } from 'react';
import type { IncomingClaimView, LastLegState, LastLegView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { AskLastLeg } from './ask-last-leg';

const TONE: Readonly<Record<LastLegState, 'info' | 'good' | 'warn'>> = { asked: 'info', taken: 'good', brought: 'good', received: 'good', unanswered: 'warn', withdrawn: 'info' };

/** Of a claim that goes by the station: how its last stretch home stands, or the way to ask for it. */
export function LastLegCard({ wishId, claim, isMine }: { wishId: string; claim: IncomingClaimView; isMine: boolean }) {
  const { lastLeg, claimId } = claim;
  const isTold = lastLeg !== null && (claim.state !== 'confirmed' || lastLeg.state === 'received') && !(lastLeg.state === 'withdrawn' && claim.canAskLastLeg);
  return (
    <View>
      {isTold && <LegNotice leg={lastLeg} />}
      {lastLeg !== null && lastLeg.canCancel && <CallOff wishId={wishId} claimId={claimId} hasCarrier={lastLeg.state === 'taken'} />}
      {claim.canAskLastLeg && <AskLastLeg wishId={wishId} claimId={claimId} isMine={isMine} />}
    </View>
  );
}

/** The errand is a page of its own: who comes, calling each other, the code. */
function LegNotice({ leg }: { leg: LastLegView }) {
  const hasPage = leg.state !== 'withdrawn' && leg.state !== 'unanswered';
  return <View className="u-mt3"><Notice tone={TONE[leg.state]} icon="home" {...(hasPage ? { onClick: () => void openPage('wishDetail', { wishId: leg.errandId }) } : {})}>{leg.text}</Notice></View>;
}

function CallOff({ wishId, claimId, hasCarrier }: { wishId: string; claimId: string; hasCarrier: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('lastLeg.cancel', { about: claimId, invalidates: ['wish.get', 'wish.wall', 'wish.mine'] });
  const cancel = async (): Promise<void> => {
    if ((await command.run({ wishId, claimId })) === null) return;
    setOpen(false);
    toast('取消了，东西还在驿站');
  };
  return (
    <View className="u-mt2">
      <View className="u-links"><Button kind="text" size="small" onClick={() => setOpen(true)}>不用送了</Button></View>
      <Sheet isOpen={isOpen} title="不用邻居送了？" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在取消…" onClick={cancel}>不用送了</Button>}>
        <View className="u-body">{hasCarrier ? '我们马上告诉接的邻居不用跑了。' : '心愿墙上就不再等人接了。'}东西还在驿站，您或家里人来取就行。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
