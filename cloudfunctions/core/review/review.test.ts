import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import type { Step } from '../aggregate/step';
import { applyChange, type Outcome } from '../wish/wish-change';
import { member, neighbour, poster, roleOf, staff, START_MS, submittedWish } from '../wish/wish.fixtures';
import type { Wish } from '../wish/wish';
import { decideAnswer } from './answer-review';
import { decidePhoto, decidePhotoCheck } from './decide-photo';
import { decideReview, type ReviewDecision } from './decide-review';

let operations = 0;
const stepOf = (actor: Member, nowMs = START_MS): Step => ({ actorId: actor._id, operationId: `op_r${(operations += 1)}`, inputHash: 'input', nowMs });
const codeOf = (decided: Result<Outcome>): string => (decided.ok ? decided.value.kind : decided.refusal.code);
const after = (wish: Wish, decided: Result<Outcome>): Wish => {
  const outcome = unwrap(decided);
  return outcome.kind === 'change' ? applyChange(wish, outcome.change) : wish;
};
const review = (wish: Wish, decision: ReviewDecision, reviewer: Member = staff): Result<Outcome> => decideReview(wish, decision, reviewer, stepOf(reviewer));

describe('review', () => {
  test('approving publishes at once; there is no publicity period', () => {
    expect(after(submittedWish(), review(submittedWish(), { kind: 'approve' }))).toMatchObject({ state: 'open', wallState: 'claimable', publishedAtMs: START_MS });
  });

  test('asked, answered, back in the queue with a task of its own; the first one is closed by the asking', () => {
    const submitted = submittedWish();
    const asked = after(submitted, review(submitted, { kind: 'ask', note: '哪盏灯？' }));
    expect(asked.state).toBe('asked');
    expect(Object.values(asked.outbox).find((event) => event.kind === 'asked')).toMatchObject({ closesTaskId: submitted.review.taskId });
    const answered = after(asked, decideAnswer(asked, { answer: '厨房那盏', photoFileIds: [], needsCare: false }, poster, stepOf(poster)));
    expect(answered).toMatchObject({ state: 'review', review: { answer: '厨房那盏' } });
    expect(answered.review.taskId).not.toBe(submitted.review.taskId);
    expect(Object.values(answered.outbox).find((event) => event.kind === 'answered')).toMatchObject({ closesNoticeId: asked.review.askNoticeId });
  });

  test('only staff of the area; nobody their own wish', () => {
    expect(codeOf(review(submittedWish(), { kind: 'approve' }, neighbour))).toBe('OUT_OF_AREA');
    expect(codeOf(review(submittedWish(), { kind: 'approve' }, member('m_far', { roles: [roleOf('staff', 'd01-s01-c02')] })))).toBe('OUT_OF_AREA');
    const posterOnStaff = { ...poster, roles: [roleOf('staff', 'd01-s01-c01')] };
    expect(codeOf(review(submittedWish(), { kind: 'approve' }, posterOnStaff))).toBe('NOT_ALLOWED');
  });

  test('a decision twice is one decision; another one on a decided wish is refused', () => {
    const step = stepOf(staff);
    const open = after(submittedWish(), decideReview(submittedWish(), { kind: 'approve' }, staff, step));
    expect(codeOf(decideReview(open, { kind: 'approve' }, staff, step))).toBe('replay');
    expect(codeOf(review(open, { kind: 'refuse', note: '不合适' }))).toBe('WISH_STATE_CHANGED');
  });

  test('photos in an answer count together with those before', () => {
    const files = (count: number): string[] => Array.from({ length: count }, (_unused, index) => `cloud://e.b/uploads/m_poster/${count}-${index}.jpg`);
    const submitted = submittedWish({ photoFileIds: files(5) });
    const asked = after(submitted, review(submitted, { kind: 'ask', note: '补一张' }));
    expect(codeOf(decideAnswer(asked, { answer: '好', photoFileIds: files(2), needsCare: false }, poster, stepOf(poster)))).toBe('BAD_INPUT');
    expect(Object.keys(after(asked, decideAnswer(asked, { answer: '好', photoFileIds: files(1), needsCare: false }, poster, stepOf(poster))).photos)).toHaveLength(6);
  });
});

describe('photos', () => {
  const submitted = submittedWish({ photoFileIds: ['cloud://e.b/uploads/m_poster/1.jpg'] });
  const photoId = Object.keys(submitted.photos)[0] ?? '';
  const stateOf = (wish: Wish): string | undefined => wish.photos[photoId]?.state;

  test('the check decides what nobody decided; a late answer lifts a photo out of the human queue', () => {
    const human = after(submitted, decidePhotoCheck(submitted, photoId, 'human', START_MS));
    expect(stateOf(human)).toBe('human');
    expect(stateOf(after(human, decidePhotoCheck(human, photoId, 'shown', START_MS)))).toBe('shown');
  });

  test('a person decides, and no later answer of the check overrules them', () => {
    const refused = after(submitted, decidePhoto(submitted, photoId, 'refuse', staff, stepOf(staff)));
    expect(codeOf(decidePhotoCheck(refused, photoId, 'shown', START_MS))).toBe('replay');
    expect(stateOf(after(refused, decidePhoto(refused, photoId, 'show', staff, stepOf(staff))))).toBe('shown');
  });
});
