import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { useDraft } from '@/lib/drafts';
import { chinaDate, chinaMoment, formatDay, formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { RESCUE_STALE, type RescueFormProps } from './rescue-form';

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 8;
/** Handed over by the afternoon. */
const HANDOVER_HOUR = 17;

/** Days from tomorrow to the end of the window, a week at most. */
export function projectDays(nowMs: number, windowEndMs: number): readonly { readonly dayNumber: number; readonly label: string }[] {
  const today = chinaDate(nowMs).dayNumber;
  const last = Math.min(chinaDate(windowEndMs).dayNumber, today + DAYS_SHOWN);
  return Array.from({ length: Math.max(0, last - today) }, (_unused, index) => ({ dayNumber: today + index + 1, label: formatDay(nowMs + (index + 1) * DAY_MS, nowMs) }));
}

/** Which project, how much, which day. The one who sends it carries it. */
export function ProjectForm({ wish, onDone }: RescueFormProps) {
  const draft = useDraft(`rescue.project.${wish.wishId}`, { projectName: '', yuan: '', dayNumber: 0 });
  const command = useApiCommand('rescue.payFromProject', { about: wish.wishId, invalidates: RESCUE_STALE });
  const { projectName, yuan, dayNumber } = draft.value;
  const mostFen = wish.rescue?.restValueFen ?? null;
  const amountFen = Math.round(Number(yuan) * 100);
  const isReady = projectName.trim() !== '' && amountFen > 0 && dayNumber > 0;
  const send = async (): Promise<void> => {
    if ((await command.run({ wishId: wish.wishId, projectName, amountFen, deliverAtMs: chinaMoment(dayNumber, HANDOVER_HOUR) })) === null) return;
    draft.clear();
    onDone('定好了，送到以后在“我的认领”里拍照');
  };
  return (
    <View className="u-mt4">
      <Field label="哪个项目出" value={projectName} maxLength={LIMITS.nameCharacters} placeholder="比如：邻里互助金" error={command.fields.projectName} onChange={(text) => draft.change({ projectName: text })} />
      <View className="u-mt3">
        <Field label="用多少钱（元）" hint={mostFen === null ? undefined : `最多约 ${formatMoney(mostFen)}`} inputType="digit" value={yuan} placeholder="0" error={command.fields.amountFen} onChange={(text) => draft.change({ yuan: text })} />
      </View>
      <View className="u-mt3">
        <FieldFrame label="哪天送到" error={command.fields.deliverAtMs}>
          <ChipWrap>{projectDays(serverNowMs(), wish.windowEndMs).map((day) => <Chip key={day.dayNumber} on={day.dayNumber === dayNumber} onClick={() => draft.change({ dayNumber: day.dayNumber })}>{day.label}</Chip>)}</ChipWrap>
        </FieldFrame>
      </View>
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={command.isBusy} busyText="正在定…" disabled={!isReady} reason="先写项目、钱数，选一天" onClick={send}>由项目来办，我去送</Button></View>
    </View>
  );
}
