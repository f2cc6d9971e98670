import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SHOP_READS } from './shop-words';

/** Takes an application back before staff decided; the photo of the licence goes with it, so it is asked once more. */
export function WithdrawShop({ shopId }: { shopId: string }) {
  const [isAsking, setAsking] = useState(false);
  const command = useApiCommand('shop.withdraw', { about: shopId, invalidates: SHOP_READS, onDone: () => { setAsking(false); toast('撤回了，执照照片也删掉了'); } });
  return (
    <View className="u-mt5">
      <Button kind="text" onClick={() => setAsking(true)}>撤回申请</Button>
      <Sheet isOpen={isAsking} title="撤回申请" onClose={() => setAsking(false)} action={<Button busy={command.isBusy} busyText="正在撤回…" onClick={() => command.run({ shopId })}>撤回</Button>}>
        <View className="u-body">执照照片和联系电话马上删掉。想再申请，要重新填、重新拍。</View>
        {command.failure !== null && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
      </Sheet>
    </View>
  );
}
