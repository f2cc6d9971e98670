import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { callBackWindowOf, decideLeaveNumber, decideRecordCall, isDrawn } from './call-back';
import type { Rating, RatingEvent } from './rating';
import { appealUntilMsOf, decideAppeal, decideEndAppeal } from './rating-appeal';
import { RATING_KIND, ratingEffectsOf } from './rating-kind';

/** A working Tuesday, 10:00 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 24, 2);
const AREA = 'd01-s01-c01';

const person = (id: string, isStaff = false): Member => ({ _id: id, partyIds: [], roles: isStaff ? [{ role: 'staff', areaId: AREA }] : [] }) as unknown as Member;
const [rater, caller, other, giver] = [person('m_rater'), person('m_caller', true), person('m_other', true), person('m_giver', true)];

const window = callBackWindowOf('rating_1', true, 'key', NOW_MS, 1);
const rating = {
  _id: 'rating_1', revision: 1, outbox: {}, pendingEvents: 0, wakeAtMs: 0, about: { wishId: 'w', claimId: 'c', shiftId: null }, title: '厨房灯', pictureKey: 'lamp', satisfaction: 'satisfied', words: '灯亮了', chips: [],
  raterId: 'm_rater', recordedBy: 'm_rater', giverIds: ['m_giver'], rated: { partyId: 'm_giver', kind: 'merchant' }, category: 'repair', communityId: AREA, areaIds: ['d01', 'd01-s01', AREA], media: {}, reasons: ['specificWords'], isCareful: true, pairs: '',
  points: { transferId: 't_1', amount: 1, dueAtMs: window.pointDueAtMs }, pointState: 'given', takenBack: null, callBack: window.callBack, appeal: null, createdAtMs: NOW_MS, steps: {},
} as unknown as Rating;

let steps = 0;
const step = (actor: Member, nowMs = NOW_MS + DAY_MS): Step => ({ actorId: actor._id, operationId: `operation-${(steps += 1)}`, inputHash: 'hash', nowMs });
const carry = (standing: Rating, decided: Result<OutcomeOf<RatingEvent>>): Rating => carriedOut<RatingEvent, Rating>(standing, decided);
const effectKinds = (standing: Rating): readonly string[] => {
  const event = Object.values(standing.outbox).at(-1);
  return event === undefined ? [] : ratingEffectsOf(standing, event).map((effect) => effect.kind);
};

describe('a call-back', () => {
  it('is drawn for about one paid rating in twenty, by a key', () => {
    const ids = Array.from({ length: 4000 }, (_, index) => `rating_${index}`);
    const drawn = ids.filter((id) => isDrawn(id, 'key'));
    expect(drawn.length / ids.length).toBeGreaterThan(0.04);
    expect(drawn.length / ids.length).toBeLessThan(0.06);
    expect(ids.filter((id) => isDrawn(id, 'other'))).not.toEqual(drawn);
    expect(callBackWindowOf('rating_1', false, 'key', NOW_MS, 1).callBack).toBeNull();
  });

  it('leaves time before the point comes, also over the long holiday', () => {
    for (const nowMs of [NOW_MS, Date.UTC(2026, 8, 30, 9), Date.UTC(2026, 11, 31, 9)]) {
      const { callBack, pointDueAtMs } = callBackWindowOf('rating_1', true, 'key', nowMs, 1);
      expect(callBack?.endsAtMs).toBe(pointDueAtMs - RULES.callBack.beforePointMs);
      expect((callBack?.endsAtMs ?? 0) - (callBack?.dueAtMs ?? 0)).toBeGreaterThanOrEqual(RULES.callBack.secondTryMs);
      expect(pointDueAtMs).toBeGreaterThanOrEqual(nowMs + RULES.points.pendingMs);
    }
  });

  it('that finds it as said leaves the point; otherwise takes it back with a reason, which may be appealed', () => {
    const asSaid = carry(rating, decideRecordCall(rating, 'asSaid', '', caller, step(caller)));
    expect(asSaid).toMatchObject({ pointState: 'given', callBack: { outcome: 'asSaid', phoneSealed: null } });
    expect(effectKinds(asSaid)).toEqual(['closeTask', 'finishNotice']);
    expect(refusalOf(decideRecordCall(asSaid, 'notAsSaid', '没这回事', caller, step(caller)))).toBe('CALL_BACK_OVER');
    expect(refusalOf(decideRecordCall(rating, 'notAsSaid', '', caller, step(caller)))).toBe('BAD_INPUT');
    const notAsSaid = carry(rating, decideRecordCall(rating, 'notAsSaid', '说没评过', caller, step(caller)));
    expect(notAsSaid).toMatchObject({ pointState: 'takenBack', callBack: { note: '说没评过' } });
    expect(effectKinds(notAsSaid)).toEqual(['closeTask', 'finishNotice', 'tallyRating', 'voidPoints', 'notice']);
    expect(appealUntilMsOf(notAsSaid)).toBe(NOW_MS + DAY_MS + RULES.rating.appealMs);
  });

  it('that reaches nobody twice leaves the point, and so does one that nobody made', () => {
    const once = carry(rating, decideRecordCall(rating, 'notReached', '', caller, step(caller)));
    expect(once).toMatchObject({ pointState: 'given', callBack: { outcome: null, triesMade: 1 } });
    const twice = carry(once, decideRecordCall(once, 'notReached', '', other, step(other)));
    expect(twice).toMatchObject({ pointState: 'given', callBack: { outcome: 'notReached' } });
    const [clock] = RATING_KIND.clocksOf(rating, NOW_MS + 30 * DAY_MS);
    expect(clock?.atMs).toBe(window.callBack?.endsAtMs);
    if (clock !== undefined) expect(applyChange<RatingEvent, Rating>(rating, clock.change)).toMatchObject({ pointState: 'given', callBack: { outcome: 'lapsed' } });
  });

  it('is made by staff of the area who have no part in it; two at once are one', () => {
    expect(refusalOf(decideRecordCall(rating, 'asSaid', '', person('m_x'), step(caller)))).toBe('OUT_OF_AREA');
    expect(refusalOf(decideRecordCall(rating, 'asSaid', '', giver, step(giver)))).toBe('NOT_ALLOWED');
    const [a, b] = [unwrap(decideRecordCall(rating, 'asSaid', '', caller, step(caller))), unwrap(decideRecordCall(rating, 'notAsSaid', '不是', other, step(other)))];
    if (a.kind !== 'change' || b.kind !== 'change') throw new Error('both change');
    expect(mayChange(applyChange<RatingEvent, Rating>(rating, a.change), b.change)).toBe(false);
  });

  it('takes a number of the rater alone, a few times, and only while it waits', () => {
    expect(refusalOf(decideLeaveNumber(rating, 'sealed', other, step(other)))).toBe('NOT_FOUND');
    let standing = rating;
    for (let times = 0; times < RULES.callBack.numbersMax; times += 1) standing = carry(standing, decideLeaveNumber(standing, `sealed${times}`, rater, step(rater)));
    expect(standing.callBack?.phoneSealed).toBe('sealed2');
    expect(refusalOf(decideLeaveNumber(standing, 'sealed', rater, step(rater)))).toBe('CONTACT_CHANGED_OFTEN');
  });
});

describe('an appeal', () => {
  const refused = { ...rating, isCareful: false, points: null, pointState: 'none', callBack: null, reasons: ['noReason'] } as Rating;

  it('is for who got no point, once, within thirty days', () => {
    expect(refusalOf(decideAppeal(rating, '为什么', rater, step(rater)))).toBe('APPEAL_NOT_NOW');
    expect(refusalOf(decideAppeal(refused, '为什么', other, step(other)))).toBe('NOT_FOUND');
    expect(refusalOf(decideAppeal(refused, '为什么', rater, step(rater, NOW_MS + RULES.rating.appealMs)))).toBe('APPEAL_NOT_NOW');
    const appealed = carry(refused, decideAppeal(refused, '我打字慢', rater, step(rater)));
    expect(effectKinds(appealed)).toEqual(['openTask']);
    expect(refusalOf(decideAppeal(appealed, '再说一次', rater, step(rater)))).toBe('APPEAL_ALREADY');
  });

  it('is decided by somebody else with a reason: granted it earns under a cause of its own', () => {
    const appealed = carry(refused, decideAppeal(refused, '我打字慢', rater, step(rater)));
    expect(refusalOf(decideEndAppeal(appealed, true, '好', giver, step(giver)))).toBe('NOT_ALLOWED');
    const granted = carry(appealed, decideEndAppeal(appealed, true, '听您讲了，是认真的', other, step(other)));
    expect(granted).toMatchObject({ pointState: 'granted', appeal: { state: 'granted' } });
    const earning = ratingEffectsOf(granted, Object.values(granted.outbox).at(-1) as RatingEvent).find((effect) => effect.kind === 'earnPoints');
    expect(earning).toMatchObject({ memberId: 'm_rater', earningKind: 'carefulRating', quantity: 1, dueAtMs: NOW_MS + RULES.points.pendingMs });
    expect(earning?.kind === 'earnPoints' && earning.transferId).not.toBe('t_1');
    const refusedAgain = carry(appealed, decideEndAppeal(appealed, false, '没写为什么', other, step(other)));
    expect(effectKinds(refusedAgain)).toEqual(['closeTask', 'closeTask', 'notice']);
    expect(appealUntilMsOf(refusedAgain)).toBeNull();
  });

  it('is not for the one who made the call; the street is told when nobody answers', () => {
    const takenBack = carry(rating, decideRecordCall(rating, 'notAsSaid', '说没评过', caller, step(caller)));
    const appealed = carry(takenBack, decideAppeal(takenBack, '当时没听清', rater, step(rater)));
    expect(refusalOf(decideEndAppeal(appealed, false, '就是没有', caller, step(caller)))).toBe('NOT_ALLOWED');
    const [clock] = RATING_KIND.clocksOf(appealed, NOW_MS + 20 * DAY_MS);
    expect(clock?.atMs).toBe(appealed.appeal?.dueAtMs);
    if (clock === undefined) return;
    const late = applyChange<RatingEvent, Rating>(appealed, clock.change);
    expect(ratingEffectsOf(late, clock.change.event)).toMatchObject([{ kind: 'openTask', areaIds: ['d01', 'd01-s01'] }]);
    expect(RATING_KIND.clocksOf(late, NOW_MS + 20 * DAY_MS)).toEqual([]);
    expect((appealed.appeal?.dueAtMs ?? 0) - NOW_MS).toBeGreaterThan(HOUR_MS);
  });
});
