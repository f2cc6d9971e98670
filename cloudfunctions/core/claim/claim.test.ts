import { DAY_MS, endOfChinaDayMs, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { applyChange, mayChange, type Outcome } from '../wish/wish-change';
import { COMMUNITY, member, merchant, neighbour, openWish, poster, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { isCoherent, type Wish } from '../wish/wish';
import { claimIdOf, decideClaim } from './claim-wish';
import type { Step } from '../aggregate/step';
import { decideConfirmation } from './confirm-claim';
import { decideDelivery } from './deliver-claim';
import { decideExtension } from './extend-claim';
import { decideGiveBack } from './give-back-claim';
import { merchantGiver, selfGiver, unitGiver } from './giver';
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
const claimAs = (wish: Wish, giver: Member, shares = 1, asMerchant = false): Result<Outcome> => {
  const as = asMerchant ? merchantGiver(giver, wish.areaId) : { ok: true as const, value: selfGiver(giver) };
  return as.ok ? decideClaim(wish, shares, as.value, stepOf(giver)) : as;
};

const held = (shares = 1): { readonly wish: Wish; readonly claimId: string } => {
  const step = stepOf(merchant);
  return { wish: after(openWish(), decideClaim(openWish(), shares, unwrap(merchantGiver(merchant, openWish().areaId)), step)), claimId: claimIdOf(step.operationId) };
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
    expect(after(closing, decideClaim(closing, 1, selfGiver(neighbour), step)).claims[claimIdOf(step.operationId)]?.holdUntilMs).toBe(START_MS + 5 * HOUR_MS);
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
    const mine = unwrap(decideClaim(seen, 1, selfGiver(neighbour), stepOf(neighbour)));
    const taken = after(seen, claimAs(seen, merchant));
    expect(mine.kind === 'change' && mayChange(taken, mine.change)).toBe(false);
  });
});

describe('planning', () => {
  const plan = (wish: Wish, claimId: string, deliverAtMs: number, nowMs = START_MS): Result<Outcome> => decidePlan(wish, claimId, { deliverAtMs, handover: 'station', note: '' }, merchant, stepOf(merchant, nowMs));

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
    expect(codeOf(decidePlan(wish, claimId, { deliverAtMs: START_MS, handover: 'station', note: '' }, neighbour, stepOf(neighbour)))).toBe('NOT_FOUND');
    let planned = wish;
    for (let times = 0; times < 4; times += 1) planned = after(planned, plan(planned, claimId, START_MS + DAY_MS));
    expect(codeOf(plan(planned, claimId, START_MS + DAY_MS))).toBe('CLAIM_STATE_CHANGED');
  });
});

