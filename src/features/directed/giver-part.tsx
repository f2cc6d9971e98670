import { useState } from 'react';
import { View } from '@tarojs/components';
import type { DirectedView } from '@contract';
import { Button } from '@/components/button/button';
import { LinkRow } from '@/components/link-row/link-row';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DIRECTED_STALE } from './directed-stale';
import { isUnagreed, withdrawWords } from './directed-words';

/** For the giving side: its receipts, changing what is not answered, and taking it back. */
export function GiverPart({ gift }: { gift: DirectedView }) {
  const { audience, amountFen, state, may } = gift;
  const hasReceipts = audience === 'giver' && amountFen !== null && !isUnagreed(state);
  if (!hasReceipts && !may.canWithdraw) return null;
  return (
    <View>
      <SectionHead title="您给的" />
      {hasReceipts && <LinkRow icon="list" note="每一次付的，收据和退回来的" onClick={() => void openPage('myContributions')}>我付过的</LinkRow>}
      {may.canWithdraw && <Withdraw gift={gift} />}
    </View>
  );
}

function Withdraw({ gift }: { gift: DirectedView }) {
  const { directedId } = gift;
  const [isOpen, setOpen] = useState(false);
  const withdraw = useApiCommand('directed.withdraw', { about: directedId, invalidates: DIRECTED_STALE, onDone: () => { setOpen(false); toast('收回了，社区知道了'); } });
  return (
    <View className="u-links u-mt2">
      <Button kind="text" size="small" onClick={() => setOpen(true)}>不给了，收回</Button>
      <Sheet isOpen={isOpen} title="收回这一份？" onClose={() => setOpen(false)} action={<Button kind="secondary" busy={withdraw.isBusy} busyText="正在收回…" onClick={() => withdraw.run({ directedId })}>收回</Button>}>
        <View className="u-body">{withdrawWords(gift)}</View>
        {withdraw.failure !== null && <View className="u-sub u-accent u-mt3">{withdraw.failure.message}</View>}
      </Sheet>
    </View>
  );
}
