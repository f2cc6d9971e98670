import { useState } from 'react';
import { View } from '@tarojs/components';
import { FREEZE_DAYS, LIMITS, type FreezeDays, type RouteName } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { replacePage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

const STALE: readonly RouteName[] = ['favour.report'];

export interface FreezeSheetProps {
  readonly communityId: string;
  readonly circleId: string;
  /** What the reason begins with. */
  readonly reasonDraft: string;
}

/** Holds what these people get by each other, for some days; they read why and may answer. */
export function FreezeSheet({ communityId, circleId, reasonDraft }: FreezeSheetProps) {
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`favour.freeze.${circleId}`, { days: FREEZE_DAYS[0] as FreezeDays, reason: reasonDraft });
  const { days, reason } = draft.value;
  const command = useApiCommand('favour.freeze', {
    about: circleId,
    invalidates: STALE,
    onDone: ({ freezeId }) => {
      draft.clear();
      setOpen(false);
      toast('先放着了，他们会看到原因');
      void replacePage('staffFreeze', { id: freezeId });
    },
  });
  return (
    <View>
      <Button kind="secondary" onClick={() => setOpen(true)}>先把他们之间的积分放一放</Button>
      <Sheet
        isOpen={isOpen}
        title="先放一放？"
        onClose={() => setOpen(false)}
        action={<Button busy={command.isBusy} busyText="正在告诉他们…" disabled={reason.trim() === ''} reason="先写一句为什么" onClick={() => command.run({ communityId, circleId, days, reason: reason.trim() })}>放 {days} 天</Button>}
      >
        <View className="u-body">只放他们互相得的、还没到账的；已经到账的不动，和别人之间的照常。到日子自己放开。</View>
        <View className="u-mt4">
          <FieldFrame label="放多久"><ChipWrap>{FREEZE_DAYS.map((one) => <Chip key={one} on={one === days} onClick={() => draft.change({ days: one })}>{one} 天</Chip>)}</ChipWrap></FieldFrame>
        </View>
        <View className="u-mt4">
          <Field kind="textarea" label="为什么（他们会看到，可以改）" value={reason} maxLength={LIMITS.noteCharacters} showCount placeholder="比如：这几次送的东西想再问问清楚，先等一等" error={command.fields.reason} onChange={(text) => { command.clear(); draft.change({ reason: text }); }} />
        </View>
        {command.failure !== null && command.fields.reason === undefined && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      </Sheet>
    </View>
  );
}
