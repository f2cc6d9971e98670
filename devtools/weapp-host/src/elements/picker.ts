import { askWheel } from '../chrome/wheel';
import { recordMissing } from '../handle';
import { BuiltIn, fire } from './base';
import { elementHost } from './host-context';

const pad = (value: number): string => String(value).padStart(2, '0');
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** A date written YYYY-MM-DD as three numbers. */
function parseDate(text: string, fallback: readonly [number, number, number]): [number, number, number] {
  const [year, month, day] = text.split('-').map(Number);
  return [year || fallback[0], month || fallback[1], day || fallback[2]];
}

const compare = (first: readonly number[], second: readonly number[]): number => {
  const at = first.findIndex((value, index) => value !== second[index]);
  return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
};

/** `picker`: selector, multiSelector, date and time. The region mode needs WeChat's own list of places and is not covered. */
export class Picker extends BuiltIn {
  private isOpen = false;

  protected override build(): void {
    this.addEventListener('click', () => void this.open());
  }

  get value(): unknown {
    return this.props.value;
  }

  private async open(): Promise<void> {
    if (this.flag('disabled') || this.isOpen) return;
    this.isOpen = true;
    const chosen = await this.ask().finally(() => (this.isOpen = false));
    if (chosen === null) return fire(this, 'cancel');
    this.props.value = chosen;
    fire(this, 'change', { value: chosen });
  }

  private ask(): Promise<unknown> {
    const mode = this.text('mode') || 'selector';
    if (mode === 'selector') return this.askOne();
    if (mode === 'multiSelector') return this.askMany();
    if (mode === 'date') return this.askDate();
    if (mode === 'time') return this.askTime();
    recordMissing(elementHost().handle, `<picker mode="${mode}">`);
    return Promise.resolve(null);
  }

  private labels(items: readonly unknown[]): string[] {
    const key = this.text('range-key');
    return items.map((item) => String(key ? (item as Record<string, unknown>)[key] : item));
  }

  private async askOne(): Promise<number | null> {
    const items = (this.props.range ?? []) as unknown[];
    const answer = await askWheel({ title: this.text('header-text'), columns: () => [this.labels(items)], indexes: [this.number('value', 0)] });
    return answer?.[0] ?? null;
  }

  private askMany(): Promise<number[] | null> {
    const columns = (): string[][] => ((this.props.range ?? []) as unknown[][]).map((items) => this.labels(items));
    const indexes = columns().map((_, index) => Number((this.props.value as number[] | undefined)?.[index] ?? 0));
    return askWheel({ title: this.text('header-text'), columns, indexes, onColumnChange: (column, index) => fire(this, 'columnchange', { column, value: index }) });
  }

  private async askDate(): Promise<string | null> {
    const today = new Date();
    const now: [number, number, number] = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
    const start = parseDate(this.text('start'), [now[0] - 80, 1, 1]);
    const end = parseDate(this.text('end'), [now[0] + 20, 12, 31]);
    const value = parseDate(this.text('value'), now);
    const years = range(start[0], end[0]);
    const indexes = [Math.max(0, years.indexOf(value[0])), value[1] - 1, value[2] - 1];
    const depth = { year: 1, month: 2, day: 3 }[this.text('fields') || 'day'] ?? 3;
    const daysOf = (): number => new Date(years[indexes[0] ?? 0] ?? now[0], (indexes[1] ?? 0) + 1, 0).getDate();
    const columns = (): string[][] =>
      [years.map((year) => `${year}年`), range(1, 12).map((month) => `${month}月`), range(1, daysOf()).map((day) => `${day}日`)].slice(0, depth);
    const answer = await askWheel({ title: this.text('header-text'), columns, indexes: indexes.slice(0, depth) });
    if (!answer) return null;
    let date = [years[answer[0] ?? 0] ?? now[0], (answer[1] ?? 0) + 1, Math.min((answer[2] ?? 0) + 1, daysOf())].slice(0, depth);
    if (compare(date, start) < 0) date = start.slice(0, depth);
    if (compare(date, end) > 0) date = end.slice(0, depth);
    return date.map((part, index) => (index === 0 ? String(part) : pad(part))).join('-');
  }

  private async askTime(): Promise<string | null> {
    const [hour = 0, minute = 0] = (this.text('value') || '00:00').split(':').map(Number);
    const columns = [range(0, 23).map((value) => `${pad(value)} 时`), range(0, 59).map((value) => `${pad(value)} 分`)];
    const answer = await askWheel({ title: this.text('header-text'), columns: () => columns, indexes: [hour, minute] });
    if (!answer) return null;
    const time = `${pad(answer[0] ?? 0)}:${pad(answer[1] ?? 0)}`;
    const start = this.text('start') || '00:00';
    const end = this.text('end') || '23:59';
    return time < start ? start : time > end ? end : time;
  }
}
