import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

/** Taking a wish back: allowed while nobody has claimed it, asked once more before it happens. */
export function Withdraw({ wish }: { wish: WishDetailView }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('wish.withdraw', { about: wish.wishId, invalidates: ['wish.get', 'wish.mine', 'wish.wall', 'home.overview'] });
  if (!wish.canWithdraw) return null;
  const withdraw = async (): Promise<void> => {
    if ((await command.run({ wishId: wish.wishId })) === null) return;
    setOpen(false);
    toast('撤回了，想再发随时都行');
  };
  return (
    <View className="u-mt4">
      <Button kind="text" onClick={() => setOpen(true)}>不需要了，撤回这件心愿</Button>
      <Sheet isOpen={isOpen} title="撤回这件心愿？" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在撤回…" onClick={withdraw}>撤回</Button>}>
        <View className="u-body">撤回以后，邻居就看不到它了。写过的字在“我的心愿”里还找得到，想再发随时都行。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
