import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { command, store } from '../platform/store';
import { RULES } from '../rules';

/** How often somebody without a member document called in one hour; thrown away after it. */
export interface VisitorCalls {
  readonly _id: string;
  readonly kind: 'visitorCalls';
  readonly count: number;
  readonly wakeAtMs: number;
}

/** Takes one of a visitor's calls of this hour, or refuses RATE_LIMITED. One request for the first, two afterwards. */
export const spendVisitorCall = async (callerId: string, nowMs: number): Promise<void> => {
  const hour = Math.floor(nowMs / HOUR_MS);
  const calls: VisitorCalls = { _id: deriveId('q', 'visitorCalls', callerId, String(hour)), kind: 'visitorCalls', count: 1, wakeAtMs: (hour + 1) * HOUR_MS };
  if ((await store.insertOnce('quotas', calls)) === 'inserted') return;
  const counted = await store.update('quotas', { _id: calls._id, count: command.lt(RULES.visitorCallsPerHour) }, { count: command.inc(1) });
  if (counted === 0) fail('RATE_LIMITED');
};
