import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RouteName } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';

export interface GiveBackSheetProps {
  wishId: string;
  claimId: string;
  /** Reads that this makes stale. */
  stale: readonly RouteName[];
  onDone: () => void;
}

/** Puts the shares back on the wall for a giver who cannot; asked once, because the giver loses the claim. */
export function GiveBackSheet({ wishId, claimId, stale, onDone }: GiveBackSheetProps) {
  const [isOpen, setOpen] = useState(false);
  const giveBack = useApiCommand('claim.giveBack', { about: claimId, invalidates: stale, onDone });
  return (
    <View>
      <Button kind="secondary" onClick={() => setOpen(true)}>放回墙上，重新等人</Button>
      <Sheet
        isOpen={isOpen}
        title="放回心愿墙？"
        onClose={() => setOpen(false)}
        action={<Button busy={giveBack.isBusy} busyText="正在放回…" onClick={() => void giveBack.run({ wishId, claimId })}>放回去</Button>}
      >
        <View className="u-body">这份会重新等人认领，送的人会收到一句说明，不怪 TA，也不影响 TA 再来认领。</View>
        <View className="u-sub u-mt2">先和两边都通过电话，再放回去。</View>
        {giveBack.failure !== null && <View className="u-mt3"><Notice tone="warn">{giveBack.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
