import fc from 'fast-check';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import { dueChanges } from '../aggregate/aggregate-kind';
import type { Step } from '../aggregate/step';
import type { EffectOf } from '../effect/effect';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { decideAnswer, decideEvidenceCheck, decideObjection, decideObjectionAnswer } from './answer-order';
import { decideClose } from './end-rectification';
import { isRectificationCoherent, newRectification, type Rectification } from './rectification';
import { rectificationClocks } from './rectification-clocks';
import { rectificationEffectsOf } from './rectification-effects';
import type { RectificationEvent } from './rectification-event';
import { recheckView, rectificationReaderOf, rectificationView } from './rectification-view';
import { decideJudgement, decideRatedSince, decideRecheckAnswer, decideReview, verdictOf } from './review-answer';

/** A working Tuesday, 10:00 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 24, 2);
const AREA = 'd01-s01-c01';

const person = (id: string, areaId: string | null = null): Member => ({ _id: id, partyIds: [], dutyPhone: '0571', roles: areaId === null ? [] : [{ role: 'staff', areaId }] }) as unknown as Member;
const [shop, staff, street, stranger] = [person('m_shop'), person('m_staff', AREA), person('m_street', 'd01-s01'), person('m_stranger')];
const raters = Array.from({ length: 6 }, (_unused, index) => person(`m_rater${index}`));
const [first] = raters;
if (first === undefined) throw new Error('nobody rated');

const order: EffectOf<'openRectification'> = {
  kind: 'openRectification', rectificationId: 'rc_1', sumId: 'rs_1', party: { partyId: 'm_shop', kind: 'merchant', text: '吴记粮油' },
  poor: { people: 6, unsatisfied: 4, fromMs: 0, raterIds: raters.map(({ _id }) => _id) }, communityId: AREA, areaIds: ['d01', 'd01-s01', AREA], atMs: NOW_MS,
};
const fresh = newRectification(order, { memberId: 'm_zhou', displayName: '周敏' });

let steps = 0;
const step = (actor: Member, nowMs = NOW_MS + HOUR_MS): Step => ({ actorId: actor._id, operationId: `operation-${(steps += 1)}`, inputHash: 'hash', nowMs });
const carry = (standing: Rectification, decided: Result<OutcomeOf<RectificationEvent>>): Rectification => {
  const next = carriedOut<RectificationEvent, Rectification>(standing, decided);
  expect(isRectificationCoherent(next)).toBe(true);
  return next;
};
const strike = (standing: Rectification, nowMs: number): Rectification => {
  const [change] = dueChanges(rectificationClocks(standing, nowMs), nowMs);
  if (change === undefined) return standing;
  expect(mayChange(standing, change)).toBe(true);
  return applyChange<RectificationEvent, Rectification>(standing, change);
};
const lastEffects = (standing: Rectification): readonly string[] => {
  const event = Object.values(standing.outbox).at(-1);
  return event === undefined ? [] : rectificationEffectsOf(standing, event).map((effect) => effect.kind);
};

const answered = carry(fresh, decideAnswer(fresh, '换了送货的人，约好时间再上门', ['f1'], shop, step(shop)));
const asking = carry(answered, decideReview(answered, { kind: 'recheck' }, staff, step(staff)));
const say = (standing: Rectification, ...answers: readonly ('better' | 'notBetter' | 'unsure')[]): Rectification => answers.reduce((next, answer, index) => carry(next, decideRecheckAnswer(next, answer, raters[index] ?? first, step(raters[index] ?? first))), standing);

describe('an order to put something right', () => {
  it('names who goes along, gives two working weeks, and tells the rated side that nothing stops', () => {
    expect(fresh).toMatchObject({ ownerName: '周敏', state: 'ordered', dueAtMs: Date.UTC(2026, 11, 8, 16) - 1 });
    const effects = rectificationEffectsOf(fresh, Object.values(fresh.outbox)[0] as RectificationEvent);
    expect(effects.map(({ kind }) => kind)).toEqual(['notice', 'openTask']);
    expect(JSON.stringify(effects)).toMatch('照常认领');
    expect(JSON.stringify(effects)).not.toMatch('rater');
  });

  it('is answered by the rated side only, checked, looked at by staff who are no side of it', () => {
    expect(refusalOf(decideAnswer(fresh, '我来说', [], stranger, step(stranger)))).toBe('NOT_FOUND');
    expect(refusalOf(decideAnswer(answered, '再说一次', [], shop, step(shop)))).toBe('RECTIFICATION_CHANGED');
    expect(lastEffects(answered)).toEqual(['finishNotice', 'finishNotice', 'closeTask', 'openTask', 'checkMedia']);
    const photoId = Object.keys(answered.photos)[0] ?? '';
    const refused = carry(answered, decideEvidenceCheck(answered, photoId, 'refused', NOW_MS));
    expect(refused.photos[photoId]?.state).toBe('refused');
    expect(unwrap(decideEvidenceCheck(refused, photoId, 'shown', NOW_MS))).toEqual({ kind: 'replay' });
    expect(refusalOf(decideReview(answered, { kind: 'recheck' }, person('m_far', 'd01-s01-c02'), step(staff)))).toBe('OUT_OF_AREA');
    const ownShop = { ...staff, partyIds: ['m_shop'] } as Member;
    expect(refusalOf(decideReview(answered, { kind: 'recheck' }, ownShop, step(ownShop)))).toBe('NOT_ALLOWED');
    const rater = { ...staff, _id: 'm_rater0' } as Member;
    expect(refusalOf(decideReview(answered, { kind: 'recheck' }, rater, step(rater)))).toBe('NOT_ALLOWED');
  });

  it('is asked for more once', () => {
    const more = carry(answered, decideReview(answered, { kind: 'more', note: '请写写哪天开始' }, staff, step(staff)));
    expect(more).toMatchObject({ state: 'ordered', moreNote: '请写写哪天开始' });
    const again = carry(more, decideAnswer(more, '从周一开始', [], shop, step(shop)));
    expect(again.answers).toHaveLength(2);
    expect(refusalOf(decideReview(again, { kind: 'more', note: '还要' }, staff, step(staff)))).toBe('RECTIFICATION_ASKED_TWICE');
  });

  it('stands still while an objection waits; upheld it ends, else there is time again; late, the street looks', () => {
    const objected = carry(fresh, decideObjection(fresh, '那几天停电，东西都送晚了', shop, step(shop)));
    expect(refusalOf(decideObjection(objected, '再说', shop, step(shop)))).toBe('OBJECTION_ALREADY');
    expect(refusalOf(decideAnswer(objected, '改了', [], shop, step(shop)))).toBe('RECTIFICATION_OBJECTED');
    const late = strike(objected, NOW_MS + 60 * DAY_MS);
    expect(late).toMatchObject({ state: 'ordered', objection: { isLate: true } });
    expect(rectificationClocks(late, NOW_MS + 60 * DAY_MS)).toEqual([]);
    const dismissed = carry(late, decideObjectionAnswer(late, false, '别家没停', street, step(street, NOW_MS + 60 * DAY_MS)));
    expect(dismissed.dueAtMs).toBeGreaterThan(NOW_MS + 60 * DAY_MS);
    const upheld = carry(objected, decideObjectionAnswer(objected, true, '确实停电', staff, step(staff)));
    expect(upheld).toMatchObject({ state: 'closed', end: { outcome: 'overturned' } });
    expect(lastEffects(upheld)).toContain('rectified');
  });
});

describe('the re-check', () => {
  it('asks each who rated once; more who say better close it', () => {
    expect(lastEffects(asking).filter((kind) => kind === 'notice')).toHaveLength(1 + raters.length);
    expect(refusalOf(decideRecheckAnswer(asking, 'better', stranger, step(stranger)))).toBe('NOT_FOUND');
    const said = say(asking, 'better', 'better', 'notBetter', 'unsure');
    expect(refusalOf(decideRecheckAnswer(said, 'notBetter', first, step(first)))).toBe('RECHECK_ALREADY');
    const over = strike(said, NOW_MS + 20 * DAY_MS);
    expect(over).toMatchObject({ state: 'closed', end: { outcome: 'recovered' } });
    expect(lastEffects(over).filter((kind) => kind === 'finishNotice')).toHaveLength(2 + raters.length);
    expect(refusalOf(decideRecheckAnswer(over, 'better', raters[5] ?? first, step(first)))).toBe('RECTIFICATION_CHANGED');
  });

  it('goes to the street when they say it is no better, and to staff when too few say anything', () => {
    const worse = strike(say(asking, 'notBetter', 'notBetter', 'better'), NOW_MS + 20 * DAY_MS);
    expect(worse).toMatchObject({ state: 'escalated', escalation: { cause: 'notBetter' } });
    expect(refusalOf(decideClose(worse, 'talked', '谈过了', staff, step(staff)))).toBe('OUT_OF_AREA');
    expect(carry(worse, decideClose(worse, 'talked', '谈过了', street, step(street)))).toMatchObject({ state: 'closed', end: { outcome: 'talked' } });
    const silent = strike(say(asking, 'better', 'better'), NOW_MS + 8 * DAY_MS);
    expect(silent.state).toBe('judging');
    expect(carry(silent, decideJudgement(silent, true, '去看过，好了', staff, step(staff)))).toMatchObject({ state: 'closed' });
    expect(carry(silent, decideJudgement(silent, false, '去看过，没好', staff, step(staff)))).toMatchObject({ state: 'escalated', escalation: { note: '去看过，没好' } });
    expect(strike(silent, NOW_MS + 30 * DAY_MS)).toMatchObject({ escalation: { cause: 'notJudged' } });
  });

  it('hears later ratings as well, the newest telling only', () => {
    const since = (people: number, unsatisfied: number, revision: number) => ({ people, unsatisfied, revision });
    const told = carry(asking, decideRatedSince(asking, since(6, 1, 9), NOW_MS));
    expect(unwrap(decideRatedSince(told, since(5, 5, 8), NOW_MS))).toEqual({ kind: 'replay' });
    expect(verdictOf(told)).toBe('recovered');
    expect(verdictOf({ ...told, since: since(6, 3, 9) })).toBe('undecided');
  });

  it('tells nobody what somebody said: counts only after the end, from five answers on', () => {
    const viewOf = (standing: Rectification) => rectificationView(standing, { member: shop, reader: 'party', links: new Map() });
    expect(viewOf(say(asking, 'better', 'better')).rechecked).toBeNull();
    const over = strike(say(asking, 'better', 'better', 'better', 'better', 'notBetter'), NOW_MS + 20 * DAY_MS);
    expect(viewOf(over).rechecked).toEqual({ answered: 5, better: 4 });
    expect(JSON.stringify(viewOf(over))).not.toMatch(/rater/);
    expect(rectificationReaderOf(asking, first)).toBeNull();
    expect(recheckView(answered, { member: first, links: new Map() }, NOW_MS)).toBeNull();
    expect(recheckView(asking, { member: first, links: new Map() }, NOW_MS)).toMatchObject({ name: '吴记粮油', answer: null, isOver: false });
  });
});

describe('its clocks', () => {
  it('give an overdue order, and one that nobody looked at, to the street', () => {
    expect(strike(fresh, NOW_MS + 30 * DAY_MS)).toMatchObject({ state: 'escalated', escalation: { cause: 'overdue' } });
    expect(strike(answered, NOW_MS + 30 * DAY_MS)).toMatchObject({ state: 'escalated', escalation: { cause: 'notLooked' } });
  });

  it('always come to an end or to somebody, whatever people do and whenever', () => {
    const acts = [
      (each: Rectification, nowMs: number) => decideAnswer(each, '改了', [], shop, step(shop, nowMs)),
      (each: Rectification, nowMs: number) => decideObjection(each, '有缘故', shop, step(shop, nowMs)),
      (each: Rectification, nowMs: number) => decideObjectionAnswer(each, false, '看过了', staff, step(staff, nowMs)),
      (each: Rectification, nowMs: number) => decideReview(each, { kind: 'more', note: '再写' }, staff, step(staff, nowMs)),
      (each: Rectification, nowMs: number) => decideReview(each, { kind: 'recheck' }, staff, step(staff, nowMs)),
      (each: Rectification, nowMs: number) => decideRecheckAnswer(each, 'better', first, step(first, nowMs)),
      (each: Rectification, nowMs: number) => decideJudgement(each, false, '没好', staff, step(staff, nowMs)),
    ] as const;
    fc.assert(fc.property(fc.array(fc.record({ act: fc.nat({ max: acts.length - 1 }), days: fc.nat({ max: 20 }) }), { maxLength: 20 }), (story) => {
      let [standing, nowMs] = [fresh, NOW_MS];
      for (const { act, days } of story) {
        nowMs += days * DAY_MS;
        for (let turn = 0; turn < 5; turn += 1) standing = strike(standing, nowMs);
        const result = acts[act]?.(standing, nowMs);
        if (result?.ok === true && result.value.kind === 'change') standing = carry(standing, result);
        expect(isRectificationCoherent(standing)).toBe(true);
        const isWithSomebody = !standing.isOpen || standing.state === 'escalated' || standing.objection?.isLate === true;
        expect(isWithSomebody || rectificationClocks(standing, nowMs).length > 0).toBe(true);
      }
    }));
  });
});
