import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ClaimView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Stepper } from '@/components/stepper/stepper';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';

/** Giving a claim back: always allowed, never punished, and said so. */
export function GiveBack({ claim, onGivenBack }: { claim: ClaimView; onGivenBack: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(claim.shares);
  const shares = Math.min(chosen, claim.shares);
  const command = useApiCommand('claim.giveBack', { about: `${claim.claimId}:${shares}`, invalidates: ['wish.get', 'wish.wall', 'claim.mine', 'home.overview'] });
  const giveBack = async (): Promise<void> => {
    if ((await command.run({ wishId: claim.wishId, claimId: claim.claimId, shares: shares === claim.shares ? null : shares })) === null) return;
    setOpen(false);
    onGivenBack();
  };
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>办不了了，还回去</Button>
      <Sheet isOpen={isOpen} title="还回去，没关系" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在还回去…" onClick={giveBack}>{shares < claim.shares ? `还 ${shares} 份` : '还回去'}</Button>}>
        {claim.shares > 1 && (
          <View className="u-row u-between u-gap3">
            <View className="u-h3 u-grow">还几份</View>
            <Stepper label="还几份" value={shares} min={1} max={claim.shares} onChange={setChosen} />
          </View>
        )}
        <View className={`u-body ${claim.shares > 1 ? 'u-mt4' : ''}`}>谁都有忙不过来的时候。还回去以后，这{claim.shares > 1 ? ` ${shares} 份` : '件'}马上让给下一位邻居，不记您的不是，以后照样能认领。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
