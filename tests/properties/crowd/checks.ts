import { deliveryPointsId, flagIdOf, todoIdOf } from '../../../cloudfunctions/core/claim/claim-effect-parts';
import { rootIdOf } from '../../../cloudfunctions/core/claim/claim-parts';
import { openWishQuotaId } from '../../../cloudfunctions/core/quota/quota';
import { RULES } from '../../../cloudfunctions/core/rules';
import { usesBudget } from '../../../cloudfunctions/core/wish/submit-wish';
import { nextWakeMs } from '../../../cloudfunctions/core/wish/wish-clocks';
import { claimsOf, isCoherent, isPending, isLiveOf, NEVER_MS, wallStateOf, type Claim, type Wish } from '../../../cloudfunctions/core/wish/wish';

/**
 * What the checks look at: wishes with everything that was written because of them. The crowd in memory and the database
 * behind the deployed functions are looked at by the same rules.
 */
export interface Sight {
  readonly nowMs: number;
  readonly wishes: Iterable<Wish>;
  /** Also those that a person closed by hand, since they were there when they were needed. */
  readonly tasks: Iterable<TaskSeen>;
  readonly quotas: Iterable<readonly [quotaId: string, wishIds: readonly string[]]>;
  isTodoOpen(noticeId: string): boolean;
  claimRecord(claimId: string): { readonly state: string; readonly isOpen: boolean; readonly isOverdue: boolean } | undefined;
  hasEarning(transferId: string): boolean;
  /** Undefined of somebody who left. */
  overdueClaimIds(memberId: string): readonly string[] | undefined;
}

export interface TaskSeen {
  readonly kind: string;
  readonly wishId: string | null;
  readonly claimId: string | null;
  readonly state: 'open' | 'closedByHand';
}

/** Something that must always hold does not. */
export class BrokenRule extends Error {
  constructor(
    readonly rule: string,
    readonly wishId: string,
    details: string,
  ) {
    super(`${rule}: ${wishId} ${details}`);
  }
}

const hold = (isHeld: boolean, rule: string, wish: Wish, details = ''): void => {
  if (!isHeld) throw new BrokenRule(rule, wish._id, details);
};

/** What holds after every single write, delivered or not. */
export const checkWish = (wish: Wish, nowMs: number): void => {
  hold(isCoherent(wish), 'coherent', wish);
  hold(wish.sharesLeft + wish.sharesHeld + wish.sharesDelivered === wish.sharesWanted, 'shares add up', wish);
  hold(new Set(wish.activeClaimerIds).size === wish.activeClaimerIds.length, 'nobody holds twice', wish);
  hold(!wish.activeClaimerIds.includes(wish.posterId), 'nobody gives to themselves', wish);
  hold(wish.pendingEvents === 0 || wish.wakeAtMs <= nowMs, 'what waits has a clock', wish);
};

const tasksByWish = (sight: Sight): ReadonlyMap<string, readonly TaskSeen[]> => {
  const byWish = new Map<string, TaskSeen[]>();
  for (const task of sight.tasks) {
    if (task.wishId === null) continue;
    const list = byWish.get(task.wishId) ?? [];
    list.push(task);
    byWish.set(task.wishId, list);
  }
  return byWish;
};

const isRatingWanted = (claim: Claim): boolean => claim.state === 'confirmed' && claim.satisfaction === null && !claim.isRatingClosed;

/** One open question for whoever's turn it is, and none for anybody else. */
const checkTodos = (sight: Sight, wish: Wish, claim: Claim): void => {
  const isOpen = (todo: Parameters<typeof todoIdOf>[0]): boolean => sight.isTodoOpen(todoIdOf(todo, claim.claimId));
  const asked = { plan: isOpen('plan'), deliver: isOpen('deliver'), confirm: isOpen('confirm'), rate: isOpen('rate') };
  const wanted = { plan: claim.state === 'held', deliver: claim.state === 'planned', confirm: claim.state === 'delivered', rate: isRatingWanted(claim) };
  hold(JSON.stringify(asked) === JSON.stringify(wanted), 'the one whose turn it is is asked', wish, `${claim.claimId} ${claim.state}: asked ${JSON.stringify(asked)}`);
};

const checkClaim = (sight: Sight, wish: Wish, claim: Claim): void => {
  const record = sight.claimRecord(claim.claimId);
  hold(record?.state === claim.state && record.isOpen === isPending(claim) && record.isOverdue === claim.isOverdue, 'the giver reads what stands', wish, claim.claimId);
  checkTodos(sight, wish, claim);
  const isEarned = claimsOf(wish).some((part) => part.state === 'confirmed' && part.giverKind !== 'project' && rootIdOf(part) === rootIdOf(claim));
  // What staff decided may have taken points back or given them without a confirmation.
  const isRuledOn = claimsOf(wish).some((part) => part.dispute !== null && rootIdOf(part) === rootIdOf(claim));
  hold(isRuledOn || sight.hasEarning(deliveryPointsId(claim, 0)) === isEarned, 'points for what was confirmed, once in however many parts', wish, claim.claimId);
  const isBarred = sight.overdueClaimIds(claim.claimerId)?.includes(flagIdOf(claim, claim.extensionCount));
  hold((isBarred ?? claim.isOverdue) === claim.isOverdue, 'the overdue are barred, nobody else', wish, claim.claimId);
};

