import { creditCheckDigitOf, isCreditCode } from '@contract';
import { applyChange } from '../aggregate/change';
import { dueChanges } from '../aggregate/aggregate-kind';
import { applySettlement, settlementOf } from '../aggregate/settlement';
import type { Result } from '../kernel/result';
import { DAY_MS } from '../kernel/clock';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { decideLicencePhoto, decideRenew, decideResubmit, decideReview, decideWithdrawShop } from './review-shop';
import { decideFreezeShop, decideLeaveShop, decidePauseShop, decideResumeShop, decideSwept, decideUnfreezeShop, type SweepFound } from './run-shop';
import { isShopCoherent, newShop, type Shop, type ShopOutcome, type ShopWords } from './shop';
import { SHOP_KIND } from './shop-kind';
import { decideInviteToShop, decideJoinShop, decideRemoveShopPerson, decideSetShopRole, decideShopPersonLeft } from './shop-people';
import { keptOf, yearOf } from './shop-record';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const COMMUNITY = 'd-s-c';
const UNTIL_MS = Date.parse('2027-07-01T00:00:00+08:00');
const WORDS: ShopWords = { name: '康民药房', kind: 'pharmacy', address: '枫林路 12 号', words: '量血压', sealedContact: 'sealed', licence: { creditCode: '91330100000000001X', photoFileId: 'f1', photoCheck: null, validUntilMs: UNTIL_MS } };

let operations = 0;
const step = (actorId: string, nowMs = NOW_MS) => ({ actorId, operationId: `op-${String((operations += 1))}`, inputHash: 'h', nowMs });
const person = (_id: string, roles: readonly unknown[] = [], communityId = COMMUNITY): Member => ({ _id, displayName: _id, communityId, communityName: '青枫社区', roles }) as unknown as Member;
const OWNER = person('m_owner');
const CLERK = person('m_clerk');
const HE = person('m_he', [{ role: 'staff', areaId: COMMUNITY }]);
const approve = { kind: 'approve', sawPaper: true, validUntilDay: '2027-06-30' } as const;

const settled = (shop: Shop, nowMs = NOW_MS): Shop => {
  const settlement = settlementOf(SHOP_KIND, shop, Object.keys(shop.outbox), nowMs);
  return settlement === null ? shop : applySettlement(shop, settlement);
};
const after = (shop: Shop, decided: Result<ShopOutcome>): Shop => {
  if (!decided.ok || decided.value.kind === 'replay') throw new Error(`nothing changed: ${JSON.stringify(decided)}`);
  const next = settled(applyChange(shop, decided.value.change));
  expect(isShopCoherent(next)).toBe(true);
  return next;
};
const codeOf = (decided: Result<ShopOutcome>): string | null => (decided.ok ? null : decided.refusal.code);
/** What the clock does to a shop at a moment, one after the other. */
const at = (shop: Shop, nowMs: number): Shop => {
  const [change] = dueChanges(SHOP_KIND.clocksOf(shop, nowMs), nowMs);
  return change === undefined ? shop : at(settled(applyChange(shop, change), nowMs), nowMs);
};

const applied = settled(newShop(WORDS, OWNER, step('m_owner')));
const open = after(applied, decideReview(applied, approve, HE, step('m_he')));
const withClerk = (): Shop => {
  const invited = after(open, decideInviteToShop(open, { inviteId: 'si_1', role: 'clerk' }, OWNER, step('m_owner')));
  return after(invited, decideJoinShop(invited, 'si_1', CLERK, step('m_clerk')));
};

describe('the credit code of a licence', () => {
  test('takes real ones and sees a slip', () => {
    // Codes of well-known companies, as their licences show them.
    for (const code of ['91440300708461136T', '91330100799655058B', '91110000802100433B']) expect({ code, isRight: isCreditCode(code) }).toEqual({ code, isRight: true });
    expect(isCreditCode('91440300708461163T')).toBe(false);
    expect(isCreditCode('91440300708461136')).toBe(false);
    expect(creditCheckDigitOf('9144030070846113I')).toBeNull();
  });
});

