import type { PointsEntryView } from '@contract';

/** "+5" or "−30", with a real minus so that both are equally wide. */
export function signedPoints(points: number): string {
  if (points > 0) return `+${points}`;
  return points < 0 ? `−${Math.abs(points)}` : '0';
}

/** Of what goes out: a gift's points wait until it is fetched, or come back. */
const WENT_OUT: Readonly<Record<PointsEntryView['state'], string>> = { pending: '先留着，取到才算用掉', posted: '用掉了', voided: '退回来了', expired: '没去取，退回来了' };

/**
 * What became of one line, after its date: pending says when it arrives, the two sad ends say why nothing came.
 * `formatDay` turns a moment in ms into "11 月 26 日".
 */
export function entryStateText(entry: Pick<PointsEntryView, 'state' | 'points' | 'dueAtMs' | 'isHeld'>, formatDay: (atMs: number) => string): string {
  if (entry.points < 0) return WENT_OUT[entry.state];
  switch (entry.state) {
    case 'pending':
      if (entry.isHeld === true) return '先放着，等社区看过';
      return entry.dueAtMs === null ? '等确认' : `等确认，${formatDay(entry.dueAtMs)}到账`;
    case 'posted':
      return '已到账';
    case 'voided':
      return '没有到账';
    case 'expired':
      return '过了有效期';
    default: {
      const never: never = entry.state;
      return never;
    }
  }
}

/** Colour of the figure: green came in, grey is not (or no longer) there, ink went out. */
export function entryTone(entry: Pick<PointsEntryView, 'state' | 'points'>): 'in' | 'out' | 'waiting' | 'gone' {
  if (entry.state === 'voided' || entry.state === 'expired') return 'gone';
  if (entry.state === 'pending') return 'waiting';
  return entry.points >= 0 ? 'in' : 'out';
}