/** Staff are asked about what is so, and no more once it is over. */
const checkTasks = (wish: Wish, tasks: readonly TaskSeen[]): void => {
  for (const { kind, claimId, state } of tasks) {
    if (state !== 'open') continue;
    const claim = claimId === null ? undefined : wish.claims[claimId];
    if (kind === 'review') hold(wish.state === 'review', 'a review task only in review', wish);
    if (kind === 'dispute') hold(claim?.isDisputed === true, 'a dispute task only while it is open', wish, claimId ?? '');
    if (kind === 'confirmOverdue') hold(claim?.state === 'delivered', `a ${kind} task only while unsettled`, wish, claimId ?? '');
    if (kind === 'deliveryOverdue') hold(claim?.isOverdue === true, 'a deliveryOverdue task only while overdue', wish, claimId ?? '');
    if (kind.startsWith('referral')) hold(wish.state === 'referred', `a ${kind} task only while it is referred`, wish);
    if (kind === 'unclaimed') hold(wish.state === 'open', 'an unclaimed task only while open', wish);
  }
  const has = (kind: string, claimId: string | null = null): boolean => tasks.some((task) => task.kind === kind && task.claimId === claimId);
  if (wish.state === 'review') hold(has('review'), 'a wish in review has its task', wish);
  for (const claim of claimsOf(wish)) {
    if (claim.state === 'delivered' && claim.isFollowedUp) hold(has('confirmOverdue', claim.claimId), 'what nobody confirmed has its task', wish, claim.claimId);
    if (claim.isDisputed) hold(has('dispute', claim.claimId), 'a dispute has its task', wish, claim.claimId);
    if (claim.isOverdue) hold(has('deliveryOverdue', claim.claimId), 'what is overdue has its task', wish, claim.claimId);
  }
};

/** Somebody whose turn it is, and a moment when the program looks again. */
const checkOwner = (sight: Sight, wish: Wish, tasks: readonly TaskSeen[]): void => {
  if (!isLiveOf(wish)) return;
  hold(wish.wakeAtMs < NEVER_MS || tasks.some(({ state }) => state === 'open'), 'a live wish has a clock or a staff task', wish, wish.state);
  if (wish.state === 'referred') hold(tasks.some(({ kind, state }) => kind.startsWith('referral') && state === 'open') || wish.referral?.state === 'accepted', 'a referral waits for somebody', wish, wish.referral?.state);
  if (wish.state === 'asked') hold(wish.review.askNoticeId !== null && sight.isTodoOpen(wish.review.askNoticeId), 'a question waits for the poster', wish);
};

const checkQuotas = (sight: Sight): void => {
  const heldBy = new Map(sight.quotas);
  const live = new Map<string, string[]>();
  for (const wish of sight.wishes) {
    if (!isLiveOf(wish) || !usesBudget(wish)) continue;
    const quotaId = openWishQuotaId(wish.householdId);
    // A wish that a dispute brought back to life gave its place away when it was done.
    const isReopened = claimsOf(wish).some((claim) => claim.dispute?.outcome === 'returned');
    if (isReopened && heldBy.get(quotaId)?.includes(wish._id) !== true) continue;
    live.set(quotaId, [...(live.get(quotaId) ?? []), wish._id]);
  }
  for (const [quotaId, held] of sight.quotas) {
    const wanted = live.get(quotaId) ?? [];
    live.delete(quotaId);
    if ([...held].sort().join() !== [...wanted].sort().join()) throw new BrokenRule('the budget counts live wishes', quotaId, `${held.length} held, ${wanted.length} live`);
    if (held.length > RULES.wish.openWishesPerHousehold) throw new BrokenRule('the budget is kept', quotaId, `${held.length} held`);
  }
  if (live.size > 0) throw new BrokenRule('the budget counts live wishes', [...live.keys()].join(), 'none held');
};

/** What holds once the timer found nothing more to do: every read model says what stands. */
export const checkAll = (sight: Sight): void => {
  const tasks = tasksByWish(sight);
  for (const wish of sight.wishes) {
    const own = tasks.get(wish._id) ?? [];
    checkWish(wish, sight.nowMs);
    hold(wish.pendingEvents === 0, 'nothing waits', wish);
    hold(wish.wallState === wallStateOf(wish) && wish.isLive === isLiveOf(wish), 'lists see what stands', wish);
    hold(wish.wakeAtMs === nextWakeMs(wish, sight.nowMs), 'its clock is its next moment', wish);
    for (const claim of claimsOf(wish)) checkClaim(sight, wish, claim);
    checkTasks(wish, own);
    checkOwner(sight, wish, own);
  }
  checkQuotas(sight);
};

/** After a year without anybody: all that is left waits for staff, each with its task. */
export const checkLeftAlone = (sight: Sight): void => {
  const tasks = tasksByWish(sight);
  for (const wish of sight.wishes) {
    if (wish.state === 'referred') {
      // Its owner and the street are asked again and again; it never falls asleep.
      hold(wish.wakeAtMs < NEVER_MS && (tasks.get(wish._id) ?? []).some(({ state }) => state === 'open'), 'a referral never falls asleep', wish);
      continue;
    }
    const left = claimsOf(wish).filter(isPending);
    hold(left.every((claim) => claim.dispute?.isEscalated === true || (claim.state === 'delivered' && claim.isFollowedUp)), 'only deliveries nobody answered are left', wish);
    if (left.length === 0) hold(!isLiveOf(wish), 'left alone, a wish ends', wish, wish.state);
    else hold((tasks.get(wish._id) ?? []).some(({ state }) => state === 'open'), 'what is left has a staff task', wish);
    hold(wish.wakeAtMs === NEVER_MS, 'nothing more is due', wish);
  }
};