describe('delivering, confirming, giving back', () => {
  const proofFileIds = ['cloud://e.b/uploads/m_merchant/1.jpg'];
  const deliver = (wish: Wish, claimId: string, shares: number | null = null): Result<Outcome> => decideDelivery(wish, claimId, { note: '送到了', proofFileIds, shares }, merchant, stepOf(merchant));

  test('a delivery needs a photo, which stays hidden until it was checked', () => {
    const { wish, claimId } = held();
    expect(codeOf(decideDelivery(wish, claimId, { note: '', proofFileIds: [], shares: null }, merchant, stepOf(merchant)))).toBe('PROOF_MISSING');
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

  test('giving back is always allowed before delivery; afterwards only to staff, once nobody confirmed in time', () => {
    const { wish, claimId } = held(2);
    expect(after(wish, decideGiveBack(wish, claimId, merchant, stepOf(merchant)))).toMatchObject({ sharesLeft: 3, sharesHeld: 0, activeClaimerIds: [] });
    const delivered = after(wish, deliver(wish, claimId));
    expect(codeOf(decideGiveBack(delivered, claimId, merchant, stepOf(merchant)))).toBe('CLAIM_STATE_CHANGED');
    expect(codeOf(decideGiveBack(delivered, claimId, staff, stepOf(staff)))).toBe('CLAIM_STATE_CHANGED');
    const claim = delivered.claims[claimId];
    if (claim === undefined) throw new Error('no claim');
    const asked: Wish = { ...delivered, claims: { [claimId]: { ...claim, isFollowedUp: true } } };
    expect(after(asked, decideGiveBack(asked, claimId, staff, stepOf(staff)))).toMatchObject({ sharesLeft: 3, sharesDelivered: 0 });
  });

  test('a delivery in parts: each part by itself, the rest stays held, the giver stands once among the active', () => {
    const { wish, claimId } = held(3);
    const first = after(wish, deliver(wish, claimId, 2));
    const part = Object.values(first.claims).find((claim) => claim.splitFromId === claimId);
    expect(part).toMatchObject({ shares: 2, state: 'delivered', claimerId: merchant._id, deliveredById: merchant._id });
    expect(first.claims[claimId]).toMatchObject({ shares: 1, state: 'held' });
    expect(first).toMatchObject({ sharesLeft: 0, sharesHeld: 1, sharesDelivered: 2, activeClaimerIds: [merchant._id], claimCount: 2 });
    expect(isCoherent(first)).toBe(true);
    const confirmed = after(first, decideConfirmation(first, part?.claimId ?? '', poster, stepOf(poster)));
    expect(confirmed.activeClaimerIds).toEqual([merchant._id]);
    const returned = after(confirmed, decideGiveBack(confirmed, claimId, merchant, stepOf(merchant)));
    expect(returned).toMatchObject({ sharesLeft: 1, sharesHeld: 0, sharesDelivered: 2, activeClaimerIds: [] });
    expect(isCoherent(returned)).toBe(true);
    expect(codeOf(deliver(wish, claimId, 4))).toBe('SHARES_NOT_ENOUGH');
  });

  test('two parts that end at once: the later one sees that the giver must leave', () => {
    const { wish, claimId } = held(2);
    const both = after(wish, deliver(wish, claimId, 1));
    const partId = Object.values(both.claims).find((claim) => claim.splitFromId === claimId)?.claimId ?? '';
    const stale = unwrap(decideConfirmation(both, partId, poster, stepOf(poster)));
    const returned = after(both, decideGiveBack(both, claimId, merchant, stepOf(merchant)));
    expect(stale.kind === 'change' && mayChange(returned, stale.change)).toBe(false);
    expect(after(returned, decideConfirmation(returned, partId, poster, stepOf(poster))).activeClaimerIds).toEqual([]);
  });

  test('some shares back: the claim goes on with the rest', () => {
    const { wish, claimId } = held(3);
    const fewer = after(wish, decideGiveBack(wish, claimId, merchant, stepOf(merchant), 1));
    expect(fewer).toMatchObject({ sharesLeft: 1, sharesHeld: 2, activeClaimerIds: [merchant._id] });
    expect(isCoherent(fewer)).toBe(true);
    expect(codeOf(decideGiveBack(fewer, claimId, merchant, stepOf(merchant), 3))).toBe('SHARES_NOT_ENOUGH');
  });

  test('a step carried out before is carried out before; with other input its operation is refused', () => {
    const { wish, claimId } = held();
    const step = stepOf(merchant);
    const planned = after(wish, decidePlan(wish, claimId, { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: '' }, merchant, step));
    expect(decidePlan(planned, claimId, { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: '' }, merchant, step)).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decidePlan(planned, claimId, { deliverAtMs: START_MS, handover: 'station', note: '' }, merchant, { ...step, inputHash: 'other' }))).toBe('OPERATION_REUSED');
  });
});

