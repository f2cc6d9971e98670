import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';

/** Closes a unit for good; asked once. */
export function CloseUnit({ unitId, name, onClosed }: { unitId: string; name: string; onClosed: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const command = useApiCommand('unit.close', { about: unitId, invalidates: ['unit.get', 'unit.mine', 'staff.queue'] });
  const close = async (): Promise<void> => {
    if ((await command.run({ unitId })) === null) return;
    setOpen(false);
    onClosed();
  };
  return (
    <View>
      <Button kind="text" onClick={() => setOpen(true)}>不再一起认领了，关掉</Button>
      <Sheet isOpen={isOpen} title={`关掉${name}？`} onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在关…" onClick={close}>关掉</Button>}>
        <View className="u-body">关掉以后不能再用这个名字认领，办完的都还记着。要再用，重新建一个就行。</View>
        {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