describe('an application', () => {
  test('is decided by staff of its community who are not of the shop, and not twice', () => {
    expect(codeOf(decideReview(applied, approve, OWNER, step('m_owner')))).toBe('NOT_FOUND');
    expect(codeOf(decideReview(applied, approve, person('m_far', [{ role: 'staff', areaId: 'd-s-x' }]), step('m_far')))).toBe('NOT_FOUND');
    expect(codeOf(decideReview(applied, { ...approve, validUntilDay: '2026-11-19' }, HE, step('m_he')))).toBe('BAD_INPUT');
    expect(open).toMatchObject({ state: 'open', isListed: true, shelf: 'live', answerByMs: null });
    expect(codeOf(decideReview(open, approve, HE, step('m_he')))).toBe('SHOP_CHANGED');
  });

  test('asked back it waits for the applicant, and is put away when nobody answers', () => {
    const asked = after(applied, decideReview(applied, { kind: 'ask', note: '重拍' }, HE, step('m_he')));
    const back = after(asked, decideResubmit(asked, { ...WORDS, name: '康民' }, OWNER, step('m_owner')));
    expect(back).toMatchObject({ state: 'review', name: '康民', reviews: 2 });
    expect(at(asked, NOW_MS + RULES.shop.askedMs)).toMatchObject({ state: 'withdrawn', sealedContact: '' });
    expect(codeOf(decideWithdrawShop(open, OWNER, step('m_owner')))).toBe('SHOP_CHANGED');
  });

  test('the verdict on a photo is noted for the licence it is of', () => {
    const seen = after(applied, decideLicencePhoto(applied, 'f1', 'human', NOW_MS));
    expect(after(seen, decideLicencePhoto(seen, 'f1', 'shown', NOW_MS)).licence.photoCheck).toBe('shown');
    expect(decideLicencePhoto(seen, 'f9', 'shown', NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
  });

  test('the same act again changes nothing; with other words it is refused', () => {
    const again = step('m_he');
    const next = after(applied, decideReview(applied, approve, HE, again));
    expect(decideReview(next, approve, HE, again)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decideReview(next, approve, HE, { ...again, inputHash: 'other' }))).toBe('OPERATION_REUSED');
  });
});

describe('a licence', () => {
  test('warns, runs out after its last day, and a newer one lets the shop go on', () => {
    const warned = at(open, UNTIL_MS - RULES.shop.expiryWarnMs);
    expect(warned).toMatchObject({ state: 'open', warnedForMs: UNTIL_MS });
    expect(at(warned, UNTIL_MS - 1).state).toBe('open');
    const expired = at(warned, UNTIL_MS);
    expect(expired.state).toBe('expired');
    const sent = after(expired, decideRenew(expired, { photoFileId: 'f2', validUntilDay: null }, OWNER, step('m_owner', UNTIL_MS)));
    expect(sent).toMatchObject({ state: 'expired', shelf: 'waiting' });
    const renewed = after(sent, decideReview(sent, { ...approve, validUntilDay: null }, HE, step('m_he', UNTIL_MS)));
    expect(renewed).toMatchObject({ state: 'open', renewal: null, licence: { photoFileId: 'f2', validUntilMs: null } });
  });

  test('that runs out while the shop is frozen is not forgotten when it is let go', () => {
    const frozen = after(open, decideFreezeShop(open, '核实', false, HE, step('m_he')));
    const expired = at(frozen, UNTIL_MS);
    expect(expired).toMatchObject({ state: 'frozen', frozenFrom: 'expired' });
    expect(after(expired, decideUnfreezeShop(expired, '', HE, step('m_he', UNTIL_MS))).state).toBe('expired');
  });
});

describe('people of a shop', () => {
  test('come by a code that is good once, for so long, in one community', () => {
    const invited = after(open, decideInviteToShop(open, { inviteId: 'si_1', role: 'clerk' }, OWNER, step('m_owner')));
    expect(codeOf(decideJoinShop(invited, 'si_2', CLERK, step('m_clerk')))).toBe('SHOP_INVITE_OVER');
    expect(codeOf(decideJoinShop(invited, 'si_1', CLERK, step('m_clerk', NOW_MS + RULES.shop.inviteMs)))).toBe('SHOP_INVITE_OVER');
    expect(codeOf(decideJoinShop(invited, 'si_1', person('m_far', [], 'd-s-x'), step('m_far')))).toBe('OUT_OF_AREA');
    expect(codeOf(decideJoinShop(withClerk(), 'si_1', person('m_other'), step('m_other')))).toBe('SHOP_INVITE_OVER');
    expect(codeOf(decideInviteToShop(withClerk(), { inviteId: 'si_3', role: 'owner' }, CLERK, step('m_clerk')))).toBe('NOT_FOUND');
  });

  test('the last owner can\'t go, and hands over first', () => {
    const shop = withClerk();
    expect(codeOf(decideRemoveShopPerson(shop, 'm_owner', OWNER, step('m_owner')))).toBe('SHOP_LAST_OWNER');
    expect(codeOf(decideSetShopRole(shop, 'm_owner', 'clerk', OWNER, step('m_owner')))).toBe('SHOP_LAST_OWNER');
    const two = after(shop, decideSetShopRole(shop, 'm_clerk', 'owner', OWNER, step('m_owner')));
    const handed = after(two, decideRemoveShopPerson(two, 'm_owner', OWNER, step('m_owner')));
    expect(handed).toMatchObject({ ownerIds: ['m_clerk'], memberIds: ['m_clerk'] });
    expect(JSON.stringify(after(two, decideShopPersonLeft(two, 'm_owner', NOW_MS)).people)).not.toContain('m_owner');
  });
});

describe('what a shop hands back', () => {
  const nothing = { returned: 0, handedBack: 0, open: 0, busy: 0, waiting: 0 };
  const swept = (shop: Shop, found: Partial<SweepFound>, nowMs: number): Shop => after(shop, decideSwept(shop, { pass: shop.sweep?.pass ?? -1, ...nothing, ...found }, nowMs));

  test('pausing keeps or hands back; resuming stops it, and what went back until then is counted once the last pass is over', () => {
    expect(after(open, decidePauseShop(open, false, OWNER, step('m_owner'))).sweep).toBeNull();
    const passing = at(after(open, decidePauseShop(open, true, OWNER, step('m_owner'))), NOW_MS);
    const resumed = after(passing, decideResumeShop(passing, OWNER, step('m_owner')));
    expect(resumed).toMatchObject({ state: 'open', sweep: { isCalledOff: true } });
    // The pass that was at work when the shop opened tells what it did: it comes too late to be the count.
    expect(decideSwept(resumed, { ...nothing, pass: passing.sweep?.pass ?? -1, returned: 3, handedBack: 3 }, NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
    const lateMs = NOW_MS + RULES.shop.lookAgainMs;
    expect(at(resumed, lateMs - 1)).toEqual(resumed);
    const last = at(resumed, lateMs);
    const through = decideSwept(last, { ...nothing, pass: last.sweep?.pass ?? -1, handedBack: 3 }, lateMs);
    expect(through).toMatchObject({ value: { change: { event: { kind: 'swept', handedBack: 3 } } } });
    expect(after(last, through)).toMatchObject({ state: 'open', sweep: null, handedBack: 3 });
  });

  test('rested again before that count, all of it is counted together', () => {
    const paused = after(open, decidePauseShop(open, true, OWNER, step('m_owner')));
    const resumed = after(paused, decideResumeShop(paused, OWNER, step('m_owner', NOW_MS + 1)));
    const again = after(resumed, decidePauseShop(resumed, true, OWNER, step('m_owner', NOW_MS + 2)));
    expect(again).toMatchObject({ state: 'paused', sweep: { isCalledOff: false, sinceMs: paused.sweep?.sinceMs, nextAtMs: NOW_MS + 2 } });
    const kept = after(resumed, decidePauseShop(resumed, false, OWNER, step('m_owner', NOW_MS + 2)));
    expect(kept).toMatchObject({ state: 'paused', sweep: { isCalledOff: true } });
  });

  test('goes on pass by pass, looks once more, and only then the shop is gone', () => {
    const leaving = after(open, decideLeaveShop(open, '', false, OWNER, step('m_owner')));
    const first = swept(at(leaving, NOW_MS), { returned: 20, handedBack: 20, open: 5 }, NOW_MS);
    expect(first).toMatchObject({ state: 'leaving', sweep: { nextAtMs: NOW_MS } });
    const second = swept(at(first, NOW_MS), { returned: 5, handedBack: 25 }, NOW_MS);
    const lateMs = NOW_MS + RULES.shop.lookAgainMs;
    expect(second).toMatchObject({ state: 'leaving', sweep: { nextAtMs: lateMs } });
    const waiting = swept(at(second, lateMs), { handedBack: 25, waiting: 1 }, lateMs);
    expect(waiting).toMatchObject({ state: 'leaving', sweep: { nextAtMs: lateMs + RULES.shop.waitMs } });
    const done = swept(at(waiting, lateMs + RULES.shop.waitMs), { handedBack: 25 }, lateMs + RULES.shop.waitMs);
    expect(done).toMatchObject({ state: 'left', handedBack: 25, memberIds: [], sealedContact: '', shelf: 'over' });
  });

  test('frozen while a pass is under way, what that pass handed back is counted with the rest', () => {
    const passing = at(after(open, decidePauseShop(open, true, OWNER, step('m_owner'))), NOW_MS);
    const frozen = after(passing, decideFreezeShop(passing, '核实', true, HE, step('m_he', NOW_MS + 1)));
    expect(decideSwept(frozen, { ...nothing, pass: passing.sweep?.pass ?? -1, returned: 7, handedBack: 7 }, NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
    expect(frozen.sweep?.sinceMs).toBe(passing.sweep?.sinceMs);
    const next = swept(at(frozen, NOW_MS + 1), { returned: 3, handedBack: 10 }, NOW_MS + 1);
    const lateMs = NOW_MS + 1 + RULES.shop.lookAgainMs;
    const last = at(next, lateMs);
    const through = decideSwept(last, { ...nothing, pass: last.sweep?.pass ?? -1, handedBack: 10 }, lateMs);
    expect(through).toMatchObject({ value: { change: { event: { kind: 'swept', handedBack: 10 } } } });
    expect(after(last, through)).toMatchObject({ state: 'frozen', sweep: null, handedBack: 10 });
  });

  test('that rested and ran out meanwhile, a newer licence ends it as opening again does', () => {
    const paused = after(open, decidePauseShop(open, true, OWNER, step('m_owner', UNTIL_MS - 1)));
    const expired = after(at({ ...paused, sweep: null, warnedForMs: UNTIL_MS }, UNTIL_MS), decideRenew(at({ ...paused, sweep: null, warnedForMs: UNTIL_MS }, UNTIL_MS), { photoFileId: 'f2', validUntilDay: null }, OWNER, step('m_owner', UNTIL_MS)));
    const renewed = after({ ...expired, sweep: paused.sweep }, decideReview({ ...expired, sweep: paused.sweep }, { ...approve, validUntilDay: null }, HE, step('m_he', UNTIL_MS)));
    expect(renewed).toMatchObject({ state: 'open', sweep: { isCalledOff: true } });
  });

  test('what somebody else has in hand is looked at again, and is never taken for nothing', () => {
    const passing = at(after(open, decidePauseShop(open, true, OWNER, step('m_owner'))), NOW_MS);
    expect(swept(passing, { busy: 1 }, NOW_MS)).toMatchObject({ sweep: { quiet: 0, nextAtMs: NOW_MS + RULES.shop.lookAgainMs } });
  });

  test('a pass that is told twice counts once; an agreement keeps the shop; staff say why', () => {
    const leaving = at(after(open, decideLeaveShop(open, '', false, OWNER, step('m_owner'))), NOW_MS);
    const found = { ...nothing, pass: leaving.sweep?.pass ?? -1, returned: 3, handedBack: 3 };
    const once = after(leaving, decideSwept(leaving, found, NOW_MS));
    expect(decideSwept(once, found, NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
    expect(codeOf(decideLeaveShop(open, '', true, OWNER, step('m_owner')))).toBe('SHOP_HAS_GIFTS');
    expect(codeOf(decideLeaveShop(open, '', false, HE, step('m_he')))).toBe('BAD_INPUT');
    expect(codeOf(decideLeaveShop(open, '', false, CLERK, step('m_clerk')))).toBe('NOT_FOUND');
  });
});

describe('its record', () => {
  const claim = (changes: object) => ({ giverKind: 'merchant', state: 'confirmed', plan: null, deliveredAtMs: NOW_MS, deliverByMs: NOW_MS, confirmedAtMs: NOW_MS, wishId: 'w1', shares: 2, category: 'goods', ...changes }) as never;

  test('is a fraction of promises; what was given back is held against nobody', () => {
    expect(keptOf([claim({}), claim({ deliveredAtMs: NOW_MS + 1 }), claim({ state: 'lapsed', plan: {} }), claim({ state: 'lapsed' }), claim({ state: 'returned' })])).toEqual({ onTime: 1, total: 3 });
  });

  test('a year counts what was confirmed in it, by the day here', () => {
    const newYear = Date.parse('2027-01-01T00:00:00+08:00');
    const year = yearOf([claim({}), claim({ wishId: 'w2', category: 'repair', shares: 1, confirmedAtMs: newYear - 1 }), claim({ confirmedAtMs: newYear }), claim({ confirmedAtMs: NOW_MS - 365 * DAY_MS })], 2026);
    expect(year).toMatchObject({ wishes: 2, shares: 3, byCategory: [{ category: 'goods', shares: 2 }, { category: 'repair', shares: 1 }] });
  });
});
