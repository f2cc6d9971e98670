import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { PromisePath } from '@/components/promise-path/promise-path';
import { Sheet } from '@/components/sheet/sheet';
import { askForMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

interface AskLastLegProps {
  readonly wishId: string;
  readonly claimId: string;
  /** The reader is the one who receives, not staff for somebody who phoned. */
  readonly isMine: boolean;
}

/** 取不动？请志愿者送到家: says first what the neighbours will read, and what happens when nobody comes. */
export function AskLastLeg({ wishId, claimId, isMine }: AskLastLegProps) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('lastLeg.request', { about: claimId, invalidates: ['wish.get', 'wish.wall', 'wish.mine', 'home.overview'] });
  const ask = async (): Promise<void> => {
    await askForMessages(['wishClaimed', 'deliveryArrived']);
    if ((await command.run({ wishId, claimId })) === null) return;
    setOpen(false);
    toast('请好了，有人接就告诉您');
  };
  return (
    <View className="u-mt4">
      <Button kind="green-tint" icon="home" onClick={() => setOpen(true)}>{isMine ? '取不动？请志愿者送到家' : '帮 TA 请志愿者送到家'}</Button>
      <Sheet isOpen={isOpen} title="请一位邻居捎到家？" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在请…" onClick={ask}>请志愿者送到家</Button>}>
        <View className="u-body">心愿墙上只写“从驿站捎一件到邻居家”，只有本社区的人看得到；不写是谁、住哪儿、是什么东西。</View>
        <View className="u-mt4">
          <PromisePath
            title="接下来"
            steps={[
              { title: '三天里', note: '等一位邻居接', state: 'done' },
              { title: '有人接了', note: '互相留电话，说好几点、送到哪儿', state: 'half' },
              { title: '送到手', note: '确认一次，两边都算办好', state: 'open' },
            ]}
            note="没人接，社工会打电话来商量。东西在驿站放着，不会丢。"
          />
        </View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
