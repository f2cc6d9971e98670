import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type PersonView, type RouteName } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

const DAYS = [7, 30, 90] as const;
const STALE: readonly RouteName[] = ['member.roleHolders'];

export interface FreezePersonProps {
  person: PersonView;
  onChanged: (person: PersonView) => void;
}

/** Stops new claims of somebody for some days, or lets them claim again; either way they read why. */
export function FreezePerson({ person, onChanged }: FreezePersonProps) {
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`member.freeze.${person.memberId}`, { days: DAYS[0] as (typeof DAYS)[number], reason: '' });
  const command = useApiCommand('member.freeze', { about: person.memberId, invalidates: STALE });
  const nowMs = serverNowMs();
  const isFrozen = person.frozenUntilMs > nowMs;
  const { days, reason } = draft.value;
  const send = async (): Promise<void> => {
    const answer = await command.run({ memberId: person.memberId, days: isFrozen ? 0 : days, reason: reason.trim() });
    if (answer === null) return;
    draft.clear();
    setOpen(false);
    toast(isFrozen ? `${person.displayName}又能认领了` : `停到 ${formatDate(answer.frozenUntilMs, nowMs)}，TA 会看到原因`);
    onChanged({ ...person, frozenUntilMs: answer.frozenUntilMs });
  };
  return (
    <View className="u-mt2">
      <Button kind="text" size="small" onClick={() => setOpen(true)}>{isFrozen ? '让 TA 重新认领' : '暂停 TA 认领'}</Button>
      <Sheet
        isOpen={isOpen}
        title={isFrozen ? `让${person.displayName}重新认领？` : `暂停${person.displayName}认领？`}
        onClose={() => setOpen(false)}
        action={<Button busy={command.isBusy} busyText="正在告诉 TA…" disabled={reason.trim() === ''} reason="先写一句为什么" onClick={send}>{isFrozen ? '让 TA 重新认领' : `停 ${days} 天`}</Button>}
      >
        <View className="u-body">{isFrozen ? '从现在起又能认领新的心愿。' : '这段日子不能认领新的心愿，手上的照常送，到日子自己恢复。'}</View>
        {!isFrozen && (
          <View className="u-mt4">
            <FieldFrame label="停多久"><ChipWrap>{DAYS.map((one) => <Chip key={one} on={one === days} onClick={() => draft.change({ days: one })}>{one} 天</Chip>)}</ChipWrap></FieldFrame>
          </View>
        )}
        <View className="u-mt4">
          <Field kind="textarea" label="为什么（TA 会看到）" value={reason} maxLength={LIMITS.noteCharacters} showCount placeholder={isFrozen ? '比如：说清楚了，欢迎回来' : '比如：三次说好没有送，先歇一歇'} error={command.fields.reason} onChange={(text) => draft.change({ reason: text })} />
        </View>
        {command.failure !== null && command.fields.reason === undefined && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
