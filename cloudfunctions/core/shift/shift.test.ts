import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { mayChange } from '../aggregate/change';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import { START_MS } from '../wish/wish.fixtures';
import { decideEdit, decideLeadGone, decideTold } from './change-shift';
import { decideApprove, decideCancelSignUp } from './move-sign-up';
import { offerOf } from './offer';
import { decideRoster } from './roster';
import { isShiftCoherent, memberIdOfSignUp, walkInIdOf, type Shift } from './shift';
import { lead, neighbours, openShift, signedUp, signUpOutcome, stepBy, wanted } from './shift.fixtures';
import { shiftClocksOf } from './shift-clocks';
import { shiftEffectsOf } from './shift-effects';
import type { ShiftEvent } from './shift-event';
import { decideSignUp } from './sign-up';

const [anna, bert, carl] = neighbours(3) as [ReturnType<typeof neighbours>[number], ReturnType<typeof neighbours>[number], ReturnType<typeof neighbours>[number]];
const offered = (shift: Shift, nowMs = START_MS) => offerOf(shift, nowMs);

describe('signing up for a shift', () => {
  it('takes a seat, then waits, then is told it is full', () => {
    const one = signedUp(openShift(1), anna);
    expect(one).toMatchObject({ seatsLeft: 0, waitingCount: 0 });
    const two = signedUp(signedUp(one, bert), carl);
    expect(two).toMatchObject({ seatsLeft: 0, waitingCount: 2 });
    expect(unwrap(decideSignUp(two, wanted(), lead, 0, stepBy(lead)))).toEqual({ kind: 'full', canWait: false });
    expect(unwrap(decideSignUp(one, wanted({ ifFull: 'similar' }), bert, 0, stepBy(bert)))).toEqual({ kind: 'full', canWait: true });
    expect(isShiftCoherent(two)).toBe(true);
  });

  it('of two share cards one gets through, and nobody jumps the queue', () => {
    const shift = openShift(2);
    const first = signUpOutcome(decideSignUp(shift, wanted(), anna, 0, stepBy(anna)));
    const second = unwrap(signUpOutcome(decideSignUp(shift, wanted(), anna, 0, stepBy(anna))));
    const after = carriedOut(shift, first);
    expect(second.kind === 'change' && mayChange(after, second.change)).toBe(false);
    expect(refusalOf(decideSignUp(after, wanted(), anna, 0, stepBy(anna)))).toBe('SIGN_UP_ALREADY');
    // One seat is free, and a party of two waits: somebody alone may have it; once a single waits before them, not.
    const party = signedUp(after, bert, { companions: [{ name: '妈妈', relation: 'parent', isMinor: false }], hasConsent: true });
    expect(party.waitingCount).toBe(2);
    expect(unwrap(decideSignUp(party, wanted(), carl, 0, stepBy(carl)))).toMatchObject({ kind: 'change' });
    const free = { ...party, seatsLeft: 2, capacity: 3 };
    expect(unwrap(decideSignUp(free, wanted({ ifFull: 'similar' }), carl, 0, stepBy(carl)))).toMatchObject({ kind: 'full' });
  });

  it('may come back so often; the same act is known by its input', () => {
    let shift = openShift(2);
    for (let times = 1; times <= 3; times += 1) {
      shift = signedUp(shift, anna);
      shift = carriedOut(shift, decideCancelSignUp(shift, `${anna._id}_${times}`, '', stepBy(anna)));
    }
    expect(refusalOf(decideSignUp(shift, wanted(), anna, 0, stepBy(anna)))).toBe('SIGN_UP_OFTEN');
    const step = stepBy(bert);
    const signed = carriedOut(shift, signUpOutcome(decideSignUp(shift, wanted(), bert, 0, step)));
    expect(unwrap(decideSignUp(signed, wanted(), bert, 0, step))).toMatchObject({ kind: 'replay' });
    expect(refusalOf(decideSignUp(signed, wanted(), bert, 0, { ...step, inputHash: 'another-input' }))).toBe('OPERATION_REUSED');
  });

  it('three times not come: the lead is asked, the seat is held, and one does not answer for oneself', () => {
    const shift = signedUp(openShift(1), anna, {}, START_MS, 3);
    expect(shift).toMatchObject({ seatsLeft: 0, signUps: { [`${anna._id}_1`]: { state: 'asked' } } });
    expect(refusalOf(decideApprove({ ...shift, leadId: anna._id }, `${anna._id}_1`, true, anna, stepBy(anna)))).toBe('NOT_ALLOWED');
    expect(carriedOut(shift, decideApprove(shift, `${anna._id}_1`, false, lead, stepBy(lead)))).toMatchObject({ seatsLeft: 1, signUps: { [`${anna._id}_1`]: { state: 'declined' } } });
  });
});

