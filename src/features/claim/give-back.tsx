import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ClaimView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';

/** Giving a claim back: always allowed, never punished, and said so. */
export function GiveBack({ claim, onGivenBack }: { claim: ClaimView; onGivenBack: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('claim.giveBack', { about: claim.claimId, invalidates: ['wish.get', 'wish.wall', 'claim.mine', 'home.overview'] });
  const giveBack = async (): Promise<void> => {
    if ((await command.run({ wishId: claim.wishId, claimId: claim.claimId })) === null) return;
    setOpen(false);
    onGivenBack();
  };
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>办不了了，还回去</Button>
      <Sheet isOpen={isOpen} title="还回去，没关系" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在还回去…" onClick={giveBack}>还回去</Button>}>
        <View className="u-body">谁都有忙不过来的时候。还回去以后，这{claim.shares > 1 ? ` ${claim.shares} 份` : '件'}马上让给下一位邻居，不记您的不是，以后照样能认领。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
