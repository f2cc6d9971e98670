import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RosterEntryView, ShiftCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { PickerRow } from '@/components/picker-row/picker-row';
import { Stepper } from '@/components/stepper/stepper';
import { formatClock } from '@/lib/format';
import { whoComes } from './activity-words';
import { endChoices, markOf, startChoices, type RosterForm, type RosterMark } from './roster-form';
import './activity.css';

interface RosterRowProps {
  readonly entry: RosterEntryView;
  readonly shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>;
  readonly form: RosterForm;
  readonly onMark: (signUpId: string, mark: RosterMark) => void;
}

/** One person of the roster: came or not; who came at another time, or left early, gets their own times. */
export function RosterRow({ entry, shift, form, onMark }: RosterRowProps) {
  const mark = markOf(form, entry, shift);
  const put = (patch: Partial<RosterMark>): void => onMark(entry.signUpId, { ...mark, ...patch });
  return (
    <View className="act-person">
      <View className="u-row u-between u-gap3">
        <View className="u-grow">
          <View className="u-h3">{entry.name}</View>
          {(entry.companions.length > 0 || entry.checkedInAtMs !== null) && <View className="u-cap">{[entry.companions.length > 0 ? whoComes(false, entry.companions) : '', entry.checkedInAtMs === null ? '' : `${formatClock(entry.checkedInAtMs)} 签到`].filter((words) => words !== '').join(' · ')}</View>}
        </View>
        <ChipWrap>
          <Chip on={mark.came === true} onClick={() => put({ came: true })}>来了</Chip>
          <Chip on={mark.came === false} onClick={() => put({ came: false })}>没来</Chip>
        </ChipWrap>
      </View>
      {mark.came === true && entry.isSelf && <FoldedTimes shift={shift} fromMs={mark.fromMs} toMs={mark.toMs} onChange={put} />}
      {mark.came === true && entry.companions.length > 0 && <View className="u-row u-between u-mt2"><View className="u-sub">一起来的</View><Stepper label={`${entry.name}一起来的人数`} value={mark.companionsCame} min={0} max={entry.companions.length} unit="人" onChange={(companionsCame) => put({ companionsCame })} /></View>}
    </View>
  );
}

interface TimesProps {
  readonly shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>;
  readonly fromMs: number;
  /** Null: nobody saw them leave. */
  readonly toMs: number | null;
  readonly onChange: (patch: { readonly fromMs?: number; readonly toMs?: number | null }) => void;
}

const UNKNOWN_END = '不知道，问 TA';

/** Most come and go as planned: one line says when, and opens to another time. */
function FoldedTimes(props: TimesProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Times {...props} />;
  const end = props.toMs === null ? '几点走的问 TA' : formatClock(props.toMs);
  return <View className="u-row u-between u-gap3 u-mt1"><View className="u-mid u-ink2">{formatClock(props.fromMs)}–{end}</View><Button kind="text" size="small" onClick={() => setOpen(true)}>改时间</Button></View>;
}

/** From when to when, in quarters of an hour; an end nobody saw is asked for, never guessed. */
export function Times({ shift, fromMs, toMs, onChange }: TimesProps) {
  const starts = [...new Set([...startChoices(shift.startsAtMs, shift.endsAtMs), fromMs])].sort((a, b) => a - b);
  const ends = endChoices(fromMs, shift.endsAtMs);
  return (
    <View className="act-two u-mt2">
      <View className="u-grow"><PickerRow label="到" options={starts.map((atMs) => formatClock(atMs))} index={starts.indexOf(fromMs)} onPick={(index) => onChange({ fromMs: starts[index] ?? fromMs, ...(toMs !== null && toMs <= (starts[index] ?? fromMs) ? { toMs: shift.endsAtMs } : {}) })} /></View>
      <View className="u-grow"><PickerRow label="走" options={[...ends.map((atMs) => formatClock(atMs)), UNKNOWN_END]} index={toMs === null ? ends.length : ends.indexOf(toMs)} onPick={(index) => onChange({ toMs: ends[index] ?? null })} /></View>
    </View>
  );
}