describe('a freed place', () => {
  it('goes to the first in line whose party fits, for a day, two hours near the beginning, never beyond it', () => {
    const family = { companions: [{ name: '妈妈', relation: 'parent' as const, isMinor: false }], hasConsent: true };
    const waiting = signedUp(signedUp(signedUp(openShift(2), anna, family), bert, family), carl);
    const freed = { ...waiting, seatsLeft: 1, capacity: 3 };
    expect(offered(freed)?.set).toMatchObject({ [`signUps.${carl._id}_1.state`]: 'offered', [`signUps.${carl._id}_1.untilMs`]: START_MS + DAY_MS, seatsLeft: 0 });
    const near = freed.startsAtMs - 5 * HOUR_MS;
    expect(offered(freed, near)?.set).toMatchObject({ [`signUps.${carl._id}_1.untilMs`]: near + 2 * HOUR_MS });
    const nearer = freed.startsAtMs - HOUR_MS;
    expect(offered(freed, nearer)?.set).toMatchObject({ [`signUps.${carl._id}_1.untilMs`]: freed.startsAtMs });
    expect(offered(freed, freed.startsAtMs)).toBeNull();
  });
});

describe('leaving', () => {
  it('is late less than a day ahead and asks a reason, but not after the organiser moved the time', () => {
    const shift = signedUp(openShift(), anna);
    const nowMs = shift.startsAtMs - 23 * HOUR_MS;
    const id = `${anna._id}_1`;
    expect(refusalOf(decideCancelSignUp(shift, id, '', stepBy(anna, nowMs)))).toBe('SIGN_UP_REASON');
    expect(carriedOut(shift, decideCancelSignUp(shift, id, '孩子病了', stepBy(anna, nowMs))).signUps[id]?.state).toBe('lateCancelled');
    const moved = carriedOut(shift, decideEdit(shift, { startsAtMs: shift.startsAtMs + HOUR_MS, endsAtMs: shift.endsAtMs + HOUR_MS, placeText: '驿站', capacity: 8, lead: null }, lead, stepBy(lead, START_MS + HOUR_MS)));
    expect(carriedOut(moved, decideCancelSignUp(moved, id, '', stepBy(anna, nowMs + 2 * HOUR_MS))).signUps[id]?.state).toBe('cancelled');
    expect(refusalOf(decideCancelSignUp(shift, id, '', stepBy(anna, shift.startsAtMs)))).toBe('SIGN_UP_TOO_LATE');
    expect(refusalOf(decideCancelSignUp(shift, id, '', stepBy(bert)))).toBe('NOT_FOUND');
  });
});

