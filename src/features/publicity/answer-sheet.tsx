import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type ObjectionView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';

export interface AnswerSheetProps {
  publicityId: string;
  /** Null keeps the sheet closed. */
  objection: ObjectionView | null;
  onClose: () => void;
  onDone: (words: string) => void;
}

/** What came out when staff looked; everybody reads the answer, so it says nothing private. */
export function AnswerSheet({ publicityId, objection, onClose, onDone }: AnswerSheetProps) {
  const [text, setText] = useState('');
  const [isUpheld, setUpheld] = useState<boolean | null>(null);
  const command = useApiCommand('publicity.answer', {
    about: objection?.objectionId ?? '',
    invalidates: ['publicity.get', 'publicity.list', 'staff.queue'],
    onDone: () => {
      setText('');
      onDone(isUpheld === true ? '公示撤下了，提的人会收到答复' : '答复了，没有别的异议就接着算日子');
    },
  });
  const send = (): unknown => (objection === null || isUpheld === null ? undefined : command.run({ publicityId, objectionId: objection.objectionId, isUpheld, text }));
  const reason = isUpheld === null ? '先选核实的结果' : '再写一句';
  return (
    <Sheet isOpen={objection !== null} title="核实的结果" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在答复…" disabled={isUpheld === null || text.trim() === ''} reason={reason} onClick={send}>答复</Button>}>
      <View className="u-sub u-break">{objection === null ? '' : `${objection.byName}：${objection.text}`}</View>
      <View className="u-mt3"><ChipWrap>
        <Chip on={isUpheld === false} onClick={() => setUpheld(false)}>不属实，公示继续</Chip>
        <Chip on={isUpheld === true} onClick={() => setUpheld(true)}>属实，撤下公示</Chip>
      </ChipWrap></View>
      <View className="u-mt3">
        <Field kind="textarea" label="写给大家看的答复" hint="不写病情、年纪、住处" value={text} maxLength={LIMITS.noteCharacters} showCount placeholder="比如：上门问过本人和楼组长，情况属实" error={command.fields.text ?? (command.failure !== null && Object.keys(command.fields).length === 0 ? command.failure.message : '')} onChange={setText} />
      </View>
    </Sheet>
  );
}
