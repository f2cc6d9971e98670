import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { aria } from '@/lib/aria';
import { copyText } from '@/lib/copy-text';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import './team.css';

/** The code a lead reads out so that somebody comes in at once; another one when it went further than it should. */
export function TeamCode({ teamId, code }: { teamId: string; code: string }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('team.renewCode', { about: teamId, invalidates: ['team.get'], onDone: () => { setOpen(false); toast('换好了，念新的这个'); } });
  const copy = (): void => {
    void copyText(code);
  };
  return (
    <View>
      <View className="team-code" {...aria({ role: 'button', label: `加入编号 ${code.split('').join(' ')}，长按复制` })} onLongPress={copy}>
        <View className="u-row u-between"><View className="u-sub">加入编号</View><View className="u-cap">长按复制</View></View>
        <View className="team-code-figure">{code.replace(/(.{4})(?=.)/g, '$1 ')}</View>
        <View className="u-cap">当面念给想来的人，TA 在“队伍”里输入就进来了。</View>
      </View>
      <Button kind="text" onClick={() => setOpen(true)}>换一个编号</Button>
      <Sheet isOpen={isOpen} title="换一个编号？" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在换…" onClick={() => command.run({ teamId })}>换一个</Button>}>
        <View className="u-body">旧编号马上就不能用了，已经加入的人不受影响。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
