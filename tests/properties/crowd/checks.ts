import { todoIdOf } from '../../../cloudfunctions/core/claim/claim-effect-parts';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { openWishQuotaId } from '../../../cloudfunctions/core/quota/quota';
import { RULES } from '../../../cloudfunctions/core/rules';
import { usesBudget } from '../../../cloudfunctions/core/wish/submit-wish';
import { nextWakeMs } from '../../../cloudfunctions/core/wish/wish-clocks';
import { claimsOf, isActive, isCoherent, isLiveOf, NEVER_MS, wallStateOf, type Claim, type Wish } from '../../../cloudfunctions/core/wish/wish';
import type { Crowd } from './crowd';

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
export const checkTouched = (crowd: Crowd, wishId: string): void => {
  const wish = crowd.wish(wishId);
  hold(isCoherent(wish), 'coherent', wish);
  hold(wish.sharesLeft + wish.sharesHeld + wish.sharesDelivered === wish.sharesWanted, 'shares add up', wish);
  hold(new Set(wish.activeClaimerIds).size === wish.activeClaimerIds.length, 'nobody holds twice', wish);
  hold(!wish.activeClaimerIds.includes(wish.posterId), 'nobody gives to themselves', wish);
  hold(wish.pendingEvents === 0 || wish.wakeAtMs <= crowd.nowMs, 'what waits has a clock', wish);
};

const openTasksOf = (crowd: Crowd): ReadonlyMap<string, readonly { readonly kind: string; readonly claimId: string | null }[]> => {
  const byWish = new Map<string, { readonly kind: string; readonly claimId: string | null }[]>();
  for (const task of crowd.models.tasks.values()) {
    if (!task.isOpen || task.wishId === null) continue;
    const list = byWish.get(task.wishId) ?? [];
    list.push(task);
    byWish.set(task.wishId, list);
  }
  return byWish;
};

const isRatingWanted = (claim: Claim): boolean => claim.state === 'confirmed' && claim.satisfaction === null && !claim.isRatingClosed;

/** One open question for whoever's turn it is, and none for anybody else. */
const checkTodos = (crowd: Crowd, wish: Wish, claim: Claim): void => {
  const isOpen = (todo: Parameters<typeof todoIdOf>[0]): boolean => crowd.models.todos.get(todoIdOf(todo, claim.claimId))?.isOpen ?? false;
  const asked = { plan: isOpen('plan'), deliver: isOpen('deliver'), confirm: isOpen('confirm'), rate: isOpen('rate') };
  const wanted = { plan: claim.state === 'held', deliver: claim.state === 'planned', confirm: claim.state === 'delivered', rate: isRatingWanted(claim) };
  hold(JSON.stringify(asked) === JSON.stringify(wanted), 'the one whose turn it is is asked', wish, `${claim.claimId} ${claim.state}: asked ${JSON.stringify(asked)}`);
};

const checkClaim = (crowd: Crowd, wish: Wish, claim: Claim): void => {
  const record = crowd.models.claims.get(claim.claimId);
  hold(record?.state === claim.state && record.isOpen === isActive(claim) && record.isOverdue === claim.isOverdue, 'the giver reads what stands', wish, claim.claimId);
  checkTodos(crowd, wish, claim);
  const earned = crowd.models.earnings.get(deriveId('t', 'delivery', claim.claimId));
  hold((earned !== undefined) === (claim.state === 'confirmed'), 'points for what was confirmed and nothing else', wish, claim.claimId);
  hold(crowd.memberOf(claim.claimerId).overdueClaimIds.includes(claim.claimId) === claim.isOverdue, 'the overdue are barred, nobody else', wish, claim.claimId);
};

type OpenTasks = readonly { readonly kind: string; readonly claimId: string | null }[];

