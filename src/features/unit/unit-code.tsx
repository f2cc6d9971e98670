import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { aria } from '@/lib/aria';
import { copyText } from '@/lib/copy-text';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import './unit.css';

/** The code the contact reads out so that somebody can join; a long press copies it. */
export function UnitCode({ code, left }: { code: string; left: number }) {
  const copy = (): void => {
    void copyText(code);
  };
  return (
    <View className="unit-code" {...aria({ role: 'button', label: `单位编号 ${code.split('').join(' ')}，长按复制` })} onLongPress={copy}>
      <View className="u-row u-between"><View className="u-sub">单位编号</View><View className="u-cap">长按复制</View></View>
      <View className="unit-code-figure">{code.replace(/(.{4})(?=.)/g, '$1 ')}</View>
      <View className="u-cap">{left > 0 ? `念给同事、家人，TA 在“我的单位”里输入就能加入，还能加 ${left} 位。` : '后备已经满了。'}</View>
    </View>
  );
}

/** Another code, when the old one went further than it should; asked once, because the old one is dead at once. */
export function RenewCode({ unitId, onRenewed }: { unitId: string; onRenewed: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('unit.renewCode', { about: unitId, invalidates: ['unit.get', 'unit.mine'] });
  const renew = async (): Promise<void> => {
    if ((await command.run({ unitId })) === null) return;
    setOpen(false);
    toast('换好了，念新的这个');
    onRenewed();
  };
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>换一个编号</Button>
      <Sheet isOpen={isOpen} title="换一个编号？" onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在换…" onClick={renew}>换一个</Button>}>
        <View className="u-body">旧编号马上就不能用了，已经加入的人不受影响。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
