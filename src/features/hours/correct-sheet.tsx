import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type ServiceRecordView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { HOURS_STALE } from './hours-stale';
import { momentsOf, timesFormOf, timesProblem } from './times-form';
import { TimesFields } from './times-fields';

/** 改时间: the true times and why; what stood before stays readable below. */
export function CorrectSheet({ record, isOpen, onClose }: { record: ServiceRecordView; isOpen: boolean; onClose: () => void }) {
  const [times, setTimes] = useState(() => timesFormOf(record));
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const command = useApiCommand('service.correct', { about: record.recordId, invalidates: HOURS_STALE, onDone: () => { onClose(); toast('改好了，告诉 TA 了'); } });
  const nowMs = serverNowMs();
  const send = async (): Promise<void> => {
    const found = timesProblem(times, nowMs);
    const moments = momentsOf(times);
    setProblem(found);
    if (found === null && moments !== null) await command.run({ recordId: record.recordId, fromMs: moments.fromMs, toMs: moments.toMs, reason: why.trim() });
  };
  const words = problem ?? (command.fields.reason === undefined ? command.failure?.message : undefined);
  return (
    <Sheet isOpen={isOpen} title="改时间" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在改…" disabled={why.trim() === ''} reason="先写一句为什么" onClick={send}>就这么改，告诉 TA</Button>}>
      <TimesFields value={times} daysBack={null} nowMs={nowMs} onChange={(patch) => { setProblem(null); command.clear(); setTimes((latest) => ({ ...latest, ...patch })); }} />
      {record.state === 'clashing' && <View className="u-sub u-mt2">时间没错，是另一条改好了？时间不动，写一句，就重新算一遍。</View>}
      <View className="u-mt4"><Field label="为什么改" value={why} placeholder="比如：对过签到，9:20 才到" maxLength={LIMITS.noteCharacters} error={command.fields.reason} onChange={setWhy} /></View>
      {words !== undefined && <View className="u-mt3"><Notice tone="accent">{words}</Notice></View>}
    </Sheet>
  );
}
