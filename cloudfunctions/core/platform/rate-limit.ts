import type { QuotaKind } from '@contract';
import { HOUR_MS } from '../kernel/clock';
import { fail } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { command, store } from './store';

/**
 * Takes one of a person's calls of a kind in this hour, or refuses RATE_LIMITED. One guarded update on the member:
 * counting on in the same hour needs room, starting an hour needs that no other call started it.
 */
export const spendQuota = async (member: Member, kind: QuotaKind, nowMs: number): Promise<void> => {
  const hour = Math.floor(nowMs / HOUR_MS);
  const limit = RULES.ratePerHour[kind];
  const known = member.rates[kind];
  const path = `rates.${kind}`;
  if (known?.hour === hour) {
    const updated = await store.update('members', { _id: member._id, [`${path}.hour`]: hour, [`${path}.count`]: command.lt(limit) }, { [`${path}.count`]: command.inc(1) });
    if (updated === 0) fail('RATE_LIMITED');
    return;
  }
  const started = await store.update('members', { _id: member._id, [`${path}.hour`]: command.neq(hour) }, { [path]: command.set({ hour, count: 1 }) });
  if (started === 1) return;
  const counted = await store.update('members', { _id: member._id, [`${path}.hour`]: hour, [`${path}.count`]: command.lt(limit) }, { [`${path}.count`]: command.inc(1) });
  if (counted === 0) fail('RATE_LIMITED');
};
