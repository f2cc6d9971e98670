import type { ApiContract, ClaimBatchView } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { decideClaimAs } from '../claim/claim-wish';
import { decideGiver, type Giver } from '../claim/giver';
import { givingPartiesOf } from '../claim/giving-parties.use-case';
import { fail, refuse, unwrap, type Result } from '../kernel/result';
import { isErrand } from '../last-leg/last-leg';
import type { MemberContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { command } from '../platform/store';
import type { Wish } from '../wish/wish';
import { applyChange, type Outcome } from '../wish/wish-change';
import { isVisible } from '../wish/wish-scope';
import { wishRepository } from '../wish/wish.repository';
import { batchView, claimedResult, refusedResult } from './batch-view';
import { decideBatch, newBatch, type BatchEvent, type BatchItem, type BatchResult, type ClaimBatch } from './claim-batch';
import { decideFirm, decideRelease, decideTry } from './try-shares';

type Input = ApiContract['wish.claimMany']['parsed'];
type Decide = (wish: Wish, item: BatchItem, giver: Giver) => Result<Outcome>;

const batches = aggregateRepository<ClaimBatch, BatchEvent>('claimBatches');

/** Everything one action works with. */
interface Work {
  readonly context: MemberContext;
  readonly batch: ClaimBatch;
  /** As they stand after what this action wrote. */
  readonly wishes: Map<string, Wish>;
  readonly giverFor: (wish: Wish) => Result<Giver>;
}

const readWishes = async (items: Input['items']): Promise<Map<string, Wish>> => {
  const found = await wishRepository.list({ where: { _id: command.in(items.map((item) => item.wishId)) }, limit: items.length });
  return new Map(found.map((wish) => [wish._id, wish]));
};

/** The batch of this act: made now, or made before by the same call. */
const standBatch = async (fresh: ClaimBatch): Promise<ClaimBatch> => {
  if ((await batches.insert(fresh)) === 'inserted') return fresh;
  const standing = await batches.get(fresh._id);
  return standing.inputHash === fresh.inputHash ? standing : fail('OPERATION_REUSED');
};

const decideOn = (work: Work, item: BatchItem, decide: Decide): Result<Outcome> => {
  const wish = work.wishes.get(item.wishId);
  if (wish === undefined || !isVisible(wish, work.context.member)) return refuse('NOT_FOUND');
  // Carrying something home is one person's way on one day, never one of many.
  if (isErrand(wish)) return refuse('LAST_LEG_NOT_YOURS', { message: '捎一程要单独接，请点开它再接。' });
  const giver = work.giverFor(wish);
  return giver.ok ? decide(wish, item, giver.value) : giver;
};

const resultOf = (work: Work, item: BatchItem, decided: Result<Outcome>): BatchResult => {
  const wish = work.wishes.get(item.wishId);
  if (!decided.ok) return refusedResult(item, wish, decided.refusal);
  const claim = wish?.claims[item.claimId];
  return wish === undefined || claim === undefined ? refusedResult(item, wish, { code: 'BUSY' }) : claimedResult(item, wish, claim.holdUntilMs);
};

/** One guarded update; when the guard did not hold, one look says why. Two requests at most. */
const takeOne = async (work: Work, item: BatchItem, decide: Decide): Promise<BatchResult> => {
  const decided = decideOn(work, item, decide);
  if (!decided.ok || decided.value.kind === 'replay') return resultOf(work, item, decided);
  const wish = work.wishes.get(item.wishId);
  if (wish !== undefined && (await wishRepository.change(item.wishId, decided.value.change))) {
    work.wishes.set(item.wishId, applyChange(wish, decided.value.change));
    return resultOf(work, item, decided);
  }
  const again = await wishRepository.find(item.wishId);
  if (again !== null) work.wishes.set(item.wishId, again);
  const reason = decideOn(work, item, decide);
  return reason.ok && reason.value.kind === 'change' ? refusedResult(item, again ?? undefined, { code: 'BUSY' }) : resultOf(work, item, reason);
};

/** Tentative holds one after the other, in the order of the ids; the first that can't be had ends it. */
const tryAll = async (work: Work, step: Step): Promise<readonly BatchResult[]> => {
  const decide: Decide = (wish, item, giver) => decideTry(wish, { batchId: work.batch._id, claimId: item.claimId, shares: item.shares }, giver, step);
  const seen = work.batch.items.map((item) => decideOn(work, item, decide));
  if (seen.some((decided) => !decided.ok)) return work.batch.items.map((item, index) => lookedAt(work, item, seen[index]));
  const results: BatchResult[] = [];
  for (const item of work.batch.items) {
    const isOver = results.some((result) => result.code !== null);
    results.push(isOver ? untried(work, item) : await takeOne(work, item, decide));
  }
  return results;
};

/** Not even tried, since another one can't be had: without a refusal of its own. */
const untried = (work: Work, item: BatchItem): BatchResult => {
  const wish = work.wishes.get(item.wishId);
  return { wishId: item.wishId, title: wish?.title ?? '', pictureKey: wish?.pictureKey ?? 'goods', holdUntilMs: null, code: null, sentence: '' };
};

/** What the first look at every wish says, when one of them can't be had. */
const lookedAt = (work: Work, item: BatchItem, decided: Result<Outcome> | undefined): BatchResult => (decided === undefined || decided.ok ? untried(work, item) : resultOf(work, item, decided));

/** As many as there are, each a claim like any other at once. */
const takeEach = async (work: Work, step: Step): Promise<readonly BatchResult[]> => {
  const results: BatchResult[] = [];
  for (const item of work.batch.items) results.push(await takeOne(work, item, (wish, one, giver) => decideClaimAs(wish, one.claimId, one.shares, giver, step)));
  return results;
};

/** The one decision; when it fell before, what stands counts. */
const settleBatch = async (work: Work, results: readonly BatchResult[]): Promise<ClaimBatch> => {
  const decided = unwrap(decideBatch(work.batch, results, work.context.nowMs));
  if (decided.kind === 'change' && (await batches.change(work.batch._id, decided.change))) return applyChange<BatchEvent, ClaimBatch>(work.batch, decided.change);
  return batches.get(work.batch._id);
};

/** What was decided reaches every wish that is held; what fails here `jobs` does, since the batch's event waits. */
const spread = async (work: Work, decided: ClaimBatch): Promise<void> => {
  const decide = decided.state === 'confirmed' ? decideFirm : decideRelease;
  for (const { wishId, claimId } of decided.items) {
    const wish = work.wishes.get(wishId);
    if (wish?.claims[claimId] === undefined) continue;
    const outcome = decide(wish, { batchId: decided._id, claimId }, work.context.nowMs);
    if (outcome.ok && outcome.value.kind === 'change') await wishRepository.change(wishId, outcome.value.change);
  }
};

/** What is so now, of a batch that the clock gave up before anybody noted its results. */
const foundResults = (work: Work): readonly BatchResult[] =>
  work.batch.items.map((item) => {
    const wish = work.wishes.get(item.wishId);
    const claim = wish?.claims[item.claimId];
    return wish !== undefined && claim !== undefined && claim.batchId === null ? claimedResult(item, wish, claim.holdUntilMs) : refusedResult(item, wish, { code: 'BUSY', message: '这次没来得及认上，再试一次。' });
  });

/**
 * Claims many wishes in one action (一对多): all or nothing by tentative holds that one guarded update of the batch makes
 * firm or gives up, or as many as there are. Killed anywhere, the same call again goes on where it stopped, and without
 * one `jobs` ends it. Six requests and two a wish at most; what is to be told is told by `jobs`.
 * Refusals of single wishes are part of the answer; refuses UNIT_NOT_YOURS and OPERATION_REUSED as a whole.
 */
export const claimMany = async (context: MemberContext, input: Input): Promise<ClaimBatchView> => {
  const step = stepOf(context, input);
  const parties = await givingPartiesOf(input.as, context.member);
  const wishes = await readWishes(input.items);
  const giverFor = (wish: Wish): Result<Giver> => decideGiver(input.as, context.member, wish.areaId, parties);
  const [anyWish] = wishes.values();
  const giver = anyWish === undefined ? null : giverFor(anyWish);
  const fresh = newBatch({ partyId: parties.unit?._id ?? (giver?.ok === true ? giver.value.partyId : context.callerId), giverName: giver?.ok === true ? giver.value.name : context.member.displayName, mode: input.mode, items: input.items }, step);
  const batch = await standBatch(fresh);
  const work: Work = { context, batch, wishes, giverFor };
  if (batch.state !== 'trying') return batchView(batch, batch.results ?? foundResults(work));
  const results = batch.mode === 'allOrNothing' ? await tryAll(work, step) : await takeEach(work, step);
  const decided = await settleBatch(work, results);
  try {
    if (decided.mode === 'allOrNothing') await spread(work, decided);
  } catch (error) {
    logDefect(context.requestId, 'claimMany', error);
  }
  return batchView(decided, decided.results ?? foundResults(work));
};
