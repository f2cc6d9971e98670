import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';

const DAY_MS = 86_400_000;
/** How soon somebody comes again, in days. */
const NEXT = [7, 14, 30, 60] as const;

export interface VisitSheetProps {
  caseId: string;
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** A visit: one sentence, and when somebody comes again. */
export function VisitSheet({ caseId, isOpen, onClose, onDone }: VisitSheetProps) {
  const [note, setNote] = useState('');
  const [days, setDays] = useState<number>(30);
  const command = useApiCommand('difficulty.visit', {
    about: caseId,
    invalidates: ['difficulty.get', 'difficulty.list', 'difficulty.open', 'staff.queue'],
    onDone: () => {
      setNote('');
      onDone();
    },
  });
  const nowMs = serverNowMs();
  const send = (): unknown => command.run({ caseId, note, nextVisitAtMs: nowMs + days * DAY_MS });
  return (
    <Sheet isOpen={isOpen} title="记一次走访" onClose={onClose} action={<Button busy={command.isBusy} disabled={note.trim() === ''} reason="先写一句" onClick={send}>记下</Button>}>
      <Field kind="textarea" value={note} maxLength={LIMITS.noteCharacters} showCount placeholder="比如：精神不错，炉子好用" error={command.fields.note} onChange={setNote} />
      <View className="u-h3 u-mt4">下次什么时候来</View>
      <View className="u-mt2"><ChipWrap>
        {NEXT.map((each) => <Chip key={each} on={days === each} onClick={() => setDays(each)}>{each} 天后，{formatDate(nowMs + each * DAY_MS, nowMs)}</Chip>)}
      </ChipWrap></View>
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}
