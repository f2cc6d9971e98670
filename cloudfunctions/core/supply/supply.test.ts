import { WEEK_SLOTS_ALL } from '@contract';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Unit } from '../unit/unit';
import { decideCheckCertificate } from './check-certificate';
import { decideConfirm, decidePause, decideCounted, decideSave, decidePersonLeft, decideSuggested, decideUnitNow } from './change-supply';
import { applyChange } from '../aggregate/change';
import type { Result } from '../kernel/result';
import { isSupplyCoherent, newSupply, type Supply, type SupplyOutcome } from './supply';
import { gapPeopleOf, gapWishesOf, servedHomesOf, supplyMapOf, supplyTableOf, type ServedCase } from './supply-figures';
import { mapCsv, tableCsv } from './supply-csv';
import { suggestionNotice, suggestionOf, suitedTo } from './suggestion';
import type { EffectOf } from '../effect/effect';
import { supplyAsStored } from './supply-as-stored';
import { SUPPLY_KIND } from './supply-kind';
import { needOf, offerOf, type NeededWish } from './supply-sides';
import { timesTextOf } from './supply-view';
import { recordOfClaims } from './supply-record';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const DAY_MS = 86_400_000;
const COMMUNITY = 'd-s-c';
const step = (operationId: string, nowMs = NOW_MS) => ({ actorId: 'm_liu', operationId, inputHash: 'h', nowMs });
const LIU = { _id: 'm_liu', partyIds: [], roles: [], communityId: COMMUNITY, areaId: `${COMMUNITY}-g`, point: null } as unknown as Member;

const WORDS = { category: 'repair', title: '换灯', words: '', conditions: '', skills: ['repair'], certificates: [], areaId: COMMUNITY, areaName: '青枫社区', point: null, slots: WEEK_SLOTS_ALL, capacityPerWeek: 3 } as const;
const PARTY = { partyKind: 'member', partyId: 'm_liu', partyName: '刘洋', keeperId: 'm_liu', peopleIds: ['m_liu'], householdIds: ['h_liu'], communityId: COMMUNITY, communityName: '青枫社区' } as const;
const supply = newSupply(PARTY, WORDS, step('op-born'));

const after = (standing: Supply, decided: Result<SupplyOutcome>): Supply => {
  if (!decided.ok || decided.value.kind === 'replay') throw new Error('nothing changed');
  const next = applyChange(standing, decided.value.change);
  expect(isSupplyCoherent(next)).toBe(true);
  return next;
};

const wish = (changes: Partial<NeededWish>): NeededWish => ({
  _id: 'w_1', title: '厨房灯坏了', story: '', shareNote: '', category: 'repair', pictureKey: 'lamp', tradeCertificate: null, urgency: 'normal', windowEndMs: NOW_MS + 20 * DAY_MS, handover: 'home', areaId: COMMUNITY, areaName: '青枫社区',
  areaIds: ['d', 'd-s', COMMUNITY], communityId: COMMUNITY, point: null, sharesLeft: 1, sharesHeld: 0, sharesDelivered: 0, publishedAtMs: NOW_MS - 3 * DAY_MS, recipientIds: ['m_zhao'], householdId: 'h_zhao', activeClaimerIds: [], state: 'open', wallState: 'claimable', errandFor: null, ...changes,
});

