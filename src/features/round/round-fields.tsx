import { View } from '@tarojs/components';
import { LIMITS, ROUND_KIND_LABEL, ROUND_KINDS } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { DateRow, PickerRow } from '@/components/picker-row/picker-row';
import { HOURS, type RoundForm } from './round-form';
import type { RoundFormState } from './use-round-form';
import './round.css';

const DAY_MS = 86_400_000;
const isoOf = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
const HOUR_WORDS = HOURS.map((hour) => `${hour}:00`);

interface RoundFieldsProps {
  readonly form: RoundFormState;
  readonly areas: readonly { readonly areaId: string; readonly name: string }[];
  /** What the server found wrong. */
  readonly fields: Readonly<Record<string, string>>;
  /** Kind and area stand once it was made. */
  readonly isStanding?: boolean;
  /** Its beginning stands once it runs. */
  readonly isRunning?: boolean;
}

/** Name, words and times of a round. */
export function RoundFields({ form, areas, fields, isStanding = false, isRunning = false }: RoundFieldsProps) {
  const { value, change } = form;
  const errorOf = (field: string): { readonly error?: string } => {
    const error = form.errors[field] ?? fields[field];
    return error === undefined || error === '' ? {} : { error };
  };
  return (
    <View className="u-stack">
      {!isStanding && (
        <ChipWrap>
          {ROUND_KINDS.map((kind) => <Chip key={kind} on={value.kind === kind} onClick={() => change({ kind })}>{ROUND_KIND_LABEL[kind]}</Chip>)}
        </ChipWrap>
      )}
      {!isStanding && value.kind === 'onSite' && <View className="u-sub">一天里的事：会场有大屏幕，邻居输入六位码，当场认领。</View>}
      {!isStanding && areas.length > 1 && <PickerRow label="放在哪里" options={areas.map((area) => area.name)} index={areas.findIndex((area) => area.areaId === value.areaId)} onPick={(index) => change({ areaId: areas[index]?.areaId ?? value.areaId })} />}
      <Field label="名字" value={value.title} placeholder="比如：温暖过冬" maxLength={LIMITS.titleCharacters} onChange={(title) => change({ title })} {...errorOf('title')} />
      <Field label="说一句" kind="textarea" value={value.theme} placeholder="这一期想一起办成什么？可以不写" maxLength={LIMITS.roundThemeCharacters} onChange={(theme) => change({ theme })} {...errorOf('theme')} />
      {!isRunning && <Moment label="开始" day={value.startDay} hour={value.startHour} {...errorOf('startsAtMs')} onChange={(startDay, startHour) => change({ startDay, startHour })} />}
      <Ending value={value} onChange={change} {...errorOf('endsAtMs')} />
    </View>
  );
}

function Ending({ value, error, onChange }: { value: RoundForm; error?: string; onChange: (patch: Partial<RoundForm>) => void }) {
  const day = value.kind === 'onSite' ? value.startDay : value.endDay;
  return <Moment label="结束" day={day} hour={value.endHour} isDayFixed={value.kind === 'onSite'} {...(error === undefined ? {} : { error })} onChange={(endDay, endHour) => onChange({ endDay, endHour })} />;
}

function Moment({ label, day, hour, error, isDayFixed = false, onChange }: { label: string; day: number; hour: number; error?: string; isDayFixed?: boolean; onChange: (day: number, hour: number) => void }) {
  const known = HOURS.findIndex((one) => one === hour);
  const options = known === -1 ? [...HOUR_WORDS, `${hour}:00`] : HOUR_WORDS;
  return (
    <View className="rnd-two">
      {!isDayFixed && <View className="u-grow"><DateRow label={`${label}的日子`} value={isoOf(day)} onPick={(iso) => onChange(dayOf(iso), hour)} {...(error === undefined ? {} : { error })} /></View>}
      <View className="u-grow"><PickerRow label={`${label}的钟点`} options={options} index={known === -1 ? HOURS.length : known} onPick={(index) => onChange(day, HOURS[index] ?? hour)} {...(isDayFixed && error !== undefined ? { error } : {})} /></View>
    </View>
  );
}
