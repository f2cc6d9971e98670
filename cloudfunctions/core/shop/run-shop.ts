import type { KeptFraction } from '@contract';
import { REPLAY, type Change } from '../aggregate/change';
import { NEVER_MS } from '../aggregate/aggregate';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { callOff, decidesOn, isAdmitted, isOwnerOf, peopleFields, type Shop, type ShopEvent, type ShopOutcome, type Sweep } from './shop';

type Outcome = Result<ShopOutcome>;

const beginAs = (shop: Shop, isAllowed: boolean, step: Step): Outcome | null => (isAllowed ? knownStep(shop.steps, step) : refuse('NOT_FOUND'));

/** A hand-back that starts at the next look of `jobs`, after one that may be under way. */
const startSweep = (shop: Shop, nowMs: number): { readonly sweep: Sweep; readonly handedBack: number } => ({ sweep: { isCalledOff: false, sinceMs: shop.sweep?.sinceMs ?? nowMs, nextAtMs: nowMs, pass: shop.sweep?.pass ?? 0, quiet: 0 }, handedBack: shop.sweep === null ? 0 : shop.handedBack });

/** Nothing new is taken on; what is held goes on, or goes back. Refuses NOT_FOUND, SHOP_CHANGED, OPERATION_REUSED. */
export const decidePauseShop = (shop: Shop, handsBack: boolean, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, isOwnerOf(shop, actor), step);
  if (begun !== null) return begun;
  if (shop.state !== 'open') return refuse('SHOP_CHANGED');
  return accept(versionChanged<ShopEvent>(shop, step, { state: 'paused', ...(handsBack && startSweep(shop, step.nowMs)) }, { kind: 'paused', handsBack, ...bySomebody(step) }));
};

/** Gives again; a hand-back that is not through stops where it is, and staff hear what went back until then. Refuses NOT_FOUND, SHOP_CHANGED, OPERATION_REUSED. */
export const decideResumeShop = (shop: Shop, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, isOwnerOf(shop, actor), step);
  if (begun !== null) return begun;
  if (shop.state !== 'paused') return refuse('SHOP_CHANGED');
  return accept(versionChanged<ShopEvent>(shop, step, { state: 'open', sweep: callOff(shop, step.nowMs) }, { kind: 'resumed', ...bySomebody(step) }));
};

/** By staff, with a reason its people read. Refuses NOT_FOUND (also for one's own), SHOP_CHANGED, OPERATION_REUSED. */
export const decideFreezeShop = (shop: Shop, reason: string, handsBack: boolean, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, decidesOn(shop, actor), step);
  if (begun !== null) return begun;
  const { state } = shop;
  if (state !== 'open' && state !== 'paused' && state !== 'expired') return refuse('SHOP_CHANGED');
  return accept(versionChanged<ShopEvent>(shop, step, { state: 'frozen', frozenFrom: state, note: reason, ...(handsBack && startSweep(shop, step.nowMs)) }, { kind: 'frozen', handsBack, ...bySomebody(step) }));
};

/** Refuses NOT_FOUND, SHOP_CHANGED, OPERATION_REUSED. */
export const decideUnfreezeShop = (shop: Shop, note: string, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, decidesOn(shop, actor), step);
  if (begun !== null) return begun;
  if (shop.state !== 'frozen' || shop.frozenFrom === null) return refuse('SHOP_CHANGED');
  return accept(versionChanged<ShopEvent>(shop, step, { state: shop.frozenFrom, frozenFrom: null, note, sweep: callOff(shop, step.nowMs) }, { kind: 'unfrozen', ...bySomebody(step) }));
};

/**
 * It leaves: what it holds goes back, what it offers ends. `isGiving`: an agreement on a directed gift runs. By an owner, or
 * by staff who say why. Refuses NOT_FOUND, BAD_INPUT, SHOP_CHANGED, SHOP_HAS_GIFTS, OPERATION_REUSED.
 */
export const decideLeaveShop = (shop: Shop, note: string, isGiving: boolean, actor: Member, step: Step): Outcome => {
  const isByStaff = !isOwnerOf(shop, actor);
  const begun = beginAs(shop, !isByStaff || decidesOn(shop, actor), step);
  if (begun !== null) return begun;
  if (isByStaff && note === '') return refuse('BAD_INPUT', { fields: { note: '请写一句为什么，店里会看到' } });
  if (!isAdmitted(shop) || shop.state === 'leaving') return refuse('SHOP_CHANGED');
  if (isGiving) return refuse('SHOP_HAS_GIFTS');
  const set = { state: 'leaving', note, frozenFrom: null, renewal: null, answerByMs: null, inviteId: null, ...startSweep(shop, step.nowMs) };
  return accept(versionChanged<ShopEvent>(shop, step, set, { kind: 'leaving', isByStaff, n: shop.renewal === null ? null : shop.reviews, ...bySomebody(step) }));
};

/** A claim may have been written by a call that read the shop before it stopped: one more look, after a while, meets it. */
const QUIET_PASSES = 2;