describe('an offer', () => {
  test('rests and holds again by one tap; the same tap again changes nothing', () => {
    const paused = after(supply, decidePause(supply, LIU, step('op-pause')));
    expect(decidePause(paused, LIU, step('op-pause'))).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(decidePause(paused, { ...LIU, _id: 'm_other' }, step('op-x'))).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(after(paused, decideConfirm(paused, LIU, step('op-open', NOW_MS + DAY_MS)))).toMatchObject({ state: 'open', confirmedAtMs: NOW_MS + DAY_MS, pausedAtMs: null, note: '' });
  });

  test('is asked after sixty days and rests after fourteen more', () => {
    const due = (standing: Supply, nowMs: number) => [...SUPPLY_KIND.clocksOf(standing, nowMs)].filter(({ change }) => change.event.kind !== 'supplyCounting')[0];
    const ask = due(supply, NOW_MS + 60 * DAY_MS);
    expect(ask?.atMs).toBe(NOW_MS + RULES.supply.confirmMs);
    const asked = applyChange(supply, ask!.change);
    const rest = due(asked, NOW_MS + 74 * DAY_MS);
    expect(rest?.atMs).toBe(NOW_MS + RULES.supply.confirmMs + RULES.supply.answerMs);
    const resting = applyChange(asked, rest!.change);
    expect(resting).toMatchObject({ state: 'paused', askedAtMs: null });
    expect(isSupplyCoherent(resting)).toBe(true);
    expect(due(resting, NOW_MS)?.change.event.kind).toBe('supplyEnded');
  });

  test('follows its unit, and goes with whoever leaves', () => {
    const unit = { state: 'active', memberIds: ['m_liu', 'm_xu'], name: '平安物业', revision: 3 } as const satisfies Pick<Unit, 'state' | 'memberIds' | 'name' | 'revision'>;
    const joined = after(supply, decideUnitNow(supply, unit, NOW_MS));
    expect(joined.peopleIds).toEqual(['m_liu', 'm_xu']);
    expect(decideUnitNow(joined, unit, NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
    expect(after(joined, decideUnitNow(joined, { ...unit, state: 'needsContact' }, NOW_MS))).toMatchObject({ state: 'paused' });
    expect(after(joined, decideUnitNow(joined, { ...unit, state: 'closed' }, NOW_MS))).toMatchObject({ state: 'ended' });
    const gone = after(supply, decidePersonLeft(supply, NOW_MS));
    expect(JSON.stringify([gone.title, gone.words, gone.partyName, gone.peopleIds])).not.toContain('刘');
    expect(decidePersonLeft(gone, NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
  });

  test('counts what was kept and what ran out, of its kind and in its name; what was given back is neither', () => {
    const claim = { category: 'repair', giverKind: 'member', updatedAtMs: NOW_MS - DAY_MS } as const;
    const claims = [{ ...claim, state: 'confirmed' }, { ...claim, state: 'lapsed' }, { ...claim, state: 'returned' }, { ...claim, state: 'confirmed', giverKind: 'merchant' }, { ...claim, state: 'confirmed', category: 'goods' }, { ...claim, state: 'confirmed', updatedAtMs: NOW_MS - 3 * 365 * DAY_MS }] as const;
    const record = recordOfClaims(supply, claims, NOW_MS);
    expect(record).toEqual({ kept: 1, lapsed: 1 });
    const counted = after(supply, decideCounted(supply, record, 'repair', NOW_MS));
    expect(decideCounted(counted, record, 'repair', NOW_MS)).toMatchObject({ value: { kind: 'replay' } });
  });

  test('says its times as people do', () => {
    expect([timesTextOf(WEEK_SLOTS_ALL), timesTextOf((1 << 15) | (1 << 18)), timesTextOf((7 << 6) | 4), timesTextOf(0o1111111), timesTextOf(0o1033333)]).toEqual(['什么时候都行', '周六、周日上午', '周一晚上；周三全天', '每天上午', '周一到周五上午和下午；周日上午']);
  });
});

describe('a suggestion between rounds', () => {
  const NINE_MS = Date.parse('2026-11-27T09:00:00+08:00');
  const SUGGESTION = { readerId: 'm_liu', wishId: 'w_1', title: '厨房灯坏了', pictureKey: 'lamp', why: '会简单修理' } as const;
  const look = (standing: Supply, nowMs: number) => SUPPLY_KIND.clocksOf(standing, nowMs).find(({ change }) => change.event.kind === 'supplySuggesting');

  test('is looked for a week after, by day; what a night held up comes in the morning', () => {
    expect(look(supply, NOW_MS)?.atMs).toBe(NOW_MS + RULES.matching.suggestMs);
    const late = { ...supply, suggestAtMs: Date.parse('2026-11-26T20:00:00+08:00') };
    expect([look(late, NOW_MS)?.atMs, look(late, Date.parse('2026-11-26T23:00:00+08:00'))?.atMs, look(late, NINE_MS)?.atMs]).toEqual([NINE_MS, NINE_MS, NINE_MS]);
    expect(applyChange(supply, look(supply, NINE_MS)!.change)).toMatchObject({ suggestAtMs: NINE_MS + RULES.matching.suggestMs });
  });

  test('none for what rests, what is over, and what staff keep', () => {
    const resting = after(supply, decidePause(supply, LIU, step('op-rest')));
    expect([look(resting, NINE_MS), look(newSupply({ ...PARTY, partyKind: 'organisation' }, WORDS, step('op-og')), NINE_MS)]).toEqual([undefined, undefined]);
    expect(decideSuggested(resting, 'e_run', SUGGESTION, NINE_MS)).toMatchObject({ value: { kind: 'replay' } });
  });

  test('of one look the first that was noted stands; it asks nothing of its reader', () => {
    const noted = after(supply, decideSuggested(supply, 'e_run', SUGGESTION, NINE_MS));
    expect(decideSuggested(noted, 'e_run', { ...SUGGESTION, wishId: 'w_2' }, NINE_MS)).toMatchObject({ value: { kind: 'replay' } });
    const event = Object.values(noted.outbox).find(({ kind }) => kind === 'supplySuggested')!;
    const [effect] = SUPPLY_KIND.effectsOf(noted, event);
    expect(effect).toMatchObject({ kind: 'tellSuggestion', ...SUGGESTION });
    expect(suggestionNotice(effect as EffectOf<'tellSuggestion'>)).toMatchObject({ memberId: 'm_liu', body: '“厨房灯坏了”：会简单修理。方便就去看看，不方便不用管它。', todo: null });
  });

  test('is the best that its reader does not know, neither their own nor in their hands, and fits indeed', () => {
    const reader = { _id: 'm_liu', partyIds: [], householdId: 'h_liu', paperHomes: {} } as unknown as Member;
    const wishes = [
      wish({ _id: 'w_best', publishedAtMs: NOW_MS - 20 * DAY_MS }), wish({}), wish({ _id: 'w_own', householdId: 'h_liu' }), wish({ _id: 'w_held', activeClaimerIds: ['m_liu'] }),
      wish({ _id: 'w_taken', wallState: 'taken' }), wish({ _id: 'w_far', category: 'study', title: '教老人用手机' }), wish({ _id: 'w_skill', category: 'skill', title: '教老人用手机' }),
    ];
    const suited = suitedTo(supply, 0, wishes, [], reader, NOW_MS);
    expect(suited.map(({ item }) => item._id)).toEqual(['w_best', 'w_1']);
    expect(suggestionOf(suited, new Set(['w_best']), 'm_liu')).toMatchObject({ wishId: 'w_1', readerId: 'm_liu', title: '厨房灯坏了' });
    expect(suggestionOf(suited, new Set(['w_best', 'w_1']), 'm_liu')).toBeNull();
    expect(suitedTo(supply, WORDS.capacityPerWeek, wishes, [], reader, NOW_MS)).toEqual([]);
  });
});

describe('an offer stored before certificates were looked at', () => {
  const { seen: _seen, certificatesAskedAtMs: _asked, suggestAtMs: _at, suggestedRunId: _run, ...old } = newSupply({ ...PARTY, partyKind: 'merchant' }, { ...WORDS, certificates: ['gas'] }, step('op-old'));

  test('is read with what it lacks, and staff are asked by its clock', () => {
    const read = supplyAsStored(old);
    expect(read).toMatchObject({ seen: {}, certificatesAskedAtMs: null, suggestAtMs: read.createdAtMs + RULES.matching.suggestMs, suggestedRunId: null });
    expect(offerOf(read, 0).certificates).toEqual([]);
    const unasked = SUPPLY_KIND.clocksOf(read, NOW_MS).find(({ change }) => change.event.kind === 'certificatesUnasked');
    const asked = applyChange(read, unasked!.change);
    expect(isSupplyCoherent(asked)).toBe(true);
    expect(SUPPLY_KIND.effectsOf(asked, unasked!.change.event)).toMatchObject([{ kind: 'openTask', taskKind: 'supplyCertificate' }]);
    expect(SUPPLY_KIND.clocksOf(asked, NOW_MS).map(({ change }) => change.event.kind)).not.toContain('certificatesUnasked');
  });

  test('what is there stays as it is', () => {
    expect(supplyAsStored(supply)).toEqual(supply);
  });
});

describe('map, table and gaps', () => {
  test('a table adds up', () => {
    const goods = { ...supply, _id: 'sp_2', category: 'goods' as const, partyId: 'm_xu', capacityPerWeek: 1 };
    const table = supplyTableOf(COMMUNITY, [supply, goods], [wish({ sharesLeft: 5 }), wish({ _id: 'w_2', sharesLeft: 0, sharesHeld: 1, wallState: 'taken', activeClaimerIds: ['m_liu'] })], NOW_MS);
    expect(table.rows.find(({ category }) => category === 'repair')).toMatchObject({ supplies: 1, capacityPerWeek: 3, capacityLeft: 2, openWishes: 1, openShares: 5, matchedShares: 1, shortShares: 3 });
    expect(table.areas).toMatchObject([{ areaId: COMMUNITY, isWholeCommunity: true, supplies: { repair: 1, goods: 1 }, capacityLeft: { repair: 2, goods: 1 }, openShares: { repair: 5, goods: 0 } }]);
    expect(table.totals).toMatchObject({ supplies: 2, capacityPerWeek: 4, openShares: 5, byParty: { member: 2, merchant: 0, unit: 0, organisation: 0 } });
  });

  test('a 小区 sets helps of this week against shares, and what is idle in one covers nothing in another', () => {
    const [north, south] = [`${COMMUNITY}-g1`, `${COMMUNITY}-g2`];
    const asked = (areaId: string, sharesLeft: number) => wish({ _id: `w_${areaId}`, areaId, areaName: areaId, sharesLeft });
    const offered = (areaId: string, capacityPerWeek: number) => ({ ...supply, _id: `sp_${areaId}`, partyId: `m_${areaId}`, areaId, areaName: areaId, capacityPerWeek });
    const table = supplyTableOf(COMMUNITY, [offered(north, 9), offered(south, 1), supply], [asked(north, 2), asked(south, 7)], NOW_MS);
    const areas = table.areas.map(({ areaId, supplies, capacityLeft, openShares }) => [areaId, supplies.repair, capacityLeft.repair, openShares.repair]);
    expect(areas).toEqual([[COMMUNITY, 1, 3, 0], [north, 1, 9, 2], [south, 1, 1, 7]]);
    // South lacks six of its own, three come from those who go everywhere; north's seven idle helps go nowhere else.
    expect(table.rows.find(({ category }) => category === 'repair')).toMatchObject({ openShares: 9, capacityLeft: 13, shortShares: 3 });
    // What has no 小区 is left to those who go everywhere.
    expect(supplyTableOf(COMMUNITY, [offered(north, 9)], [asked(COMMUNITY, 2)], NOW_MS).totals.shortShares).toBe(2);
  });

  test('nobody offers, nobody asks: zeros, no places, no gaps', () => {
    expect(supplyTableOf(COMMUNITY, [], [], NOW_MS).totals).toMatchObject({ supplies: 0, openShares: 0, shortShares: 0 });
    expect(supplyMapOf(COMMUNITY, [], [], [], LIU)).toMatchObject({ places: [], total: 0 });
    expect(supplyMapOf(COMMUNITY, [{ _id: `${COMMUNITY}-g`, name: '青枫家园', point: null }], [], [], LIU).places).toMatchObject([{ name: '青枫家园', isHome: true, supplies: [], eastMinutes: null }]);
    expect(gapWishesOf([supply], [], [], NOW_MS)).toEqual([]);
  });

  test('those with the fewest offers come first, and of them those that waited longest', () => {
    const gaps = gapWishesOf([supply], [wish({}), wish({ _id: 'w_old', category: 'study', publishedAtMs: NOW_MS - 9 * DAY_MS }), wish({ _id: 'w_new', category: 'study' })], [], NOW_MS);
    expect(gaps.map(({ wishId, suitable }) => [wishId, suitable])).toEqual([['w_old', 0], ['w_new', 0], ['w_1', 1]]);
  });

  test('homes that ask, by how often they were helped within a year', () => {
    const taken = wish({ _id: 'w_taken', wallState: 'taken', sharesLeft: 0, sharesHeld: 1 });
    const other = wish({ _id: 'w_other', householdId: 'h_other' });
    expect(servedHomesOf([wish({}), other], [])).toEqual({ asking: 2, never: 2, once: 0 });
    expect(servedHomesOf([wish({}), other, taken], [])).toEqual({ asking: 2, never: 1, once: 1 });
    expect(servedHomesOf([wish({}), other, taken], [{ householdId: 'h_zhao' }, { householdId: 'h_gone' }])).toEqual({ asking: 2, never: 1, once: 0 });
  });

  test('people with no visit, and with none for ninety days', () => {
    const served = (caseId: string, days: readonly number[]): ServedCase => ({ _id: caseId, maskedName: '张*', areaName: '青枫家园', nextVisitAtMs: null, visits: Object.fromEntries(days.map((ago) => [`v${ago}`, { byName: '周敏', atMs: NOW_MS - ago * DAY_MS, noteSealed: '' }])) });
    expect(gapPeopleOf([served('c_seen', [120, 10]), served('c_long', [120]), served('c_never', [])], NOW_MS).map(({ caseId, service }) => [caseId, service])).toEqual([['c_never', 'none'], ['c_long', 'little']]);
  });

  test('a wish as matching sees it: a child, a forbidden thing, skills by its words', () => {
    expect(needOf(wish({ title: '教孩子写作业', category: 'study' }), NOW_MS, null)).toMatchObject({ isForMinor: true, isInPublic: false });
    expect(needOf(wish({ title: '想要一盒降压药', category: 'goods' }), NOW_MS, null)).toMatchObject({ isForbidden: true, skills: [] });
    expect(needOf(wish({ title: '教我用手机' }), NOW_MS, 2)).toMatchObject({ skills: ['phoneTeaching'], waitingDays: 3, helpedTimes: 2 });
    expect(offerOf(supply, 9).capacityLeft).toBe(0);
  });
});

describe('as a file', () => {
  test('a word that a spreadsheet would run is only a word', () => {
    const { text, rows } = mapCsv([{ ...supply, title: '=HYPERLINK("http://x")', words: '@SUM(A1)', conditions: '-1', partyName: '+86', certificates: ['gas', 'lift'], seen: { gas: { seenAtMs: NOW_MS, untilMs: NOW_MS + DAY_MS, byId: 'm_he' } } }]);
    expect(rows).toBe(1);
    for (const cell of [`"'=HYPERLINK(""http://x"")"`, `'@SUM(A1)`, `'-1`, `'+86`, ',燃气,电梯,什么时候都行,']) expect(text).toContain(cell);
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  test('the table ends with its totals', () => {
    const { text, rows } = tableCsv(supplyTableOf(COMMUNITY, [supply], [wish({ sharesLeft: 5 })], NOW_MS));
    expect(rows).toBe(10);
    expect(text.trim().split('\r\n').slice(7)).toEqual(['合计,1,1,0,0,0,3,3,1,5,0,2', '', '小区,类别,资源,这周还能办（次）,在等的份数（一份算一次）', '青枫社区（全社区）,维修,1,3,5']);
  });
});

describe('a trade certificate', () => {
  const HE = { _id: 'm_he', partyIds: [], householdId: 'h_he', paperHomes: {}, roles: [{ role: 'staff', areaId: COMMUNITY, areaName: '青枫社区', merchantName: null }] } as unknown as Member;
  const shop = newSupply({ ...PARTY, partyKind: 'merchant', partyId: 'm_wu', keeperId: 'm_wu', peopleIds: ['m_wu'], householdIds: ['h_wu'] }, { ...WORDS, certificates: ['gas', 'lift'] }, step('op-shop'));
  const seen = (certificate: 'gas' | 'lift', untilMs = NOW_MS + 400 * DAY_MS) => ({ certificate, finding: { kind: 'seen', untilMs } }) as const;

  test('is not relied on before staff saw it, and not after it ended', () => {
    expect(offerOf(shop, 0).certificates).toEqual([]);
    const once = after(shop, decideCheckCertificate(shop, seen('gas'), HE, step('op-gas')));
    expect(offerOf(once, 0).certificates).toEqual(['gas']);
    expect(once.certificatesAskedAtMs).toBe(NOW_MS);
    const both = after(once, decideCheckCertificate(once, seen('lift', NOW_MS + DAY_MS), HE, step('op-lift')));
    expect(both.certificatesAskedAtMs).toBeNull();
    const over = SUPPLY_KIND.clocksOf(both, NOW_MS + DAY_MS).find(({ change }) => change.event.kind === 'certificateOver');
    expect(over?.atMs).toBe(NOW_MS + DAY_MS);
    const ended = applyChange(both, over!.change);
    expect(isSupplyCoherent(ended)).toBe(true);
    expect(offerOf(ended, 0).certificates).toEqual(['gas']);
    expect(ended.certificatesAskedAtMs).not.toBeNull();
  });

  test('is looked at by staff without a part in it, once, for a time that makes sense', () => {
    const codeOf = (decided: Result<SupplyOutcome>): string => (decided.ok ? decided.value.kind : decided.refusal.code);
    expect(codeOf(decideCheckCertificate(shop, seen('gas'), { ...HE, roles: [] }, step('op-1')))).toBe('NOT_FOUND');
    expect(codeOf(decideCheckCertificate(shop, seen('gas'), { ...HE, _id: 'm_wu' }, step('op-1')))).toBe('SUPPLY_OWN');
    expect(codeOf(decideCheckCertificate(shop, seen('gas'), { ...HE, householdId: 'h_wu' }, step('op-1')))).toBe('SUPPLY_OWN');
    expect(codeOf(decideCheckCertificate(shop, seen('gas', NOW_MS), HE, step('op-1')))).toBe('BAD_INPUT');
    expect(codeOf(decideCheckCertificate(shop, seen('gas', NOW_MS + 9 * 366 * DAY_MS), HE, step('op-1')))).toBe('BAD_INPUT');
    expect(codeOf(decideCheckCertificate(supply, seen('gas'), HE, step('op-1')))).toBe('SUPPLY_CHANGED');
    const once = after(shop, decideCheckCertificate(shop, seen('gas'), HE, step('op-1')));
    expect(codeOf(decideCheckCertificate(once, seen('gas'), HE, step('op-1')))).toBe('replay');
    expect(codeOf(decideCheckCertificate(once, seen('gas'), HE, step('op-2')))).toBe('SUPPLY_CHANGED');
  });

  test('is struck off, and what is no longer named is no longer seen', () => {
    const struck = after(shop, decideCheckCertificate(shop, { certificate: 'lift', finding: { kind: 'struck', note: '过期了' } }, HE, step('op-struck')));
    expect(struck.certificates).toEqual(['gas']);
    const once = after(struck, decideCheckCertificate(struck, seen('gas'), HE, step('op-gas')));
    const WU = { ...LIU, _id: 'm_wu' } as Member;
    const without = after(once, decideSave(once, { ...WORDS, certificates: [] }, WU, step('op-without')));
    expect(without).toMatchObject({ seen: {}, certificatesAskedAtMs: null });
    expect(after(without, decideSave(without, { ...WORDS, certificates: ['gas'] }, WU, step('op-again', NOW_MS + DAY_MS)))).toMatchObject({ seen: {}, certificatesAskedAtMs: NOW_MS + DAY_MS });
  });
});
