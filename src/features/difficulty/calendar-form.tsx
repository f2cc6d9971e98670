import { useState } from 'react';
import { View } from '@tarojs/components';
import { calendarSetSchema, type CalendarYearView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Notice } from '@/components/notice/notice';
import { DateRow } from '@/components/picker-row/picker-row';
import { SectionHead } from '@/components/section-head/section-head';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { useApiCommand } from '@/lib/use-api-command';

const dayWords = (day: string): string => day.replace(/^\d{4}-0?(\d+)-0?(\d+)$/, '$1 月 $2 日');
const withDay = (days: readonly string[], day: string): readonly string[] => [...new Set([...days, day])].sort();

/** The days off of a year and the weekend days worked for them, a day at a time. */
export function CalendarForm({ year, onSaved }: { year: CalendarYearView; onSaved: () => void }) {
  const [holidays, setHolidays] = useState(year.holidays);
  const [workdays, setWorkdays] = useState(year.workdays);
  const [errors, setErrors] = useState<FormErrors>({});
  const command = useApiCommand('calendar.setDays', { about: year.year, invalidates: ['calendar.get'], onDone: onSaved });
  const isChanged = holidays !== year.holidays || workdays !== year.workdays;
  const save = (): unknown => {
    const checked = checkForm(calendarSetSchema, { year: year.year, holidays, workdays });
    setErrors(checked.isOk ? {} : checked.errors);
    return checked.isOk ? command.run(checked.value) : undefined;
  };
  const shown = { ...errors, ...command.fields };
  return (
    <View>
      <Days title="放假的日子" hint="周末不用写" year={year.year} days={holidays} error={shown.holidays} onChange={setHolidays} />
      <Days title="调休上班的周末" hint="这些天照常上班" year={year.year} days={workdays} error={shown.workdays} onChange={setWorkdays} />
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      <View className="u-mt5"><Button busy={command.isBusy} busyText="正在存…" disabled={!isChanged} reason="还没有改动" onClick={save}>存下 {year.year} 年的安排</Button></View>
      <View className="u-cap u-mt2">已经告诉大家的公示期，只会因此往后，不会往前。</View>
    </View>
  );
}

interface DaysProps {
  title: string;
  hint: string;
  year: string;
  days: readonly string[];
  error: string | undefined;
  onChange: (days: readonly string[]) => void;
}

function Days({ title, hint, year, days, error, onChange }: DaysProps) {
  return (
    <View>
      <SectionHead title={title} note={hint} {...(days.length > 0 ? { count: days.length } : {})} />
      <ChipWrap>
        {days.map((day) => <Chip key={day} removable onClick={() => onChange(days.filter((each) => each !== day))}>{dayWords(day)}</Chip>)}
      </ChipWrap>
      <View className="u-mt2"><DateRow label="" value="" start={`${year}-01-01`} end={`${year}-12-31`} placeholder="加一天" onPick={(day) => onChange(withDay(days, day))} {...(error === undefined ? {} : { error })} /></View>
    </View>
  );
}
