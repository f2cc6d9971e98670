/** Parts the views of the console share: tables, JSON, times. */
import { h } from '../../../page-kit/dom';

export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => string;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
}

/** A table whose rows open something when pressed (or Enter is). */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[], empty: string, onOpen?: (row: T) => void): HTMLElement {
  if (rows.length === 0) return h('p', { class: 'empty' }, empty);
  const head = h('tr', {}, ...columns.map(({ title, isNumber }) => h('th', isNumber === true ? { class: 'number' } : {}, title)));
  const body = rows.map((row) => {
    const cells = columns.map(({ cell, isNumber }) => h('td', isNumber === true ? { class: 'number' } : {}, cell(row)));
    const line = h('tr', onOpen === undefined ? {} : { class: 'opens', onClick: () => onOpen(row) }, ...cells);
    if (onOpen !== undefined) {
      line.tabIndex = 0;
      line.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') onOpen(row);
      });
    }
    return line;
  });
  return h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, head), h('tbody', {}, ...body)));
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** A value as indented JSON, to read and to copy. */
export const jsonBlock = (value: unknown): HTMLElement => h('pre', {}, json(value));

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export const timeOf = (atMs: number): string => clock.format(atMs);

/** Milliseconds with a digit where it matters. */
export const durationOf = (ms: number): string => (ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`);

export const shorten = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
