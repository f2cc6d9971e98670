import { isThing, type TimelineEntryView } from '@contract';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { isErrand } from '../last-leg/last-leg';
import { referralBriefView } from '../referral/referral-view';
import { RULES } from '../rules';
import { claimsOf, isActive, type Claim, type Wish } from './wish';
import { wordsOf } from './words-of';

/** The steps a wish took and will take, with dates: what happened, what is happening, what comes next and when. */
type Phase = TimelineEntryView['phase'];

const entry = (phase: Phase, atMs: number | null, title: string, note = ''): TimelineEntryView => ({ atMs, title, note, phase });

const reviewEntry = (wish: Wish): TimelineEntryView => {
  switch (wish.state) {
    case 'review':
      return entry('now', wish.review.dueAtMs, '社区在看', `${chinaDateText(wish.review.dueAtMs)} ${chinaTimeText(wish.review.dueAtMs)} 前答复`);
    case 'asked':
      return entry('now', wish.review.decidedAtMs, '等发的人补一句');
    case 'refused':
      return entry('past', wish.review.decidedAtMs, '没有通过');
    default:
      return wish.publishedAtMs > 0 || wish.state === 'publicity' ? entry('past', wish.aboveCap ? wish.review.decidedAtMs : wish.publishedAtMs, '社区审核通过') : entry('past', wish.endedAtMs, '没等到审核');
  }
};

/** Only a wish above the cap is publicised (RULES.md section 1). */
const publicityEntries = (wish: Wish): readonly TimelineEntryView[] => {
  if (!wish.aboveCap) return [];
  if (wish.state === 'publicity') return [entry('now', null, '正在公示', `${RULES.publicity.workingDays} 个工作日，没有成立的异议就上心愿墙`)];
  return wish.publishedAtMs > 0 ? [entry('past', wish.publishedAtMs, '公示通过')] : [];
};

const kept = (wish: Wish): readonly Claim[] => claimsOf(wish).filter((claim) => isActive(claim) || claim.state === 'confirmed');

const lastOf = (moments: readonly (number | null)[]): number | null => {
  const known = moments.filter((atMs): atMs is number => atMs !== null);
  return known.length === 0 ? null : Math.max(...known);
};

const claimEntry = (wish: Wish): TimelineEntryView => {
  const claims = kept(wish);
  const takenCount = wish.sharesHeld + wish.sharesDelivered;
  if (wish.sharesLeft === 0) {
    const isUnplanned = claims.some((claim) => claim.state === 'held');
    return entry(isUnplanned ? 'now' : 'past', lastOf(claims.map((claim) => claim.heldAtMs)), '都有人认领了', isUnplanned ? `正在定${wordsOf(wish).when}` : '');
  }
  const untilText = `到 ${chinaDateText(wish.windowEndMs)}为止`;
  return takenCount === 0
    ? entry('now', wish.windowEndMs, '等邻居认领', `还差 ${wish.sharesLeft} 份，${untilText}`)
    : entry('now', wish.windowEndMs, '大家正在认领', `${takenCount} 份有着落，还差 ${wish.sharesLeft} 份，${untilText}`);
};

/** When the last share is expected: as planned where planned, else by the end of its clock. */
const deliveryDueMs = (wish: Wish): number => {
  const waiting = kept(wish).filter((claim) => claim.state === 'held' || claim.state === 'planned');
  const expected = waiting.map((claim) => claim.plan?.deliverAtMs ?? Math.min(claim.holdUntilMs + RULES.claim.deliverMs, wish.windowEndMs));
  return wish.sharesLeft > 0 ? wish.windowEndMs : (lastOf(expected) ?? wish.windowEndMs);
};

const deliveryEntry = (wish: Wish): TimelineEntryView => {
  const words = wordsOf(wish);
  const claims = kept(wish);
  const isAllDelivered = wish.sharesDelivered === wish.sharesWanted;
  if (isAllDelivered) return entry('past', lastOf(claims.map((claim) => claim.deliveredAtMs)), `全部${words.by}`);
  const isOnTheWay = wish.sharesLeft === 0 && claims.every((claim) => claim.state !== 'held');
  if (isOnTheWay) return entry('now', deliveryDueMs(wish), `约好了，等着${words.by}`, `最晚一份约在 ${chinaDateText(deliveryDueMs(wish))}，${words.giver}会拍一张照片`);
  return entry('next', deliveryDueMs(wish), `全部${words.by}`, wish.sharesDelivered > 0 ? `${words.done} ${wish.sharesDelivered} 份，${words.giver}会拍一张照片` : `${words.giver}会拍一张照片`);
};

const confirmEntry = (wish: Wish): TimelineEntryView => {
  if (wish.state === 'completed') return entry('past', wish.completedAtMs, isThing(wordsOf(wish)) ? '收到了，办好了' : wordsOf(wish).got);
  const waiting = kept(wish).filter((claim) => claim.state === 'delivered');
  const isAllDelivered = wish.sharesDelivered === wish.sharesWanted;
  const dueMs = isAllDelivered ? lastOf(waiting.map((claim) => claim.confirmByMs)) : deliveryDueMs(wish) + RULES.claim.confirmMs;
  return entry(isAllDelivered ? 'now' : 'next', dueMs, `${isThing(wordsOf(wish)) ? '收到的人' : wordsOf(wish).receiver}或社工确认，再说一句感受`);
};

const ENDED_TITLE = { withdrawn: '发的人撤回了', expired: '到期了' } as const;

const RESCUED_TITLE = { split: '没人认领，社工拆小了', project: '社区项目接过来办', refer: '社工转介出去' } as const;

/** What was chosen when nobody claimed it; the poster is told in full elsewhere. */
const rescued = (wish: Wish): readonly TimelineEntryView[] => wish.rescue.choices.map(({ kind, atMs }) => entry('past', atMs, RESCUED_TITLE[kind]));

/** Pure: the timeline of a wish. */
export const timelineOf = (wish: Wish): readonly TimelineEntryView[] => {
  // Nobody reviews the words of a last leg; the program makes them.
  const begun = [entry('past', wish.createdAtMs, wish.posterText), ...(isErrand(wish) ? [] : [reviewEntry(wish)]), ...publicityEntries(wish)];
  switch (wish.state) {
    case 'review':
    case 'asked':
    case 'publicity':
      return [...begun, ...(wish.aboveCap && wish.state !== 'publicity' ? [entry('next', null, '公示', `${RULES.publicity.workingDays} 个工作日`)] : []), entry('next', null, '上心愿墙，等邻居认领')];
    case 'refused':
      return begun;
    case 'completed':
      if (wish.referral?.outcome === 'helped') return [...begun, entry('past', wish.completedAtMs, `${wish.referral.owner.areaName}帮着办好了`, wish.referral.note)];
      return [...begun, claimEntry(wish), deliveryEntry(wish), confirmEntry(wish)];
    case 'open':
      return [...begun, ...rescued(wish), claimEntry(wish), deliveryEntry(wish), confirmEntry(wish)];
    case 'referred':
      return [...begun, ...rescued(wish), entry('now', wish.referral?.dueAtMs ?? null, '转给更合适的单位在办', wish.referral === null ? '' : referralBriefView(wish.referral).text)];
    case 'withdrawn':
    case 'expired':
      return [...begun, entry('past', wish.endedAtMs, ENDED_TITLE[wish.state], wish.sharesDelivered > 0 ? `${wordsOf(wish).done} ${wish.sharesDelivered} 份` : '')];
  }
};
