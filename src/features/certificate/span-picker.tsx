import { View } from '@tarojs/components';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { DateRow } from '@/components/picker-row/picker-row';
import { dayText, SPAN_LABEL, spanText, type SpanChoice } from './certificate-words';

export interface Span {
  readonly fromDay: string;
  readonly toDay: string;
}

interface SpanPickerProps {
  readonly choice: SpanChoice;
  readonly span: Span;
  /** Days can't lie outside what is recorded and today. */
  readonly firstDay: string;
  readonly today: string;
  readonly error?: string | undefined;
  readonly onChoose: (choice: SpanChoice) => void;
  readonly onSpan: (span: Span) => void;
}

const CHOICES: readonly SpanChoice[] = ['thisYear', 'lastYear', 'all', 'own'];

/** Which days: one tap for the usual ones, two wheels for any. */
export function SpanPicker({ choice, span, firstDay, today, error, onChoose, onSpan }: SpanPickerProps) {
  return (
    <View>
      <ChipRow>{CHOICES.map((one) => <Chip key={one} kind="filter" on={choice === one} onClick={() => onChoose(one)}>{SPAN_LABEL[one]}</Chip>)}</ChipRow>
      {choice !== 'own' && <View className="u-sub u-mt2">{spanText(span.fromDay, span.toDay)}</View>}
      {choice === 'own' && (
        <View className="u-stack u-mt3">
          <DateRow label="从哪一天" value={span.fromDay} start={firstDay} end={today} text={dayText(span.fromDay)} onPick={(fromDay) => onSpan({ ...span, fromDay })} />
          <DateRow label="到哪一天" value={span.toDay} start={firstDay} end={today} text={dayText(span.toDay)} error={error} onPick={(toDay) => onSpan({ ...span, toDay })} />
        </View>
      )}
    </View>
  );
}
