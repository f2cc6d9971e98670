import { tellAggregate } from '../aggregate/tell.use-case';
import { listClaimRecords } from '../claim/claim-record.repository';
import { findClaim } from '../claim/claim-step';
import { isHandedBack, shopReturnIdOf } from '../claim/shop-return';
import type { ClaimRecord } from '../claim/claim-record';
import { decideShopReturn } from '../claim/give-back-claim';
import { givesNow } from '../directed/directed.repository';
import type { EffectOf } from '../effect/effect';
import { decideShopLeft } from '../match-budget/change-match';
import { MATCH_BUDGET_KIND } from '../match-budget/match-budget-kind';
import { matchBudgetRepository } from '../match-budget/match-budget.repository';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { decideShopNow } from '../supply/change-supply';
import { SUPPLY_KIND } from '../supply/supply-kind';
import { suppliesKeptBy } from '../supply/supply.repository';
import { WISH_KIND } from '../wish/settle-wish';
import { decideCountedShop, decideSwept } from './run-shop';
import { SHOP_KIND } from './shop-kind';
import { keptOf } from './shop-record';
import { restGifts, shopRepository } from './shop.repository';

/** More than a shop ever has under way with campaigns. */
const BUDGETS_READ = 100;

const budgetsUnderWay = (shopId: string) => matchBudgetRepository.list({ where: { merchantId: shopId, state: command.in(['offered', 'open', 'ending', 'returning']) }, limit: BUDGETS_READ });

/** Offers, gifts and promised money of a shop as it stands now, so that late repeats all end at the same. */
export const alignShop = async ({ shopId, atMs }: EffectOf<'alignShop'>): Promise<void> => {
  const shop = await shopRepository.find(shopId);
  if (shop === null) return;
  for (const { _id } of await suppliesKeptBy([shopId])) await tellAggregate(SUPPLY_KIND, _id, (supply) => decideShopNow(supply, shop, atMs));
  const isGoing = shop.state === 'leaving' || shop.state === 'left';
  if (shop.state !== 'open') await restGifts(shopId, isGoing);
  if (isGoing) for (const { _id } of await budgetsUnderWay(shopId)) await tellAggregate(MATCH_BUDGET_KIND, _id, (budget) => decideShopLeft(budget, atMs));
};

const openClaims = (shopId: string): Promise<readonly ClaimRecord[]> =>
  listClaimRecords({ where: { claimerId: shopId, isOpen: true }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.shop.claimsCounted });

const isToReturn = ({ state, isDisputed }: ClaimRecord): boolean => (state === 'held' || state === 'planned') && !isDisputed;

/** `now`: by this act; `before`: by an earlier one that its record does not tell yet; `not`: somebody else has it in hand. */
type Back = 'now' | 'before' | 'not';

/** The same act however often it is carried out: the wish knows it by its id. */
const handBack = async (shopId: string, { wishId, _id }: ClaimRecord, atMs: number): Promise<Back> => {
  const step = { actorId: 'clock', operationId: shopReturnIdOf(shopId, _id), inputHash: '', nowMs: atMs };
  let back: Back = 'not';
  await tellAggregate(WISH_KIND, wishId, (wish) => {
    const decided = decideShopReturn(wish, _id, step);
    const claim = findClaim(wish, _id);
    back = decided.ok && decided.value.kind === 'change' ? 'now' : claim !== null && isHandedBack(claim) ? 'before' : 'not';
    return decided;
  });
  return back;
};

/** Claims that went back by themselves since a moment, as far as their records tell. One request. */
const handedBackSince = async (shopId: string, sinceMs: number): Promise<readonly string[]> => {
  const ended = await listClaimRecords({ where: { claimerId: shopId, isOpen: false, updatedAtMs: command.gte(sinceMs) }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.shop.claimsCounted });
  return ended.flatMap(({ _id, isHandedBack: isBack }) => (isBack ? [_id] : []));
};

/** Hands back one after the other, as many as a pass takes; what is back already costs no place in it. */
const handBackSome = async (shopId: string, claims: readonly ClaimRecord[], atMs: number): Promise<{ readonly now: readonly string[]; readonly before: readonly string[]; readonly busy: number }> => {
  const ids: Record<Back, string[]> = { now: [], before: [], not: [] };
  for (const claim of claims) {
    if (ids.now.length === RULES.shop.handBackClaims) break;
    ids[await handBack(shopId, claim, atMs)].push(claim._id);
  }
  return { now: ids.now, before: ids.before, busy: ids.not.length };
};

/** What a shop that leaves still has to do with others: confirmations, disputes, kept gifts, money, agreements. Three requests. */
const waitingFor = async (shopId: string, claims: readonly ClaimRecord[]): Promise<number> => {
  const [kept, budgets, isGiving] = await Promise.all([
    store.query<{ readonly _id: string }>('redemptions', { where: { offererId: shopId, state: 'reserved' }, limit: RULES.shop.shown, fields: ['_id'] }),
    budgetsUnderWay(shopId),
    givesNow(shopId),
  ]);
  return claims.filter((claim) => !isToReturn(claim)).length + kept.length + budgets.length + (isGiving ? 1 : 0);
};

/**
 * One pass over what a shop hands back: each claim by one guarded update of its wish, so that a pass that was killed goes on
 * where it stopped. Of a shop that gives again meanwhile it only counts what went back until then.
 */
export const sweepShop = async ({ shopId, pass, atMs }: EffectOf<'sweepShop'>): Promise<void> => {
  const shop = await shopRepository.find(shopId);
  if (shop?.sweep?.pass !== pass) return;
  const claims = await openClaims(shopId);
  const toReturn = shop.sweep.isCalledOff ? [] : claims.filter(isToReturn);
  const { now, before, busy } = await handBackSome(shopId, toReturn, atMs);
  const handedBack = new Set([...(await handedBackSince(shopId, shop.sweep.sinceMs)), ...before, ...now]).size;
  const waiting = shop.state === 'leaving' ? await waitingFor(shopId, claims) : 0;
  const open = toReturn.length - now.length - before.length - busy;
  await tellAggregate(SHOP_KIND, shopId, (standing) => decideSwept(standing, { pass, returned: now.length, handedBack, open, busy, waiting }, atMs));
};

/** What was kept of what was promised, over its last claims. */
export const countShop = async ({ shopId, atMs }: EffectOf<'countShop'>): Promise<void> => {
  const ended = await listClaimRecords({ where: { claimerId: shopId, isOpen: false }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.shop.claimsCounted });
  await tellAggregate(SHOP_KIND, shopId, (shop) => decideCountedShop(shop, keptOf(ended), atMs));
};
