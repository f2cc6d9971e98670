import type { EffectOf } from '../effect/effect';
import { decideClaim, claimIdOf } from '../claim/claim-wish';
import { decideDelivery } from '../claim/deliver-claim';
import { selfGiver, unitGiver, type Giver } from '../claim/giver';
import { decidePlan } from '../claim/plan-claim';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import type { Result } from '../kernel/result';
import type { Member } from '../member/member';
import { applySettlement, decideSettlement, pendingEventsOf } from '../wish/settle-wish';
import { decideDue } from '../wish/wish-clocks';
import { applyChange, mayChange, type Outcome } from '../wish/wish-change';
import { effectsOf } from '../wish/wish-effects';
import { member, merchant, neighbour, openWish, poster, staff, START_MS } from '../wish/wish.fixtures';
import { isCoherent, type Wish } from '../wish/wish';
import { decideErrandCancel, decideErrandRequest } from './ask-errand';
import { carrierRefusalOf } from './carry-errand';
import { decideErrandTold } from './end-errand';
import { decideLegTold } from './hear-errand';
import { errandIdOf, legOf } from './last-leg';

let acts = 0;
const step = (actor: Member, nowMs = START_MS + HOUR_MS) => ({ actorId: actor._id, operationId: `op-leg-${(acts += 1)}`, inputHash: 'h', nowMs });

/** The wish after a decision that is to be accepted, with its effects. */
const after = (wish: Wish, decided: Result<Outcome>): { readonly wish: Wish; readonly effects: readonly (EffectOf<'openErrand'> | EffectOf<'tellErrand'> | EffectOf<'tellLastLeg'>)[] } => {
  if (!decided.ok) throw new Error(decided.refusal.code);
  if (decided.value.kind === 'replay') return { wish, effects: [] };
  expect(mayChange(wish, decided.value.change)).toBe(true);
  const changed = applyChange(wish, decided.value.change);
  const effects = pendingEventsOf(changed).flatMap((event) => effectsOf(changed, event));
  const settlement = decideSettlement(changed, pendingEventsOf(changed).map((event) => event.eventId), START_MS + HOUR_MS);
  const settled = settlement === null ? changed : applySettlement(changed, settlement);
  expect(isCoherent(settled)).toBe(true);
  return { wish: settled, effects: effects.filter((effect) => effect.kind === 'openErrand' || effect.kind === 'tellErrand' || effect.kind === 'tellLastLeg') };
};

const claimed = (wish: Wish, giver: Giver, handover: 'station' | 'home'): { readonly wish: Wish; readonly claimId: string } => {
  const act = step(giver.contact);
  const claimId = claimIdOf(act.operationId);
  const held = after(wish, decideClaim(wish, 1, giver, act)).wish;
  return { claimId, wish: after(held, decidePlan(held, claimId, { deliverAtMs: START_MS + DAY_MS, handover, note: '' }, giver.contact, step(giver.contact))).wish };
};

const delivered = (wish: Wish, claimId: string, giver: Member): Wish => after(wish, decideDelivery(wish, claimId, { note: '', proofFileIds: ['cloud://x'], shares: null }, giver, step(giver))).wish;

const gift = (): { readonly wish: Wish; readonly claimId: string } => claimed(openWish({}, { shares: 1, title: '六袋米' }), selfGiver(merchant), 'station');

const asked = () => {
  const { wish, claimId } = gift();
  const { wish: parent, effects } = after(wish, decideErrandRequest(wish, claimId, poster, step(poster)));
  const [opened] = effects;
  if (opened?.kind !== 'openErrand') throw new Error('no errand was opened');
  return { parent, claimId, errand: after({ ...opened.errand, outbox: {}, pendingEvents: 0 }, { ok: true, value: { kind: 'replay' } }).wish };
};

const told = (errand: Wish, changes: Partial<EffectOf<'tellLastLeg'>> = {}): EffectOf<'tellLastLeg'> => {
  if (!errand.errandFor) throw new Error('not an errand');
  return { kind: 'tellLastLeg', wishId: errand.errandFor.wishId, claimId: errand.errandFor.claimId, errandId: errand._id, revision: errand.revision, ...legOf(errand), byId: 'clock', atMs: START_MS + HOUR_MS, ...changes };
};
const news = (errand: Wish, changes: Partial<EffectOf<'tellErrand'>> = {}): EffectOf<'tellErrand'> => ({ kind: 'tellErrand', errandId: errand._id, news: 'over', note: '不用送了', isReceived: false, causeId: 'e1', byId: poster._id, atMs: START_MS + HOUR_MS, ...changes });