/** Staff are asked about what is so, and no more once it is over. */
const checkTasks = (wish: Wish, tasks: OpenTasks): void => {
  for (const { kind, claimId } of tasks) {
    const claim = claimId === null ? undefined : wish.claims[claimId];
    if (kind === 'review') hold(wish.state === 'review', 'a review task only in review', wish);
    if (kind === 'notReceived' || kind === 'confirmOverdue') hold(claim?.state === 'delivered', `a ${kind} task only while unsettled`, wish, claimId ?? '');
    if (kind === 'deliveryOverdue') hold(claim?.isOverdue === true, 'a deliveryOverdue task only while overdue', wish, claimId ?? '');
    if (kind === 'unclaimed') hold(wish.state === 'open', 'an unclaimed task only while open', wish);
  }
  const has = (kind: string, claimId: string | null = null): boolean => tasks.some((task) => task.kind === kind && task.claimId === claimId);
  if (wish.state === 'review') hold(has('review'), 'a wish in review has its task', wish);
  for (const claim of claimsOf(wish)) {
    if (claim.state === 'delivered' && claim.isFollowedUp) hold(has('confirmOverdue', claim.claimId), 'what nobody confirmed has its task', wish, claim.claimId);
    if (claim.isOverdue) hold(has('deliveryOverdue', claim.claimId), 'what is overdue has its task', wish, claim.claimId);
  }
};

/** Somebody whose turn it is, and a moment when the program looks again. */
const checkOwner = (crowd: Crowd, wish: Wish, tasks: OpenTasks): void => {
  if (!isLiveOf(wish)) return;
  hold(wish.wakeAtMs < NEVER_MS || tasks.length > 0, 'a live wish has a clock or a staff task', wish, wish.state);
  if (wish.state === 'asked') hold(wish.review.askNoticeId !== null && crowd.models.todos.get(wish.review.askNoticeId)?.isOpen === true, 'a question waits for the poster', wish);
};

const checkQuotas = (crowd: Crowd): void => {
  const live = new Map<string, number>();
  for (const wish of crowd.wishes.values()) {
    if (!isLiveOf(wish) || !usesBudget(wish)) continue;
    const quotaId = openWishQuotaId(wish.householdId);
    live.set(quotaId, (live.get(quotaId) ?? 0) + 1);
    hold(crowd.models.quotas.get(quotaId)?.has(wish._id) === true, 'a live wish uses its household\'s budget', wish);
  }
  for (const [quotaId, held] of crowd.models.quotas) {
    if (held.size !== (live.get(quotaId) ?? 0)) throw new BrokenRule('the budget counts live wishes', quotaId, `${held.size} held`);
    if (held.size > RULES.wish.openWishesPerHousehold) throw new BrokenRule('the budget is kept', quotaId, `${held.size} held`);
  }
};

/** What holds once the timer found nothing more to do: every read model says what stands. */
export const checkAll = (crowd: Crowd): void => {
  const tasks = openTasksOf(crowd);
  for (const wish of crowd.wishes.values()) {
    const own = tasks.get(wish._id) ?? [];
    checkTouched(crowd, wish._id);
    hold(wish.pendingEvents === 0, 'nothing waits', wish);
    hold(wish.wallState === wallStateOf(wish) && wish.isLive === isLiveOf(wish), 'lists see what stands', wish);
    hold(wish.wakeAtMs === nextWakeMs(wish, crowd.nowMs), 'its clock is its next moment', wish);
    for (const claim of claimsOf(wish)) checkClaim(crowd, wish, claim);
    checkTasks(wish, own);
    checkOwner(crowd, wish, own);
  }
  checkQuotas(crowd);
};

/** After a year without anybody: all that is left waits for staff, each with its task. */
export const checkLeftAlone = (crowd: Crowd): void => {
  const tasks = openTasksOf(crowd);
  for (const wish of crowd.wishes.values()) {
    const left = claimsOf(wish).filter(isActive);
    hold(left.every((claim) => claim.state === 'delivered' && claim.isFollowedUp), 'only deliveries nobody answered are left', wish);
    if (left.length === 0) hold(!isLiveOf(wish), 'left alone, a wish ends', wish, wish.state);
    else hold((tasks.get(wish._id) ?? []).length > 0, 'what is left has a staff task', wish);
    hold(wish.wakeAtMs === NEVER_MS, 'nothing more is due', wish);
  }
};
