import { DAY_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import { claimIdOf, decideClaim } from '../claim/claim-wish';
import { selfGiver } from '../claim/giver';
import { applyChange } from '../wish/wish-change';
import { merchant, openWish, START_MS } from '../wish/wish.fixtures';
import type { Claim } from '../wish/wish';
import { handoverEffectsOf, type HandoverEvent } from './handover-effects';

const claimed = unwrap(decideClaim(openWish(), 1, selfGiver(merchant), { actorId: merchant._id, operationId: 'claim', inputHash: 'input', nowMs: START_MS }));
if (claimed.kind === 'replay') throw new Error('carried out before');
const wish = applyChange(openWish(), claimed.change);
const claimId = claimIdOf('claim');

const withTries = (triesLeft: number, operationId = 'issue'): Claim => {
  const claim = wish.claims[claimId];
  if (claim === undefined) throw new Error('not claimed');
  return { ...claim, code: { hash: 'hash', expiresAtMs: START_MS + DAY_MS, triesLeft, operationId, wrong: {} } };
};
const missOf = (name: string): HandoverEvent => ({ kind: 'codeMissed', claimId, eventId: name, atMs: START_MS, byId: merchant._id });
const noticeIds = (claim: Claim, misses: readonly string[]): readonly string[] =>
  misses.flatMap((name) => handoverEffectsOf(wish, claim, missOf(name))).map((effect) => (effect.kind === 'notice' ? effect.noticeId : effect.kind));

describe('a code whose tries are used up', () => {
  it('says nothing while there is a try left', () => {
    expect(noticeIds(withTries(1), ['m1', 'm2'])).toEqual([]);
  });

  it('is told once, also when every miss is told only after the last', () => {
    const told = noticeIds(withTries(0), ['m1', 'm2', 'm3', 'm4', 'm5']);
    expect(told).toHaveLength(5);
    expect(new Set(told).size).toBe(1);
  });

  it('is told again for the next code', () => {
    expect(noticeIds(withTries(0, 'issued again'), ['m6'])).not.toEqual(noticeIds(withTries(0), ['m1']));
  });
});
