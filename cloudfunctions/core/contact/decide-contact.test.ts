import type { HandoverKind } from '@contract';
import type { Step } from '../aggregate/step';
import { claimIdOf, decideClaim } from '../claim/claim-wish';
import { selfGiver } from '../claim/giver';
import { decidePlan } from '../claim/plan-claim';
import { decideDisputeOpening } from '../dispute/open-dispute';
import { DAY_MS } from '../kernel/clock';
import type { Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { applyChange, mayChange, type Outcome } from '../wish/wish-change';
import { isCoherent, type Claim, type Wish } from '../wish/wish';
import { member, neighbour, openWish, poster, staff, START_MS } from '../wish/wish.fixtures';
import { decideAgreeHome, decideLeave, decideReveal, mayAgreeHome, needsOwnConsent } from './decide-contact';

let acts = 0;
const stepOf = (actor: Member): Step => ({ actorId: actor._id, operationId: `op_${(acts += 1)}`, inputHash: 'hash', nowMs: START_MS });
const CLAIM = claimIdOf('op_claim');
const SEALED = 'sealed:number';

const after = (wish: Wish, decided: Result<Outcome>): Wish => {
  if (!decided.ok) throw new Error(decided.refusal.code);
  if (decided.value.kind === 'replay') return wish;
  expect(mayChange(wish, decided.value.change)).toBe(true);
  const changed = applyChange(wish, decided.value.change);
  expect(isCoherent(changed)).toBe(true);
  return changed;
};
const codeOf = (decided: Result<Outcome>): string | null => (decided.ok ? null : decided.refusal.code);
const claimOf = (wish: Wish): Claim => wish.claims[CLAIM] as Claim;

const held = (handover: 'home' | 'station' = 'home'): Wish => {
  const wish = openWish({}, { handover });
  return after(wish, decideClaim(wish, 1, selfGiver(neighbour), { ...stepOf(neighbour), operationId: 'op_claim' }));
};
const planned = (handover: HandoverKind = 'home'): Wish => {
  const wish = held();
  return after(wish, decidePlan(wish, CLAIM, { deliverAtMs: START_MS + DAY_MS, handover, note: '' }, neighbour, stepOf(neighbour)));
};
/** As if a shop had claimed it. */
const byShop = (wish: Wish): Wish => ({ ...wish, claims: { ...wish.claims, [CLAIM]: { ...claimOf(wish), giverKind: 'merchant' } } });
const left = (wish: Wish, actor: Member, agrees = false): Wish => after(wish, decideLeave(wish, CLAIM, SEALED, agrees, actor, stepOf(actor)));

describe('leaving a number', () => {
  it('is for the two sides, each on its own; strangers and staff find nothing', () => {
    const wish = left(left(planned(), poster), neighbour);
    expect(claimOf(wish).contact).toMatchObject({ recipient: { leftById: poster._id, sealed: SEALED }, giver: { leftById: neighbour._id } });
    for (const stranger of [member('m_stranger'), staff]) expect(codeOf(decideLeave(planned(), CLAIM, SEALED, true, stranger, stepOf(stranger)))).toBe('NOT_FOUND');
    expect(codeOf(decideLeave(planned(), 'c_none', SEALED, true, poster, stepOf(poster)))).toBe('NOT_FOUND');
  });

  it('only while the two must find each other: planned, to the door or by phone, nothing in dispute', () => {
    expect(codeOf(decideLeave(held(), CLAIM, SEALED, true, poster, stepOf(poster)))).toBe('CONTACT_NOT_NEEDED');
    expect(codeOf(decideLeave(planned('station'), CLAIM, SEALED, true, poster, stepOf(poster)))).toBe('CONTACT_NOT_NEEDED');
    const wish = planned();
    const disputed = after(wish, decideDisputeOpening(wish, CLAIM, { kind: 'notWanted', note: '不用了', photoFileIds: [] }, poster, stepOf(poster)));
    expect(codeOf(decideLeave(disputed, CLAIM, SEALED, true, poster, stepOf(poster)))).toBe('CLAIM_IN_DISPUTE');
  });

  it('to a shop or a unit the recipient agrees by itself; to a neighbour and from the giver it needs no word', () => {
    expect(['member', 'person'].map((giverKind) => needsOwnConsent({ giverKind } as Claim))).toEqual([false, false]);
    const wish = byShop(planned());
    expect(codeOf(decideLeave(wish, CLAIM, SEALED, false, poster, stepOf(poster)))).toBe('CONSENT_MISSING');
    expect(claimOf(left(wish, poster, true)).contact?.recipient?.agreedAtMs).toBe(START_MS);
    expect(claimOf(left(planned(), poster, true)).contact?.recipient?.agreedAtMs).toBeNull();
  });

  it('may be said anew, so often; the same act is known', () => {
    const step = stepOf(poster);
    const once = after(planned(), decideLeave(planned(), CLAIM, SEALED, false, poster, step));
    expect(decideLeave(once, CLAIM, SEALED, false, poster, step)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decideLeave(once, CLAIM, SEALED, false, poster, { ...step, inputHash: 'other' }))).toBe('OPERATION_REUSED');
    let wish = once;
    for (let times = 1; times < RULES.contact.leavesPerClaim; times += 1) wish = left(wish, poster);
    expect(codeOf(decideLeave(wish, CLAIM, SEALED, false, poster, stepOf(poster)))).toBe('CONTACT_CHANGED_OFTEN');
  });

  it('both at once lose nothing: the guard sends one back to read again', () => {
    const wish = planned();
    const theirs = decideLeave(wish, CLAIM, SEALED, false, neighbour, stepOf(neighbour));
    if (!theirs.ok || theirs.value.kind === 'replay') throw new Error('refused');
    expect(mayChange(left(wish, poster), theirs.value.change)).toBe(false);
  });
});

