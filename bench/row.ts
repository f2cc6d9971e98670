/** One line of the table: what was measured, the figure, the promise, whether it is kept. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly limit: string;
  readonly ok: boolean;
}

export const atMost = (what: string, value: number, limit: number, show: (value: number) => string): Row => ({ what, measured: show(value), limit: `≤ ${show(limit)}`, ok: value <= limit });

export const atLeast = (what: string, value: number, limit: number, show: (value: number) => string): Row => ({ what, measured: show(value), limit: `≥ ${show(limit)}`, ok: value >= limit });
