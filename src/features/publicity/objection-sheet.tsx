import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { Switch } from '@/components/switch/switch';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';

const EMPTY = { text: '', isAnonymousToPublic: true };

export interface ObjectionSheetProps {
  publicityId: string;
  isOpen: boolean;
  onClose: () => void;
  onDone: (answerDueAtMs: number) => void;
}

/** What a neighbour knows that speaks against it. Kept as a draft until it was sent. */
export function ObjectionSheet({ publicityId, isOpen, onClose, onDone }: ObjectionSheetProps) {
  const draft = useDraft(`publicity.object.${publicityId}`, EMPTY);
  const command = useApiCommand('publicity.object', {
    about: publicityId,
    invalidates: ['publicity.get', 'publicity.list'],
    onDone: ({ answerDueAtMs }) => {
      draft.clear();
      onDone(answerDueAtMs);
    },
  });
  const { text, isAnonymousToPublic } = draft.value;
  const send = (): unknown => command.run({ publicityId, text, isAnonymousToPublic });
  return (
    <Sheet isOpen={isOpen} title="我有不同意见" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在送到社区…" disabled={text.trim() === ''} reason="先写一句" onClick={send}>交给社区核实</Button>}>
      <View className="u-sub">写您知道的实情就好。只有社区工作人员看得到您是谁、写了什么；核实期间公示先停，三个工作日内答复您。</View>
      <View className="u-mt3">
        <Field kind="textarea" value={text} maxLength={LIMITS.objectionCharacters} showCount placeholder="比如：TA 家里有人照顾，上个月已经领过" error={command.fields.text ?? (command.failure !== null && Object.keys(command.fields).length === 0 ? command.failure.message : '')} onChange={(words) => draft.change({ text: words })} />
      </View>
      <View className="u-mt3">
        <Switch checked={isAnonymousToPublic} label="答复里不写我的姓" note={isAnonymousToPublic ? '别人看到的是“一位邻居”' : '别人看到的是您的姓加星号'} onChange={(next) => draft.change({ isAnonymousToPublic: next })} />
      </View>
    </Sheet>
  );
}
