import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { openPage, replacePage } from '@/lib/pages';
import { queryClient } from '@/lib/query-client';
import { useApiCommand } from '@/lib/use-api-command';
import './member.css';

const CONSEQUENCES: readonly string[] = [
  '您的称呼、小区和微信编号会抹掉，您写的话、发的照片和录音也一起抹掉，都找不回来。',
  '办成过几件、有过多少积分还在社区的数里，但看不出是您，也看不出是什么事。',
  '以后想回来，可以重新加入。',
];

/** Leaving, told in full before the button; refused while something is unfinished, with the way to finish it. */
export function LeavePanel() {
  const [isOpen, setOpen] = useState(false);
  const leave = useApiCommand('member.leave', {
    onDone: () => {
      queryClient.clear();
      void replacePage('home');
    },
  });
  const close = (): void => {
    leave.clear();
    setOpen(false);
  };
  const isUnfinished = leave.failure?.code === 'STILL_BUSY_HERE';
  const goTo = (page: 'myWishes' | 'myClaims' | 'myShops') => (): void => {
    close();
    void openPage(page);
  };
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>退出社区，抹掉我的资料</Button>
      <Sheet
        isOpen={isOpen}
        title="真的要退出吗？"
        onClose={close}
        action={<Button kind="secondary" busy={leave.isBusy} busyText="正在抹掉…" onClick={() => void leave.run({})}>退出并抹掉</Button>}
      >
        {CONSEQUENCES.map((text) => <View key={text} className="u-body u-mt2">{text}</View>)}
        <View className="u-sub u-mt3">想留个底，先关上这里，点“带走我的资料”。</View>
        {leave.failure !== null && (
          <View className="u-mt3">
            <Notice tone="warn">{leave.failure.message}</Notice>
            {isUnfinished && (
              <View className="u-row u-wrap u-gap3 u-mt2">
                <Button kind="tint" size="small" block={false} onClick={goTo('myWishes')}>我的心愿</Button>
                <Button kind="tint" size="small" block={false} onClick={goTo('myClaims')}>我的认领</Button>
                <Button kind="tint" size="small" block={false} onClick={goTo('myShops')}>我的店</Button>
              </View>
            )}
          </View>
        )}
      </Sheet>
    </View>
  );
}