describe('in whose name', () => {
  const contact = member('m_contact', { partyIds: ['u_bank'] });
  const unit = { _id: 'u_bank', name: '农商行青枫支行', overdueClaimIds: [] };

  test('a unit claims under its own name; whoever answers for it takes the steps, nobody else', () => {
    const step = stepOf(contact);
    const wish = after(openWish(), decideClaim(openWish(), 2, unitGiver(unit, contact), step));
    const claimId = claimIdOf(step.operationId);
    expect(wish.claims[claimId]).toMatchObject({ claimerId: 'u_bank', claimerName: unit.name, giverKind: 'unit', contactId: contact._id });
    const next = member('m_next', { partyIds: ['u_bank'] });
    const plan = { deliverAtMs: START_MS + DAY_MS, handover: 'station' as const, note: '' };
    expect(codeOf(decidePlan(wish, claimId, plan, next, stepOf(next)))).toBe('ok');
    expect(codeOf(decidePlan(wish, claimId, plan, neighbour, stepOf(neighbour)))).toBe('NOT_FOUND');
  });

  test('neither the own wish nor one of the own household, whatever the name', () => {
    const kin = member('m_kin', { householdId: poster.householdId, partyIds: ['u_bank'] });
    expect(codeOf(claimAs(openWish(), kin))).toBe('CLAIM_OWN_WISH');
    expect(codeOf(decideClaim(openWish(), 1, unitGiver(unit, kin), stepOf(kin)))).toBe('CLAIM_OWN_WISH');
  });

  test('what is overdue bars the party, what is frozen the person', () => {
    expect(codeOf(decideClaim(openWish(), 1, unitGiver({ ...unit, overdueClaimIds: ['c_1'] }, contact), stepOf(contact)))).toBe('CLAIM_OVERDUE_ELSEWHERE');
    const late = member('m_late', { overdueClaimIds: ['c_1'], partyIds: ['u_bank'] });
    expect(codeOf(decideClaim(openWish(), 1, unitGiver(unit, late), stepOf(late)))).toBe('ok');
    expect(codeOf(claimAs(openWish(), member('m_ice', { frozenUntilMs: START_MS + 1 })))).toBe('CLAIM_ACCOUNT_FROZEN');
  });
});

describe('a few days more', () => {
  const planned = (): { readonly wish: Wish; readonly claimId: string } => {
    const { wish, claimId } = held();
    return { wish: after(wish, decidePlan(wish, claimId, { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: '' }, merchant, stepOf(merchant))), claimId };
  };

  test('the giver once by three days, staff after that', () => {
    const { wish, claimId } = planned();
    const once = after(wish, decideExtension(wish, claimId, '货晚到', merchant, stepOf(merchant)));
    expect(once.claims[claimId]).toMatchObject({ deliverByMs: START_MS + 10 * DAY_MS, extensionCount: 1, isReminded: false });
    expect(codeOf(decideExtension(once, claimId, '', merchant, stepOf(merchant)))).toBe('EXTENSION_USED');
    expect(codeOf(decideExtension(once, claimId, '', staff, stepOf(staff)))).toBe('ok');
    expect(codeOf(decideExtension(once, claimId, '', neighbour, stepOf(neighbour)))).toBe('NOT_FOUND');
  });

  test('never beyond the window and its grace, not before a plan, not after the grace', () => {
    const { wish, claimId } = planned();
    const closing = { ...wish, windowEndMs: START_MS + 7 * DAY_MS };
    expect(after(closing, decideExtension(closing, claimId, '', merchant, stepOf(merchant))).claims[claimId]?.deliverByMs).toBe(START_MS + 9 * DAY_MS);
    expect(codeOf(decideExtension(held().wish, claimIdOf('op_none'), '', merchant, stepOf(merchant)))).toBe('NOT_FOUND');
    const unplanned = held();
    expect(codeOf(decideExtension(unplanned.wish, unplanned.claimId, '', merchant, stepOf(merchant)))).toBe('CLAIM_STATE_CHANGED');
    expect(codeOf(decideExtension(wish, claimId, '', merchant, stepOf(merchant, START_MS + 9 * DAY_MS)))).toBe('CLAIM_STATE_CHANGED');
  });
});
