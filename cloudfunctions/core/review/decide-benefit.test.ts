import { applyChange, mayChange } from '../aggregate/change';
import { unwrap } from '../kernel/result';
import { newWish } from '../wish/submit-wish';
import type { Wish } from '../wish/wish';
import { COMMUNITY, member, place, poster, roleOf, staff, START_MS, submission } from '../wish/wish.fixtures';
import { decideBenefit } from './decide-benefit';
import { decideReview } from './decide-review';

const worker = member('m_worker', { displayName: '周敏', roles: [roleOf('socialWorker', COMMUNITY)] });
const benefit = { _id: 'b1', areaId: 'd01', name: '残疾辅具', gives: '轮椅', whoMayGet: '', whereToApply: '残联', keywords: ['轮椅'], isActive: true, editorId: 'm', editorName: '', editedAtMs: 0, revision: 1, operationId: 'o', inputHash: 'h' };
const facts = { operationId: 'op_submit', inputHash: 'hash', nowMs: START_MS, needsCare: false, onBehalf: null, householdId: 'h', benefits: [benefit] };
const pending = newWish(submission({ title: '想借一辆轮椅' }), poster, place, facts);
const step = (operationId: string, inputHash = 'i') => ({ actorId: worker._id, operationId, inputHash, nowMs: START_MS + 1_000 });

const after = (wish: Wish, decision: 'notApplicable' | 'together' | 'applyOnly', operationId = 'op_b'): Wish => {
  const outcome = unwrap(decideBenefit(wish, { decision, note: '' }, worker, true, step(operationId)));
  if (outcome.kind !== 'change') throw new Error('a replay');
  expect(mayChange(wish, outcome.change)).toBe(true);
  return applyChange(wish, outcome.change);
};

const refusalOf = (result: ReturnType<typeof decideBenefit>): string => (result.ok ? 'accepted' : result.refusal.code);

describe('a wish that a benefit speaks to', () => {
  it('waits for the social worker: nobody approves it meanwhile', () => {
    expect(pending.review.benefits).toMatchObject({ state: 'pending', hits: [{ name: '残疾辅具' }] });
    const result = decideReview(pending, { kind: 'approve' }, staff, { ...step('op_r'), actorId: staff._id });
    expect(refusalOf(result)).toBe('NOT_ALLOWED');
    expect(result.ok ? '' : result.refusal.message).toContain('残疾辅具');
  });

  it('goes on to the ordinary review with a new task when it does not apply, or when both help', () => {
    for (const decision of ['notApplicable', 'together'] as const) {
      const wish = after(pending, decision);
      expect(wish.state).toBe('review');
      expect(wish.review.taskId).not.toBe(pending.review.taskId);
      expect(refusalOf(decideReview(wish, { kind: 'approve' }, staff, { ...step('op_r'), actorId: staff._id }))).toBe('accepted');
    }
  });

  it('ends with the benefit named and help promised when government gives it', () => {
    const wish = after(pending, 'applyOnly');
    expect(wish).toMatchObject({ state: 'refused', review: { taskId: null, benefits: { state: 'applyOnly', byName: '周敏' } } });
    expect(wish.review.note).toContain('残疾辅具');
  });

  it('is decided once; again the same is a replay, by another act it is told who was first', () => {
    const wish = after(pending, 'together');
    expect(unwrap(decideBenefit(wish, { decision: 'together', note: '' }, worker, true, step('op_b')))).toEqual({ kind: 'replay' });
    expect(refusalOf(decideBenefit(wish, { decision: 'together', note: '' }, worker, true, step('op_b', 'other')))).toBe('OPERATION_REUSED');
    const second = decideBenefit(wish, { decision: 'applyOnly', note: '' }, worker, true, step('op_c'));
    expect(second.ok ? '' : second.refusal.message).toContain('周敏');
  });

  it('is no business of staff while the area has a social worker, nor of anybody outside', () => {
    expect(refusalOf(decideBenefit(pending, { decision: 'together', note: '' }, staff, false, step('op_d')))).toBe('NOT_ALLOWED');
    expect(refusalOf(decideBenefit(pending, { decision: 'together', note: '' }, poster, true, step('op_e')))).toBe('OUT_OF_AREA');
  });
});

describe('spelling put right while approving', () => {
  it('changes the words, what they are found by and what they ask for', () => {
    const wish = newWish(submission({ category: 'repair', title: '电匣老是跳' }), poster, place, { ...facts, benefits: [] });
    const outcome = unwrap(decideReview(wish, { kind: 'approve', title: '电闸老是跳' }, staff, { ...step('op_r'), actorId: staff._id }));
    if (outcome.kind !== 'change') throw new Error('a replay');
    const approved = applyChange(wish, outcome.change);
    expect(approved).toMatchObject({ title: '电闸老是跳', state: 'open', tradeCertificate: 'electrical' });
    expect(approved.searchTokens).toContain('d01-s01:电闸');
    expect(outcome.change.event).toMatchObject({ kind: 'approved', isReworded: true });
  });
});
