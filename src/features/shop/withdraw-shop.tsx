import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SHOP_READS } from './shop-words';

/** Takes an application back before staff decided; the photo of the licence goes with it. */
export function WithdrawShop({ shopId }: { shopId: string }) {
  const command = useApiCommand('shop.withdraw', { about: shopId, invalidates: SHOP_READS, onDone: () => toast('撤回了，执照照片也删掉了') });
  return (
    <View className="u-mt5">
      <Button kind="text" busy={command.isBusy} onClick={() => command.run({ shopId })}>撤回申请</Button>
      {command.failure !== null && <View className="u-sub u-accent">{command.failure.message}</View>}
    </View>
  );
}
