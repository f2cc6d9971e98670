import { DAY_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import type { Step } from '../aggregate/step';
import { applyChange, mayChange, type Outcome, type WishChange } from '../wish/wish-change';
import { merchant, openWish, START_MS } from '../wish/wish.fixtures';
import { decideDue } from '../wish/wish-clocks';
import type { Wish } from '../wish/wish';
import { claimIdOf, decideClaim } from './claim-wish';
import { decideDelivery } from './deliver-claim';
import { decideGiveBack } from './give-back-claim';
import { selfGiver } from './giver';
import { decidePlan } from './plan-claim';

const step = (name: string, nowMs: number): Step => ({ actorId: merchant._id, operationId: name, inputHash: 'input', nowMs });
const changeOf = (outcome: Outcome): WishChange => {
  if (outcome.kind === 'replay') throw new Error('carried out before');
  return outcome.change;
};

describe('a giver acts in the moment the claim becomes overdue', () => {
  const claimId = claimIdOf('claim');
  const held = applyChange(openWish(), changeOf(unwrap(decideClaim(openWish(), 1, selfGiver(merchant), step('claim', START_MS)))));
  const planned = applyChange(held, changeOf(unwrap(decidePlan(held, claimId, { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: '' }, merchant, step('plan', START_MS)))));
  const lateMs = START_MS + 8 * DAY_MS;
  const overdue = decideDue(planned, lateMs).reduce<Wish>((wish, change) => (mayChange(wish, change) && change.event.kind === 'claimOverdue' ? applyChange(wish, change) : wish), planned);

  test.each([
    ['delivering', changeOf(unwrap(decideDelivery(planned, claimId, { note: '', proofFileIds: ['cloud://e.b/uploads/m/1.jpg'], shares: null }, merchant, step('deliver', lateMs))))],
    ['giving back', changeOf(unwrap(decideGiveBack(planned, claimId, merchant, step('giveBack', lateMs))))],
  ])('%s waits for another look, so that nobody stays barred for a claim that is over', (_what, change) => {
    expect(overdue.claims[claimId]?.isOverdue).toBe(true);
    expect(mayChange(planned, change)).toBe(true);
    expect(mayChange(overdue, change)).toBe(false);
  });
});