describe('the roster', () => {
  const over = (shift: Shift): Shift => ({ ...shift, state: 'over', isBegun: true });

  it('keeps true times, takes a walk-in once, and says who counted somebody twice', () => {
    const shift = over(signedUp(openShift(), anna));
    const nowMs = shift.endsAtMs + HOUR_MS;
    const [fromMs, toMs] = [shift.startsAtMs, shift.endsAtMs];
    const came = [{ signUpId: `${anna._id}_1`, self: { fromMs, toMs }, companionsCame: 0 }];
    const walkIn = { memberId: bert._id, name: '老吴', fromMs, toMs };
    expect(refusalOf(decideRoster(shift, [...came, ...came], [], lead, stepBy(lead, nowMs)))).toBe('BAD_INPUT');
    expect(refusalOf(decideRoster(shift, came, [{ ...walkIn, memberId: anna._id }], lead, stepBy(lead, nowMs)))).toBe('BAD_INPUT');
    expect(refusalOf(decideRoster(shift, came, [{ ...walkIn, fromMs: fromMs - DAY_MS }], lead, stepBy(lead, nowMs)))).toBe('ROSTER_TIMES');
    const done = carriedOut(shift, decideRoster(shift, came, [walkIn], lead, stepBy(lead, nowMs)));
    expect(done.signUps[`${anna._id}_1`]).toMatchObject({ state: 'attended', fromMs, toMs });
    expect(done.signUps[`${bert._id}_w`]).toMatchObject({ state: 'attended', fromMs, toMs });
    expect(isShiftCoherent(done)).toBe(true);
    expect(refusalOf(decideRoster(done, came, [], lead, stepBy(lead, nowMs)))).toBe('ROSTER_DONE');
    expect([memberIdOfSignUp(walkInIdOf(null, 0)), memberIdOfSignUp(walkInIdOf(bert._id, 1))]).toEqual([null, bert._id]);
  });

  it('made before a late clock ended an offer, it ends the offer and its question, and says so', () => {
    const full = signedUp(signedUp(openShift(1), anna), bert);
    const id = `${bert._id}_1`;
    const shift = { ...full, signUps: { ...full.signUps, [id]: { ...full.signUps[id], state: 'offered', untilMs: full.startsAtMs } } } as Shift;
    const nowMs = shift.startsAtMs + HOUR_MS;
    const done = carriedOut(shift, decideRoster(shift, [], [], lead, stepBy(lead, nowMs)));
    expect(done.signUps[id]).toMatchObject({ state: 'lapsed', untilMs: nowMs });
    const told: ShiftEvent = { kind: 'told', about: 'outcome', words: '', sinceMs: nowMs, signUpIds: [id], eventId: 'e_told', atMs: nowMs, byId: 'clock' };
    expect(shiftEffectsOf(done, told).map((effect) => (effect.kind === 'notice' ? effect.title : effect.kind))).toEqual(['signUpRecord', 'finishNotice', 'finishNotice', '这次没排上']);
  });
});

describe('what an activity tells its shifts', () => {
  it('an older word never overtakes a newer one, and published twice is once', () => {
    const planned = openShift(8, { state: 'planned', wordsVersion: 3 });
    const words = { title: '新名字', kind: planned.kind, pictureKey: planned.pictureKey, words: planned.words, version: 3 };
    const published = carriedOut(planned, decideTold(planned, { news: 'published', activity: words, note: '', byId: 'm_s', atMs: START_MS }));
    expect(published).toMatchObject({ state: 'open', title: '新名字' });
    expect(unwrap(decideTold(published, { news: 'words', activity: { ...words, title: '旧名字', version: 2 }, note: '', byId: 'm_s', atMs: START_MS })).kind).toBe('replay');
    expect(unwrap(decideTold(published, { news: 'published', activity: words, note: '', byId: 'm_s', atMs: START_MS })).kind).toBe('replay');
  });

  it('one that was not published in time is called off; a lead who is gone is missed', () => {
    const planned = openShift(8, { state: 'planned' });
    expect(shiftClocksOf(planned, planned.startsAtMs)[0]).toMatchObject({ atMs: planned.startsAtMs, change: { set: { state: 'cancelled' } } });
    const gone = carriedOut(openShift(), decideLeadGone(openShift(), lead._id, START_MS));
    const [event] = Object.values(gone.outbox);
    if (event === undefined) throw new Error('nothing happened');
    expect(shiftEffectsOf(gone, event)).toMatchObject([{ kind: 'openTask', taskKind: 'shiftWithoutLead', subjectId: gone._id }]);
  });
});
