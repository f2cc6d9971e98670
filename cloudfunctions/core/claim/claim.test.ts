import { DAY_MS, endOfChinaDayMs, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { applyChange, mayChange, type Outcome } from '../wish/wish-change';
import { COMMUNITY, member, merchant, neighbour, openWish, poster, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import type { Wish } from '../wish/wish';
import { claimIdOf, decideClaim } from './claim-wish';
import type { Step } from '../aggregate/step';
import { decideConfirmation, decideNotReceived } from './confirm-claim';
import { decideDelivery } from './deliver-claim';
import { decideGiveBack } from './give-back-claim';
import { decidePlan } from './plan-claim';

let operations = 0;
const stepOf = (actor: Member, nowMs = START_MS): Step => ({ actorId: actor._id, operationId: `op_${(operations += 1)}`, inputHash: 'input', nowMs });

const after = (wish: Wish, decided: Result<Outcome>): Wish => {
  const outcome = unwrap(decided);
  if (outcome.kind === 'replay') throw new Error('carried out before');
  expect(mayChange(wish, outcome.change)).toBe(true);
  return applyChange(wish, outcome.change);
};
const codeOf = (decided: Result<Outcome>): string => (decided.ok ? 'ok' : decided.refusal.code);
const claimAs = (wish: Wish, giver: Member, shares = 1, asMerchant = false): Result<Outcome> => decideClaim(wish, { shares, asMerchant }, giver, stepOf(giver));

const held = (shares = 1): { readonly wish: Wish; readonly claimId: string } => {
  const step = stepOf(merchant);
  return { wish: after(openWish(), decideClaim(openWish(), { shares, asMerchant: true }, merchant, step)), claimId: claimIdOf(step.operationId) };
};

describe('claiming', () => {
  test('a hold lasts 72 hours, under the name of the shop, and moves its shares from left to held', () => {
    const { wish, claimId } = held(2);
    expect(wish).toMatchObject({ sharesLeft: 1, sharesHeld: 2, claimCount: 1, activeClaimerIds: [merchant._id] });
    expect(wish.claims[claimId]).toMatchObject({ claimerName: '吴记粮油', holdUntilMs: START_MS + 72 * HOUR_MS, state: 'held' });
  });

  test('a hold never outlasts the window of the wish', () => {
    const closing = openWish({ windowEndMs: START_MS + 5 * HOUR_MS });
    const step = stepOf(neighbour);
    expect(after(closing, decideClaim(closing, { shares: 1, asMerchant: false }, neighbour, step)).claims[claimIdOf(step.operationId)]?.holdUntilMs).toBe(START_MS + 5 * HOUR_MS);
  });

  test('every refusal has its own code', () => {
    expect(codeOf(claimAs(openWish(), poster))).toBe('CLAIM_OWN_WISH');
    expect(codeOf(claimAs(held().wish, merchant))).toBe('CLAIM_ALREADY_HELD');
    expect(codeOf(claimAs(openWish({ state: 'review' }), neighbour))).toBe('WISH_STATE_CHANGED');
    expect(codeOf(claimAs(openWish({ windowEndMs: START_MS }), neighbour))).toBe('WISH_STATE_CHANGED');
    expect(codeOf(claimAs(held(3).wish, neighbour))).toBe('SHARES_SOLD_OUT');
    expect(codeOf(claimAs(held(2).wish, neighbour, 2))).toBe('SHARES_NOT_ENOUGH');
    expect(codeOf(claimAs(openWish({ claimCount: 90 }), neighbour))).toBe('CLAIM_LIMIT_REACHED');
    expect(codeOf(claimAs(openWish(), member('m_late', { overdueClaimIds: ['c_1'] })))).toBe('CLAIM_OVERDUE_ELSEWHERE');
    expect(codeOf(claimAs(openWish(), neighbour, 1, true))).toBe('OUT_OF_AREA');
    expect(codeOf(claimAs(openWish(), member('m_far', { roles: [roleOf('merchant', 'd01-s01-c02', '柳岸小店')] }), 1, true))).toBe('OUT_OF_AREA');
  });

  test('the guard refuses what the reading could not see: the last share went to somebody else meanwhile', () => {
    const seen = openWish({}, { shares: 1 });
    const mine = unwrap(decideClaim(seen, { shares: 1, asMerchant: false }, neighbour, stepOf(neighbour)));
    const taken = after(seen, claimAs(seen, merchant));
    expect(mine.kind === 'change' && mayChange(taken, mine.change)).toBe(false);
  });
});

describe('planning', () => {
  const plan = (wish: Wish, claimId: string, deliverAtMs: number, nowMs = START_MS): Result<Outcome> => decidePlan(wish, claimId, { deliverAtMs, handover: 'station', note: '' }, stepOf(merchant, nowMs));

  test('from the plan on there are seven days, and planning again does not move them', () => {
    const { wish, claimId } = held();
    const planned = after(wish, plan(wish, claimId, START_MS + DAY_MS));
    expect(planned.claims[claimId]).toMatchObject({ state: 'planned', deliverByMs: START_MS + 7 * DAY_MS });
    const again = after(planned, plan(planned, claimId, START_MS + 5 * DAY_MS, START_MS + 3 * DAY_MS));
    expect(again.claims[claimId]?.deliverByMs).toBe(START_MS + 7 * DAY_MS);
  });

  test('the last day counts to its end; the day after is too late, and so is the day before yesterday', () => {
    const { wish, claimId } = held();
    expect(codeOf(plan(wish, claimId, endOfChinaDayMs(START_MS + 7 * DAY_MS)))).toBe('ok');
    expect(codeOf(plan(wish, claimId, endOfChinaDayMs(START_MS + 7 * DAY_MS) + 1))).toBe('PLAN_TOO_LATE');
    expect(codeOf(plan(wish, claimId, START_MS - 2 * DAY_MS))).toBe('PLAN_TOO_LATE');
  });

  test('only the giver plans; a plan changed too often leads to the phone', () => {
    const { wish, claimId } = held();
    expect(codeOf(decidePlan(wish, claimId, { deliverAtMs: START_MS, handover: 'home', note: '' }, stepOf(neighbour)))).toBe('NOT_FOUND');
    let planned = wish;
    for (let times = 0; times < 4; times += 1) planned = after(planned, plan(planned, claimId, START_MS + DAY_MS));
    expect(codeOf(plan(planned, claimId, START_MS + DAY_MS))).toBe('CLAIM_STATE_CHANGED');
  });
});

describe('delivering, confirming, giving back', () => {
  const proofFileIds = ['cloud://e.b/uploads/m_merchant/1.jpg'];
  const deliver = (wish: Wish, claimId: string): Result<Outcome> => decideDelivery(wish, claimId, { note: '送到了', proofFileIds }, stepOf(merchant));

  test('a delivery needs a photo, which stays hidden until it was checked', () => {
    const { wish, claimId } = held();
    expect(codeOf(decideDelivery(wish, claimId, { note: '', proofFileIds: [] }, stepOf(merchant)))).toBe('PROOF_MISSING');
    const delivered = after(wish, deliver(wish, claimId));
    expect(Object.values(delivered.photos)).toEqual([expect.objectContaining({ state: 'checking', claimId })]);
    expect(delivered).toMatchObject({ sharesHeld: 0, sharesDelivered: 1, sharesLeft: 2 });
    expect(delivered.claims[claimId]?.confirmByMs).toBe(START_MS + 5 * DAY_MS);
  });

  test('the poster or staff of the area confirm; neither a neighbour nor a giver who is staff themself', () => {
    const { wish, claimId } = held();
    const delivered = after(wish, deliver(wish, claimId));
    for (const actor of [poster, staff]) expect(codeOf(decideConfirmation(delivered, claimId, actor, stepOf(actor)))).toBe('ok');
    expect(codeOf(decideConfirmation(delivered, claimId, neighbour, stepOf(neighbour)))).toBe('NOT_FOUND');
    const giverOnStaff = { ...merchant, roles: [...merchant.roles, roleOf('staff', COMMUNITY)] };
    expect(codeOf(decideConfirmation(delivered, claimId, giverOnStaff, stepOf(merchant)))).toBe('NOT_FOUND');
    expect(codeOf(decideConfirmation(wish, claimId, poster, stepOf(poster)))).toBe('CLAIM_STATE_CHANGED');
  });

  test('giving back is always allowed before delivery; afterwards only to staff, once somebody asked after it', () => {
    const { wish, claimId } = held(2);
    expect(after(wish, decideGiveBack(wish, claimId, merchant, stepOf(merchant)))).toMatchObject({ sharesLeft: 3, sharesHeld: 0, activeClaimerIds: [] });
    const delivered = after(wish, deliver(wish, claimId));
    expect(codeOf(decideGiveBack(delivered, claimId, merchant, stepOf(merchant)))).toBe('CLAIM_STATE_CHANGED');
    expect(codeOf(decideGiveBack(delivered, claimId, staff, stepOf(staff)))).toBe('CLAIM_STATE_CHANGED');
    const reported = after(delivered, decideNotReceived(delivered, claimId, '没看到', poster, stepOf(poster)));
    expect(after(reported, decideGiveBack(reported, claimId, staff, stepOf(staff)))).toMatchObject({ sharesLeft: 3, sharesDelivered: 0 });
  });

  test('a step carried out before is carried out before; with other input its operation is refused', () => {
    const { wish, claimId } = held();
    const step = stepOf(merchant);
    const planned = after(wish, decidePlan(wish, claimId, { deliverAtMs: START_MS + DAY_MS, handover: 'home', note: '' }, step));
    expect(decidePlan(planned, claimId, { deliverAtMs: START_MS + DAY_MS, handover: 'home', note: '' }, step)).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decidePlan(planned, claimId, { deliverAtMs: START_MS, handover: 'home', note: '' }, { ...step, inputHash: 'other' }))).toBe('OPERATION_REUSED');
  });
});
