import { unwrap } from '../kernel/result';
import { applyChange, mayChange } from '../aggregate/change';
import { RULES } from '../rules';
import { selfGiver } from '../claim/giver';
import { isCoherent, type Wish } from '../wish/wish';
import { decideDue } from '../wish/wish-clocks';
import { effectsOf } from '../wish/wish-effects';
import type { Outcome } from '../wish/wish-change';
import { neighbour, openWish, poster, START_MS } from '../wish/wish.fixtures';
import { batchView } from './batch-view';
import { BATCH_KIND, decideAbandon, decideBatch, newBatch, type BatchResult, type ClaimBatch } from './claim-batch';
import { decideFirm, decideRelease, decideTry } from './try-shares';

const step = { actorId: neighbour._id, operationId: 'op_batch', inputHash: 'input', nowMs: START_MS };
const born = (mode: ClaimBatch['mode'] = 'allOrNothing'): ClaimBatch =>
  newBatch({ partyId: neighbour._id, giverName: '刘洋', mode, items: [{ wishId: 'w_b', shares: 1 }, { wishId: 'w_a', shares: 2 }] }, step);
const got = (wishId: string): BatchResult => ({ wishId, title: '一袋米', pictureKey: 'rice', holdUntilMs: START_MS, code: null, sentence: '留给您了' });
const gone = (wishId: string): BatchResult => ({ ...got(wishId), holdUntilMs: null, code: 'SHARES_SOLD_OUT', sentence: '慢了一步' });

const after = (wish: Wish, outcome: Outcome): Wish => {
  if (outcome.kind === 'replay') throw new Error('carried out before');
  expect(mayChange(wish, outcome.change)).toBe(true);
  const changed = applyChange(wish, outcome.change);
  expect(isCoherent(changed)).toBe(true);
  return changed;
};

describe('an action on many wishes', () => {
  test('takes them in the order of their ids, so that two never wait for each other', () => expect(born().items.map((item) => item.wishId)).toEqual(['w_a', 'w_b']));

  test('is confirmed only when everything was got; a best effort whatever came', () => {
    const stateAfter = (batch: ClaimBatch, results: readonly BatchResult[]): string => {
      const outcome = unwrap(decideBatch(batch, results, START_MS));
      return outcome.kind === 'change' ? applyChange(batch, outcome.change).state : 'replay';
    };
    expect(stateAfter(born(), [got('w_a'), got('w_b')])).toBe('confirmed');
    expect(stateAfter(born(), [got('w_a'), gone('w_b')])).toBe('abandoned');
    expect(stateAfter(born('bestEffort'), [got('w_a'), gone('w_b')])).toBe('confirmed');
  });

  test('is given up by its clock after a minute, and by nobody before', () => {
    expect(decideAbandon(born(), START_MS + RULES.claim.tryMs - 1)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(decideAbandon(born(), START_MS + RULES.claim.tryMs)).toMatchObject({ ok: true, value: { kind: 'change', change: { set: { state: 'abandoned' } } } });
    expect(BATCH_KIND.clocksOf(born(), START_MS).map((clock) => clock.atMs)).toEqual([START_MS + RULES.claim.tryMs]);
  });

  test('says per wish what is so: of all or nothing, what would have gone stays on the wall', () => {
    const abandoned: ClaimBatch = { ...born(), state: 'abandoned' };
    expect(batchView(abandoned, [got('w_a'), gone('w_b')])).toMatchObject({ outcome: 'none', shareCount: 0, items: [{ isClaimed: false, sentence: '别的没认上，这件也没有认，还在心愿墙上' }, { code: 'SHARES_SOLD_OUT', sentence: '慢了一步' }] });
    const some: ClaimBatch = { ...born('bestEffort'), state: 'confirmed' };
    expect(batchView(some, [got('w_a'), gone('w_b')])).toMatchObject({ outcome: 'some', wishCount: 1, shareCount: 2 });
  });
});

describe('shares that are only tried for', () => {
  const tried = { batchId: 'b_1', claimId: 'c_1', shares: 2 };
  const held = after(openWish(), unwrap(decideTry(openWish(), tried, selfGiver(neighbour), step)));

  test('are held under the guard of a claim, and nobody is told', () => {
    expect(held).toMatchObject({ sharesLeft: 1, sharesHeld: 2, claimCount: 1, activeClaimerIds: [neighbour._id] });
    expect(Object.values(held.outbox).flatMap((event) => effectsOf(held, event))).toEqual([]);
    expect(decideTry(held, tried, selfGiver(neighbour), step)).toMatchObject({ value: { kind: 'replay' } });
    expect(decideTry(openWish(), tried, selfGiver(poster), step)).toMatchObject({ ok: false, refusal: { code: 'CLAIM_OWN_WISH' } });
  });

  test('made firm they are a claim like any other; given up they leave no trace', () => {
    const firm = after(held, unwrap(decideFirm(held, tried, START_MS)));
    expect(firm.claims.c_1).toMatchObject({ batchId: null, state: 'held' });
    expect(decideFirm(firm, tried, START_MS)).toMatchObject({ value: { kind: 'replay' } });
    expect(decideRelease(firm, tried, START_MS)).toMatchObject({ value: { kind: 'replay' } });
    const released = after(held, unwrap(decideRelease(held, tried, START_MS)));
    expect(released).toMatchObject({ sharesLeft: 3, sharesHeld: 0, claimCount: 0, claims: {}, activeClaimerIds: [] });
  });

  test('their clock asks the batch once, after a minute', () => {
    expect(decideDue(held, START_MS + RULES.claim.tryMs - 1)).toEqual([]);
    const [change] = decideDue(held, START_MS + RULES.claim.tryMs);
    if (change === undefined) throw new Error('no clock struck');
    const asked = applyChange(held, change);
    expect(effectsOf(asked, change.event)).toEqual([{ kind: 'endTry', batchId: 'b_1', wishId: held._id, claimId: 'c_1', atMs: START_MS + RULES.claim.tryMs }]);
    expect(decideDue(asked, START_MS + 2 * RULES.claim.tryMs)).toEqual([]);
  });
});
