import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { applyChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { callBackWindowOf } from './call-back';
import { decideMediaByStaff, decideMediaCheck, decideSenderGone } from './judge-media';
import type { Rating, RatingEvent } from './rating';
import { appealUntilMsOf, decideAppeal } from './rating-appeal';
import { RATING_KIND, ratingEffectsOf } from './rating-kind';
import { newMedia } from './rating-media';

const NOW_MS = Date.UTC(2026, 10, 24, 2);
const AREA = 'd01-s01-c01';
const [PHOTO, VOICE] = ['cloud://e.b/uploads/m_rater/1.jpg', 'cloud://e.b/uploads/m_rater/2.mp3'];
const person = (id: string, isStaff = false): Member => ({ _id: id, partyIds: [], roles: isStaff ? [{ role: 'staff', areaId: AREA }] : [] }) as unknown as Member;
const [rater, looker, giver] = [person('m_rater'), person('m_looker', true), person('m_giver', true)];
const window = callBackWindowOf('rating_1', true, 'key', NOW_MS, 1);

const ratingWith = (change: Partial<Rating>): Rating =>
  ({
    _id: 'rating_1', revision: 1, outbox: {}, pendingEvents: 0, wakeAtMs: 0, about: { wishId: 'w', claimId: 'c', shiftId: null }, title: '厨房灯', pictureKey: 'lamp', satisfaction: 'fair', words: '', chips: [],
    media: newMedia({ areWordsDoubted: false, photoFileIds: [PHOTO], voiceFileId: null, voiceSeconds: null }, NOW_MS), raterId: 'm_rater', recordedBy: 'm_rater', giverIds: ['m_giver'], communityId: AREA, areaIds: ['d01', 'd01-s01', AREA],
    reasons: ['photo', 'unhurried'], isCareful: true, points: { transferId: 't_1', amount: 1, dueAtMs: window.pointDueAtMs }, pointState: 'given', takenBack: null, callBack: window.callBack, appeal: null, createdAtMs: NOW_MS, steps: {},
    ...change,
  }) as unknown as Rating;

let steps = 0;
const step = (actor: Member, nowMs = NOW_MS + HOUR_MS): Step => ({ actorId: actor._id, operationId: `operation-${(steps += 1)}`, inputHash: 'hash', nowMs });
const carry = (standing: Rating, decided: Result<OutcomeOf<RatingEvent>>): Rating => carriedOut<RatingEvent, Rating>(standing, decided);
const effectsOf = (standing: Rating) => ratingEffectsOf(standing, Object.values(standing.outbox).at(-1) as RatingEvent);
const kindsOf = (standing: Rating): readonly string[] => effectsOf(standing).map(({ kind }) => kind);
const toldIn = (standing: Rating): string => effectsOf(standing).map((effect) => (effect.kind === 'notice' ? effect.title + effect.body : '')).join('');

describe('a photo that the check refuses', () => {
  it('takes the point back when it was the reason, ends the call, says so and may be appealed', () => {
    const refused = carry(ratingWith({}), decideMediaCheck(ratingWith({}), PHOTO, 'refused', NOW_MS + HOUR_MS));
    expect(refused).toMatchObject({ isCareful: false, reasons: ['photoRefused', 'unhurried'], pointState: 'takenBack', takenBack: { by: 'check' }, callBack: { outcome: 'notNeeded' }, media: { photo: { state: 'refused' } } });
    expect(kindsOf(refused)).toEqual(['voidPoints', 'closeTask', 'finishNotice', 'notice']);
    expect(toldIn(refused)).toMatch('申诉');
    expect(appealUntilMsOf(refused)).toBe(NOW_MS + HOUR_MS + RULES.rating.appealMs);
    expect(unwrap(decideMediaCheck(refused, PHOTO, 'shown', NOW_MS + DAY_MS))).toEqual({ kind: 'replay' });
  });

  it.each([
    ['another reason was given', { reasons: ['specificWords', 'photo', 'unhurried'] as Rating['reasons'] }, { pointState: 'given', isCareful: true, reasons: ['specificWords', 'unhurried'] }],
    ['there was no point', { isCareful: false, reasons: ['tooFast', 'photo'] as Rating['reasons'], points: null, pointState: 'none' as const, callBack: null }, { pointState: 'none', reasons: ['tooFast', 'photo'] }],
    ['the point has come', { points: { transferId: 't_1', amount: 1, dueAtMs: NOW_MS } }, { pointState: 'given', isCareful: true }],
    ['a call took it before', { pointState: 'takenBack' as const, takenBack: { by: 'call' as const, atMs: NOW_MS } }, { takenBack: { by: 'call' } }],
  ])('leaves the point where %s', (_name, change, after) => {
    const rating = ratingWith(change);
    const refused = carry(rating, decideMediaCheck(rating, PHOTO, 'refused', NOW_MS + HOUR_MS));
    expect(refused).toMatchObject(after);
    expect(kindsOf(refused)).toEqual(['notice']);
  });

  it('is kept as long as an appeal may come or is open, then erased', () => {
    const refused = carry(ratingWith({}), decideMediaCheck(ratingWith({}), PHOTO, 'refused', NOW_MS + HOUR_MS));
    const clockOf = (rating: Rating): number | undefined => RATING_KIND.clocksOf(rating, NOW_MS)[0]?.atMs;
    expect(clockOf(refused)).toBe(NOW_MS + HOUR_MS + RULES.rating.refusedMediaKeptMs);
    const appealed = carry(refused, decideAppeal(refused, '照片里只有灯', rater, step(rater)));
    expect(clockOf(appealed)).toBe(appealed.appeal?.dueAtMs);
    const [clock] = RATING_KIND.clocksOf(refused, NOW_MS + 40 * DAY_MS);
    if (clock === undefined) throw new Error('no clock');
    const erased = applyChange<RatingEvent, Rating>(refused, clock.change);
    expect([erased.media.photo?.fileId, effectsOf(erased)]).toEqual(['', [{ kind: 'eraseFile', fileId: PHOTO }]]);
  });
});

describe('a recording that the check is not sure of', () => {
  const rating = ratingWith({ media: newMedia({ areWordsDoubted: false, photoFileIds: [], voiceFileId: VOICE, voiceSeconds: 8 }, NOW_MS), reasons: ['voice', 'unhurried'] });
  const human = carry(rating, decideMediaCheck(rating, VOICE, 'human', NOW_MS + MINUTE_MS));

  it('goes to staff who are no side of it, also when no answer comes; a late clear answer decides', () => {
    expect(kindsOf(human)).toEqual(['openTask']);
    const [clock] = RATING_KIND.clocksOf({ ...rating, callBack: null }, NOW_MS + HOUR_MS);
    expect(clock?.atMs).toBe(NOW_MS + RULES.media.answerMs);
    for (const [actor, code] of [[giver, 'NOT_ALLOWED'], [rater, 'OUT_OF_AREA'], [person('m_x'), 'OUT_OF_AREA']] as const) expect(refusalOf(decideMediaByStaff(human, 'voice', { kind: 'clear' }, actor, step(actor)))).toBe(code);
    expect(refusalOf(decideMediaByStaff(human, 'photo', { kind: 'clear' }, looker, step(looker)))).toBe('CASE_STATE_CHANGED');
    expect(carry(human, decideMediaCheck(human, VOICE, 'shown', NOW_MS + HOUR_MS))).toMatchObject({ media: { voice: { state: 'shown' } }, pointState: 'given' });
    expect(refusalOf(decideMediaCheck(human, PHOTO, 'shown', NOW_MS))).toBe('NOT_FOUND');
  });

  it('is kept by staff, or refused with a reason that the rater reads', () => {
    const kept = carry(human, decideMediaByStaff(human, 'voice', { kind: 'clear' }, looker, step(looker)));
    expect([kept.media.voice?.state, kept.pointState, kindsOf(kept)]).toEqual(['shown', 'given', ['closeTask']]);
    const refused = carry(human, decideMediaByStaff(human, 'voice', { kind: 'refuse', reason: '说了邻居的病' }, looker, step(looker)));
    expect([refused.pointState, kindsOf(refused)]).toEqual(['takenBack', ['closeTask', 'voidPoints', 'closeTask', 'finishNotice', 'notice']]);
    expect(toldIn(refused)).toMatch('说了邻居的病');
  });

  it('words without a file are judged the same way; what they gave as a reason goes with them', () => {
    const doubted = ratingWith({ words: '灯装得很稳', wordsState: 'human', media: newMedia({ areWordsDoubted: true, photoFileIds: [], voiceFileId: null, voiceSeconds: null }, NOW_MS), reasons: ['specificWords', 'unhurried'] });
    const kept = carry(doubted, decideMediaByStaff(doubted, 'words', { kind: 'clear' }, looker, step(looker)));
    expect(kept).toMatchObject({ wordsState: 'clear', pointState: 'given', media: { words: { state: 'shown' } } });
    const refused = carry(doubted, decideMediaByStaff(doubted, 'words', { kind: 'refuse', reason: '说了邻居的病' }, looker, step(looker)));
    expect(refused).toMatchObject({ wordsState: 'refused', pointState: 'takenBack', reasons: ['wordsRefused', 'unhurried'] });
    expect(RATING_KIND.clocksOf({ ...refused, callBack: null }, NOW_MS)).toEqual([]);
  });

  it('goes with whoever leaves, once', () => {
    const gone = carry(human, decideSenderGone(human, 'm_rater', NOW_MS + DAY_MS));
    expect(kindsOf(gone)).toEqual(['closeTask', 'eraseFile']);
    expect(unwrap(decideSenderGone(gone, 'm_rater', NOW_MS + DAY_MS))).toEqual({ kind: 'replay' });
    expect(gone.pointState).toBe('given');
  });
});