describe('reading what the other left', () => {
  const read = (wish: Wish, actor = neighbour): Wish => after(wish, decideReveal(wish, CLAIM, 'arrange', actor, stepOf(actor)));

  it('leaves its reason behind before it is told, and is nothing where nothing was left', () => {
    expect(codeOf(decideReveal(planned(), CLAIM, 'arrange', neighbour, stepOf(neighbour)))).toBe('CONTACT_MISSING');
    const wish = left(planned(), poster);
    expect(codeOf(decideReveal(wish, CLAIM, 'arrange', poster, stepOf(poster)))).toBe('CONTACT_MISSING');
    expect(codeOf(decideReveal(wish, CLAIM, 'arrange', staff, stepOf(staff)))).toBe('NOT_FOUND');
    expect(Object.values(claimOf(read(wish)).contact?.readings ?? {})).toEqual([{ side: 'giver', reason: 'arrange', atMs: START_MS }]);
  });

  it('each side so often; the same act counts once and keeps its reason', () => {
    let wish = left(left(planned(), poster), neighbour);
    const step = stepOf(neighbour);
    wish = after(wish, decideReveal(wish, CLAIM, 'late', neighbour, step));
    expect(decideReveal(wish, CLAIM, 'late', neighbour, step)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decideReveal(wish, CLAIM, 'arrange', neighbour, step))).toBe('OPERATION_REUSED');
    for (let times = 1; times < RULES.contact.readingsPerSide; times += 1) wish = read(wish);
    expect(codeOf(decideReveal(wish, CLAIM, 'late', neighbour, stepOf(neighbour)))).toBe('CONTACT_READ_OFTEN');
    // The other side still may.
    expect(claimOf(read(wish, poster)).contact?.readings).not.toEqual(claimOf(wish).contact?.readings);
  });
});

describe('agreeing that it may come to the door', () => {
  it('is the recipient\'s to say, once, before it is delivered; with the wish it is said already', () => {
    const wish = held('station');
    for (const other of [neighbour, member('m_stranger')]) expect(codeOf(decideAgreeHome(wish, CLAIM, other, stepOf(other)))).toBe('NOT_FOUND');
    expect([mayAgreeHome(wish, claimOf(wish), poster), mayAgreeHome(held(), claimOf(held()), poster)]).toEqual([true, false]);
    const agreed = after(wish, decideAgreeHome(wish, CLAIM, poster, stepOf(poster)));
    expect(claimOf(agreed).isHomeAgreed).toBe(true);
    expect(decideAgreeHome(agreed, CLAIM, poster, stepOf(poster))).toMatchObject({ ok: true, value: { kind: 'replay' } });
    const disputed = after(wish, decideDisputeOpening(wish, CLAIM, { kind: 'notWanted', note: '不用了', photoFileIds: [] }, poster, stepOf(poster)));
    expect(codeOf(decideAgreeHome(disputed, CLAIM, poster, stepOf(poster)))).toBe('CLAIM_IN_DISPUTE');
  });
});