describe('asking', () => {
  test('makes one errand whose id is its cause, without a word of the gift', () => {
    const { parent, claimId, errand } = asked();
    expect(errand._id).toBe(errandIdOf(claimId, 0));
    expect(parent.claims[claimId]?.errand).toMatchObject({ errandId: errand._id, state: 'asked' });
    expect(JSON.stringify({ ...errand, errandFor: null, posterName: '' })).not.toMatch(/米|买|老人|赵阿姨/);
    expect(decideErrandRequest(parent, claimId, staff, step(staff))).toEqual({ ok: true, value: { kind: 'replay' } });
  });

  test('is the recipient’s, and never the giver’s', () => {
    const { wish, claimId } = gift();
    for (const other of [merchant, neighbour]) expect(decideErrandRequest(wish, claimId, other, step(other))).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const { parent } = asked();
    const [id = ''] = Object.keys(parent.claims);
    expect(decideErrandCancel(parent, id, merchant, step(merchant))).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  test('the same act with other words is refused', () => {
    const { wish, claimId } = gift();
    const act = step(poster);
    const { wish: parent } = after(wish, decideErrandRequest(wish, claimId, poster, act));
    expect(decideErrandRequest(parent, claimId, poster, { ...act, inputHash: 'other' })).toMatchObject({ refusal: { code: 'OPERATION_REUSED' } });
  });
});

describe('carrying', () => {
  test('a neighbour by themselves; not who gave it, in whatever name', () => {
    const { errand } = asked();
    expect(carrierRefusalOf(errand, selfGiver(neighbour))).toBeNull();
    expect(carrierRefusalOf(errand, selfGiver(merchant))).toMatchObject({ refusal: { code: 'LAST_LEG_NOT_YOURS' } });
    expect(carrierRefusalOf(errand, unitGiver({ _id: 'u1', name: '银行', overdueClaimIds: [] }, neighbour))).toMatchObject({ refusal: { code: 'LAST_LEG_NOT_YOURS' } });
    expect(carrierRefusalOf(errand, selfGiver(member('m_contact', { partyIds: [merchant._id] })))).toMatchObject({ refusal: { code: 'LAST_LEG_NOT_YOURS' } });
    expect(carrierRefusalOf(openWish(), unitGiver({ _id: 'u1', name: '银行', overdueClaimIds: [] }, neighbour))).toBeNull();
  });

  test('the gift mirrors it in order, and an older telling changes nothing', () => {
    const { parent, claimId, errand } = asked();
    const { wish: taken } = claimed(errand, selfGiver(neighbour), 'home');
    const { wish: heard } = after(parent, decideLegTold(parent, told(taken)));
    expect(heard.claims[claimId]?.errand).toMatchObject({ state: 'taken', carrierName: '刘洋' });
    expect(decideLegTold(heard, told(errand))).toMatchObject({ value: { kind: 'replay' } });
    expect(decideLegTold(heard, told(taken))).toMatchObject({ value: { kind: 'replay' } });
  });

  test('received at the door confirms the gift once, delivered or still said to be on its way', () => {
    for (const isDelivered of [true, false]) {
      const { parent, claimId, errand } = asked();
      const before = isDelivered ? delivered(parent, claimId, merchant) : parent;
      const received = told(errand, { state: 'received', carrierName: '刘洋', revision: 9, byId: poster._id });
      const { wish } = after(before, decideLegTold(before, received));
      expect([wish.claims[claimId]?.state, wish.sharesDelivered, wish.sharesHeld, wish.state]).toEqual(['confirmed', 1, 0, 'completed']);
      expect(decideLegTold(wish, received)).toMatchObject({ value: { kind: 'replay' } });
    }
  });

  test('not while staff sort something out about it', () => {
    const { parent, claimId, errand } = asked();
    const disputed = { ...parent, claims: { ...parent.claims, [claimId]: { ...parent.claims[claimId], isDisputed: true } } } as Wish;
    const { wish } = after(disputed, decideLegTold(disputed, told(errand, { state: 'received', revision: 9 })));
    expect([wish.claims[claimId]?.state, wish.claims[claimId]?.errand?.state]).toEqual(['planned', 'received']);
  });
});

describe('ending', () => {
  test('nobody has it: it is withdrawn; told again, nothing happens', () => {
    const { errand } = asked();
    const { wish, effects } = after(errand, decideErrandTold(errand, news(errand)));
    expect([wish.state, wish.wallState]).toEqual(['withdrawn', 'hidden']);
    expect(effects).toMatchObject([{ kind: 'tellLastLeg', state: 'withdrawn' }]);
    expect(decideErrandTold(wish, news(wish))).toMatchObject({ value: { kind: 'replay' } });
  });

  test('somebody is on the way: called off, with their share back', () => {
    const { wish: taken, claimId } = claimed(asked().errand, selfGiver(neighbour), 'home');
    const { wish } = after(taken, decideErrandTold(taken, news(taken)));
    expect([wish.state, wish.claims[claimId]?.state, wish.sharesLeft, wish.activeClaimerIds]).toEqual(['withdrawn', 'cancelled', 1, []]);
  });

  test('brought already: thanked when the gift was received, else it goes on', () => {
    const carried = claimed(asked().errand, selfGiver(neighbour), 'home');
    const brought = delivered(carried.wish, carried.claimId, neighbour);
    expect(after(brought, decideErrandTold(brought, news(brought, { isReceived: true }))).wish.state).toBe('completed');
    const { wish } = after(brought, decideErrandTold(brought, news(brought)));
    expect([wish.state, wish.claims[carried.claimId]?.state, wish.errandFor?.isOver]).toEqual(['open', 'delivered', true]);
    expect(carrierRefusalOf(wish, selfGiver(neighbour))).toMatchObject({ refusal: { code: 'WISH_STATE_CHANGED' } });
  });

  test('its clock is three days; then it is over, and nobody is asked to rescue it', () => {
    const { errand } = asked();
    expect(errand.windowEndMs).toBeGreaterThanOrEqual(START_MS + 3 * DAY_MS);
    expect(decideDue(errand, START_MS + 20 * DAY_MS).map((change) => change.event.kind)).toEqual(['expired']);
    expect(legOf({ ...errand, state: 'expired' }).state).toBe('unanswered');
  });
});