/** What one pass over a shop's claims came to. */
export interface SweepFound {
  readonly pass: number;
  /** Went back by this pass. */
  readonly returned: number;
  /** Went back since the hand-back began, counted anew: a pass that was killed, told twice or overtaken by a freeze leaves no gap. */
  readonly handedBack: number;
  /** More than one pass takes. */
  readonly open: number;
  /** Under the hands of somebody else: only tried for, or just delivered. */
  readonly busy: number;
  /** What others still owe it or it owes them: confirmations, kept gifts, money on its way back. */
  readonly waiting: number;
}

const ended = (shop: Shop, handedBack: number, atMs: number): ShopOutcome => ({
  kind: 'change',
  change: versionMoved<ShopEvent>(
    shop, { state: 'left', sweep: null, handedBack, endedAtMs: atMs, sealedContact: '', inviteId: null, ...peopleFields({}) },
    { kind: 'left', handedBack, memberIds: shop.memberIds, ...byClock(shop._id, 'left', String(shop.sweep?.pass), atMs) },
  ),
});

/**
 * Goes on after a pass: at once while something is left, once more after a while when nothing was, and then it is through.
 * A shop that leaves stays until nobody waits for anything of it. REPLAY for a pass that is known.
 */
export const decideSwept = (shop: Shop, found: SweepFound, atMs: number): Outcome => {
  const { sweep } = shop;
  if (sweep === null || sweep.pass !== found.pass || sweep.nextAtMs !== NEVER_MS) return accept(REPLAY);
  const { handedBack } = found;
  const quiet = found.open === 0 && found.busy === 0 ? sweep.quiet + 1 : 0;
  const isThrough = sweep.isCalledOff || (quiet >= QUIET_PASSES && found.returned === 0);
  if (isThrough && shop.state === 'leaving' && found.waiting === 0) return accept(ended(shop, handedBack, atMs));
  const about = byClock(shop._id, 'swept', String(found.pass), atMs);
  if (isThrough && shop.state !== 'leaving') return accept({ kind: 'change', change: versionMoved<ShopEvent>(shop, { sweep: null, handedBack }, { kind: 'swept', handedBack, ...about }) });
  const waitMs = found.open > 0 ? 0 : isThrough ? RULES.shop.waitMs : RULES.shop.lookAgainMs;
  return accept({ kind: 'change', change: versionMoved<ShopEvent>(shop, { sweep: { ...sweep, quiet, nextAtMs: atMs + waitMs }, handedBack }, { kind: 'swept', handedBack: 0, ...about }) });
};

export const sweepingByClock = (shop: Shop, sweep: Sweep, nowMs: number): Change<ShopEvent> =>
  versionMoved<ShopEvent>(shop, { sweep: { ...sweep, pass: sweep.pass + 1, nextAtMs: NEVER_MS } }, { kind: 'sweeping', pass: sweep.pass + 1, ...byClock(shop._id, 'sweeping', String(sweep.pass + 1), nowMs) });

export const warnedByClock = (shop: Shop, untilMs: number, nowMs: number): Change<ShopEvent> =>
  versionMoved<ShopEvent>(shop, { warnedForMs: untilMs }, { kind: 'expirySoon', untilMs, ...byClock(shop._id, 'expirySoon', String(untilMs), nowMs) });

/** The licence ran out: nothing new until staff saw another; what is held goes on. */
export const expiredByClock = (shop: Shop, untilMs: number, nowMs: number): Change<ShopEvent> =>
  versionMoved<ShopEvent>(shop, shop.state === 'frozen' ? { frozenFrom: 'expired' } : { state: 'expired' }, { kind: 'expired', untilMs, ...byClock(shop._id, 'expired', String(untilMs), nowMs) });

export const countingByClock = (shop: Shop, nowMs: number): Change<ShopEvent> =>
  versionMoved<ShopEvent>(shop, { countAtMs: nowMs + RULES.shop.countMs }, { kind: 'counting', ...byClock(shop._id, 'counting', String(shop.countAtMs), nowMs) });

/** Its record as counted just now. */
export const decideCountedShop = (shop: Shop, record: KeptFraction, atMs: number): Outcome =>
  record.onTime === shop.record.onTime && record.total === shop.record.total ? accept(REPLAY) : accept({ kind: 'change', change: versionMoved<ShopEvent>(shop, { record }, { kind: 'counted', ...byClock(shop._id, 'counted', String(shop.countAtMs), atMs) }) });

/** What neighbours read of it. Refuses NOT_FOUND, SHOP_CHANGED, OPERATION_REUSED. */
export const decideEditShop = (shop: Shop, words: Partial<Pick<Shop, 'address' | 'words' | 'sealedContact'>>, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, isOwnerOf(shop, actor), step);
  if (begun !== null) return begun;
  if (!isAdmitted(shop) || shop.state === 'leaving') return refuse('SHOP_CHANGED');
  return accept(versionChanged<ShopEvent>(shop, step, words, { kind: 'edited', ...bySomebody(step) }));
};
