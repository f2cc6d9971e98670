import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

/** 可以送到家: the giver may bring this one to the door; asked once more, as it lets somebody come. */
export function AgreeHome({ wishId, claimId, giverName }: { wishId: string; claimId: string; giverName: string }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('handover.agreeHome', { about: claimId, invalidates: ['wish.get', 'claim.mine'] });
  const agree = async (): Promise<void> => {
    if ((await command.run({ wishId, claimId })) === null) return;
    setOpen(false);
    toast('已经告诉对方，可以约上门');
  };
  return (
    <View>
      <Button kind="text" size="small" icon="home" onClick={() => setOpen(true)}>可以送到家</Button>
      <Sheet isOpen={isOpen} title={`让${giverName}送到家？`} onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在告诉对方…" onClick={agree}>可以送到家</Button>}>
        <View className="u-body">点了以后，对方可以和您约上门。地址不会给出去，等约好了，您自己留怎么找。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
