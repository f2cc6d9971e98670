import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Sheet } from '@/components/sheet/sheet';
import { copyText } from '@/lib/copy-text';
import { toast } from '@/lib/toast';
import './group.css';

/** A text to paste into a chat, shown as it will stand there. */
export function TextSheet({ isOpen, title, text, onClose }: { isOpen: boolean; title: string; text: string; onClose: () => void }) {
  const copy = async (): Promise<void> => {
    if ((await copyText(text)) !== 'copied') return;
    toast('复制好了，去群里粘贴');
    onClose();
  };
  return (
    <Sheet isOpen={isOpen} title={title} onClose={onClose} action={<Button icon="text" onClick={copy}>复制</Button>}>
      <View className="group-text u-body u-preline u-break">{text}</View>
      <View className="u-sub u-mt3">没有谁的名字、住址和情况。粘贴到群里，邻居就能看。</View>
    </Sheet>
  );
}
