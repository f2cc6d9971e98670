import { applyChange } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { DAY_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import type { Claim, Wish } from '../wish/wish';
import { answersAt, decideFollowUp, decideMayLeave, decideMayRead, newNote, type GiverNote, type GiverNoteEvent } from './giver-note';
import { GIVER_NOTE_KIND, giverNoteEffectsOf } from './giver-note-kind';
import { giverNoteView } from './giver-note-view';

const NOW_MS = Date.UTC(2026, 10, 24, 2);
const AREA = 'd01-s01-c01';
const person = (id: string, isStaff = false): Member => ({ _id: id, displayName: id, partyIds: [], roles: isStaff ? [{ role: 'staff', areaId: AREA }] : [] }) as unknown as Member;
const [giver, poster, staff, postingStaff] = [person('m_giver'), person('m_poster'), person('m_staff', true), person('m_poster', true)];
const claimIn = (state: Claim['state'], change: Partial<Claim> = {}): Claim => ({ claimId: 'c', claimerId: 'm_giver', contactId: 'm_giver', claimerName: '刘洋', giverKind: 'member', state, plannedAtMs: state === 'held' ? null : NOW_MS, batchId: null, ...change }) as unknown as Claim;
const wishWith = (claim: Claim, change: Partial<Wish> = {}): Wish => ({ _id: 'w', title: '厨房灯', pictureKey: 'lamp', posterId: 'm_poster', postedByStaff: false, recipientIds: ['m_poster'], areaId: AREA, areaIds: ['d01', 'd01-s01', AREA], communityId: AREA, claims: { c: claim }, ...change }) as unknown as Wish;

let steps = 0;
const step = (actor: Member): Step => ({ actorId: actor._id, operationId: `operation-${(steps += 1)}`, inputHash: 'hash', nowMs: NOW_MS });
const refusal = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code);
const noteOf = (answer: GiverNote['answer'], change: Partial<Wish> = {}): GiverNote => newNote(wishWith(claimIn('delivered'), change), claimIn('delivered'), { answer, words: '敲了三次' }, null, step(giver));
const effectsOf = (note: GiverNote) => giverNoteEffectsOf(note, Object.values(note.outbox).at(-1) as GiverNoteEvent);

describe('what a giver tells the social worker', () => {
  it.each([['held', []], ['planned', ['nobodyHome', 'unsafe']], ['delivered', ['smooth', 'nobodyHome', 'unsafe']], ['confirmed', ['smooth', 'nobodyHome', 'unsafe']], ['returned', ['nobodyHome', 'unsafe']]] as const)('may, of a claim that is %s, be %j', (state, answers) => {
    expect(answersAt(claimIn(state))).toEqual(answers);
  });

  it('is said by the giver only; staff say it for a giver without an account', () => {
    const wish = wishWith(claimIn('delivered'));
    expect([giver, poster, staff].map((each) => refusal(decideMayLeave(wish, 'c', 'smooth', each)))).toEqual(['ok', 'NOT_FOUND', 'NOT_FOUND']);
    expect(refusal(decideMayLeave(wishWith(claimIn('held')), 'c', 'unsafe', giver))).toBe('NOTE_TOO_EARLY');
    expect(refusal(decideMayLeave(wishWith(claimIn('delivered', { claimerId: 'pp_1', giverKind: 'person' })), 'c', 'smooth', staff))).toBe('ok');
  });

  it('is read by staff, never by whom it is about; who only posted for somebody still reads it', () => {
    const note = noteOf('smooth');
    expect([staff, giver, postingStaff].map((each) => refusal(decideMayRead(note, each)))).toEqual(['ok', 'OUT_OF_AREA', 'NOT_ALLOWED']);
    expect(refusal(decideMayRead(noteOf('smooth', { postedByStaff: true, recipientIds: ['m_poster', 'pp_1'] }), postingStaff))).toBe('ok');
    expect(effectsOf(note)).toEqual([]);
  });

  it('nobody home: a social worker looks, the street is told when nobody did, and the giver never reads what was found', () => {
    const note = noteOf('nobodyHome');
    expect(effectsOf(note)).toMatchObject([{ kind: 'openTask', taskKind: 'nobodyHome', assignTo: 'socialWorker' }]);
    const [clock] = GIVER_NOTE_KIND.clocksOf(note, NOW_MS + 3 * DAY_MS);
    if (clock === undefined) throw new Error('no clock');
    expect(effectsOf(applyChange<GiverNoteEvent, GiverNote>(note, clock.change))).toMatchObject([{ kind: 'openTask', isUrgent: true, areaIds: ['d01', 'd01-s01'] }]);
    const outcome = unwrap(decideFollowUp(note, '住院了', staff, step(staff)));
    if (outcome.kind === 'replay') throw new Error('done before');
    const done = applyChange<GiverNoteEvent, GiverNote>(note, outcome.change);
    expect(effectsOf(done).map(({ kind }) => kind)).toEqual(['closeTask', 'closeTask', 'notice']);
    expect(JSON.stringify([effectsOf(done), giverNoteView(done)])).not.toMatch('住院');
    expect(refusal(decideFollowUp(done, '又看', staff, step(staff)))).toBe('CASE_STATE_CHANGED');
    expect(refusal(decideFollowUp(noteOf('smooth'), '看', staff, step(staff)))).toBe('CASE_STATE_CHANGED');
  });
});
