import { SKILL_LABEL } from '@contract';
import { dueChanges } from '../aggregate/aggregate-kind';
import { applyChange } from '../aggregate/change';
import { pendingEventsOf } from '../aggregate/aggregate';
import { DAY_MS, MINUTE_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { shiftClocksOf } from './shift-clocks';
import { shiftEffectsOf } from './shift-effects';
import type { ShiftEvent } from './shift-event';
import { lead, neighbours, openShift, signedUp, stepBy, wanted } from './shift.fixtures';
import { isShiftCoherent, signUpIdOf, type Shift, type SignUp } from './shift';
import { decideSignUp } from './sign-up';
import { awardTraining } from './training-award';

const needing = (isMust: boolean, capacity = 3): Shift => openShift(capacity, {}, { needs: { skill: 'firstAid', isMust } });
const [learner, trained, other] = neighbours(3).map((member, index): Member => (index === 0 ? member : { ...member, skills: ['firstAid'] })) as [Member, Member, Member];

const signUpOf = (shift: Shift, member: Member): SignUp | undefined => shift.signUps[signUpIdOf(member._id, 1)];

describe('a skill that an activity asks for', () => {
  test('only nice to have, it keeps nobody out; a must asks the lead about whoever has no certificate of it', () => {
    expect(signUpOf(signedUp(needing(false), learner), learner)).toMatchObject({ state: 'joined' });
    expect(signUpOf(signedUp(needing(true), trained), trained)).toMatchObject({ state: 'joined' });
    const asked = signedUp(needing(true), learner);
    expect(signUpOf(asked, learner)).toMatchObject({ state: 'asked', lacks: 'firstAid' });
    const [event] = pendingEventsOf<ShiftEvent>(asked).slice(-1);
    const told = event === undefined ? [] : shiftEffectsOf(asked, event);
    expect(JSON.stringify(told.find((effect) => effect.kind === 'notice'))).toContain(`没有“${SKILL_LABEL.firstAid}”的培训证明`);
  });

  test('no word of the lead is a no, and the seat is free again', () => {
    const asked = signedUp(needing(true), learner);
    const nowMs = asked.startsAtMs - 3 * DAY_MS + RULES.shift.askedMs + MINUTE_MS;
    const change = dueChanges(shiftClocksOf(asked, nowMs), nowMs).find(({ event }) => event.kind === 'askLapsed');
    if (change === undefined) throw new Error('nothing was due');
    const after = applyChange<ShiftEvent, Shift>(asked, change);
    expect(signUpOf(after, learner)).toMatchObject({ state: 'lapsed' });
    expect(after.seatsLeft).toBe(3);
    expect(isShiftCoherent(after)).toBe(true);
    const told = shiftEffectsOf(after, change.event).flatMap((effect) => (effect.kind === 'notice' ? [effect.title] : []));
    expect(told).toEqual(['这次没能安排上']);
  });

  test('when it is full only those who have it wait: a place that comes free is theirs without a question', () => {
    const full = signedUp(needing(true, 1), trained);
    expect(unwrap(decideSignUp(full, wanted(), learner, 0, stepBy(learner)))).toEqual({ kind: 'full', canWait: false });
    expect(signUpOf(signedUp(full, other), other)).toMatchObject({ state: 'waiting' });
  });
});

describe('the certificate of a training', () => {
  const shift = (): Shift => {
    const open = openShift();
    return { ...open, kind: 'training', state: 'confirmed', confirmedById: lead._id, words: { ...open.words, teaches: 'firstAid' } };
  };
  const signUpId = signUpIdOf(learner._id, 1);
  const awarded = (fromMs: number, toMs: number | null, changes: Partial<Shift> = {}, id = signUpId): number => {
    const signUp: SignUp = { name: '新来的', state: 'attended', isSelf: true, seats: 1, atMs: 0, fromMs, ...(toMs !== null && { toMs }), acts: {} };
    return awardTraining({ ...shift(), ...changes }, id, signUp, 1).length;
  };

  test('for whoever was there from beginning to end, give or take a few minutes', () => {
    const { startsAtMs, endsAtMs, words } = shift();
    const grace = RULES.certificate.trainingGraceMs;
    expect([awarded(startsAtMs, endsAtMs), awarded(startsAtMs + grace, endsAtMs - grace)]).toEqual([1, 1]);
    expect([awarded(startsAtMs + grace + 1, endsAtMs), awarded(startsAtMs, endsAtMs - grace - 1), awarded(startsAtMs, null)]).toEqual([0, 0, 0]);
    expect(awarded(startsAtMs, endsAtMs, { words: { ...words, teaches: null } })).toBe(0);
  });

  test('nobody certifies themselves, and somebody without an account has none', () => {
    const { startsAtMs, endsAtMs } = shift();
    expect(awarded(startsAtMs, endsAtMs, {}, signUpIdOf(lead._id, 1))).toBe(0);
    expect(awarded(startsAtMs, endsAtMs, {}, 'walkin_0')).toBe(0);
  });
});
