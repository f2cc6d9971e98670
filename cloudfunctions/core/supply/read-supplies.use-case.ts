import type { ApiContract, SuitedSupplyView, SuitedWishesView, SupplyExportView, SupplyGapsView, SupplyMapView, SupplyTableView } from '@contract';
import { childrenOf } from '../area/area.repository';
import { writeAudit } from '../audit/audit.repository';
import { isOfCommunity } from '../directed/directed-access';
import { levelOf, pathOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { AS_HELPERS, rankSuited, SUITABILITY_VERSION } from '../match/suitability';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { store } from '../platform/store';
import { RULES } from '../rules';
import { isRecipientSide } from '../wish/recipient';
import { wishRepository } from '../wish/wish.repository';
import { keepsSupply } from './supply';
import { mapCsv, tableCsv } from './supply-csv';
import { gapPeopleOf, gapWishesOf, servedHomesOf, supplyMapOf, supplyTableOf, type ServedCase } from './supply-figures';
import { cameTrueFor, inHandOfParties, wishesAt } from './sides.repository';
import { helpedOf, inHandOf, needOf, offerOf } from './supply-sides';
import { supplyCardView } from './supply-view';
import { openSupplies, supplyRepository } from './supply.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Refuses OUT_OF_AREA for a community the reader has nothing to do with. */
const communityOf = ({ member }: MemberContext, asked: string | null): string => {
  const communityId = asked ?? member.communityId;
  return levelOf(communityId) === 'community' && isOfCommunity({ communityId }, member) ? communityId : fail('OUT_OF_AREA');
};

/** Open offers by place and kind. */
export const supplyMap = async (context: MemberContext, input: Parsed<'supply.map'>): Promise<SupplyMapView> => {
  const communityId = communityOf(context, input.communityId);
  const [all, grids] = await Promise.all([openSupplies(communityId, input.category === null ? null : [input.category]), childrenOf(communityId)]);
  return supplyMapOf(communityId, grids, all, all.filter(({ partyKind }) => input.partyKind === null || partyKind === input.partyKind), context.member);
};

export const supplyTable = async (context: MemberContext, input: Parsed<'supply.table'>): Promise<SupplyTableView> => {
  const communityId = communityOf(context, input.communityId);
  const [supplies, wishes] = await Promise.all([openSupplies(communityId), wishesAt(communityId)]);
  return supplyTableOf(communityId, supplies, wishes, context.nowMs);
};

/** People in the ledger whose visit is due first. One request. */
const casesOf = (communityId: string): Promise<readonly ServedCase[]> =>
  store.query<ServedCase>('difficultyCases', { where: { areaIds: communityId, shelf: 'ledger' }, order: [['shelfPlace', 'asc'], ['_id', 'asc']], limit: RULES.supply.casesRead, fields: ['maskedName', 'areaName', 'visits', 'nextVisitAtMs'] });

export const supplyGaps = async (context: MemberContext, input: Parsed<'supply.gaps'>): Promise<SupplyGapsView> => {
  const communityId = communityOf(context, input.communityId);
  if (!worksAt(context.member, communityId)) fail('OUT_OF_AREA');
  const [supplies, wishes, cases] = await Promise.all([openSupplies(communityId), wishesAt(communityId), casesOf(communityId)]);
  const isAtLeast = supplies.length >= RULES.supply.suppliesRead || wishes.length >= RULES.supply.wishesRead || cases.length >= RULES.supply.casesRead;
  const cameTrue = await cameTrueFor(wishes, context.nowMs);
  return { communityId, homes: servedHomesOf(wishes, cameTrue), wishes: gapWishesOf(supplies, wishes, cameTrue, context.nowMs), people: gapPeopleOf(cases, context.nowMs), isAtLeast, suitabilityVersion: SUITABILITY_VERSION };
};

/** A sheet for spreadsheets, with whole names: an audit line is written before it is told. Refuses OUT_OF_AREA. */
export const exportSupplies = async (context: MemberContext, { communityId: asked, sheet }: Parsed<'supply.export'>): Promise<SupplyExportView> => {
  const communityId = communityOf(context, asked);
  if (!worksAt(context.member, communityId)) fail('OUT_OF_AREA');
  const [supplies, wishes] = await Promise.all([openSupplies(communityId), sheet === 'table' ? wishesAt(communityId) : []]);
  const { rows, text } = sheet === 'table' ? tableCsv(supplyTableOf(communityId, supplies, wishes, context.nowMs)) : mapCsv(supplies);
  await writeAudit({ auditId: deriveId('audit', context.operationId), kind: 'exportedSupplies', byId: context.callerId, subjectId: communityId, areaIds: pathOf(communityId), note: `${sheet} ${rows}`, atMs: context.nowMs });
  return { csv: text, rows, isAtLeast: supplies.length >= RULES.supply.suppliesRead || wishes.length >= RULES.supply.wishesRead };
};

/** The best offers for a wish, of those that fit indeed. Five requests. Refuses NOT_FOUND. */
export const suppliesForWish = async (context: MemberContext, { wishId }: Parsed<'supply.forWish'>): Promise<readonly SuitedSupplyView[]> => {
  const wish = await wishRepository.get(wishId);
  if (!isRecipientSide(wish, context.member)) fail('NOT_FOUND');
  if (wish.wallState !== 'claimable') return [];
  const supplies = await openSupplies(wish.communityId, [wish.category, ...RULES.matching.nearCategories[wish.category]]);
  const [inHand, cameTrue] = await Promise.all([inHandOfParties(supplies), cameTrueFor([wish], context.nowMs)]);
  const need = needOf(wish, context.nowMs, helpedOf([], cameTrue).get(wish.householdId) ?? 0);
  return rankSuited(supplies.map((supply) => ({ item: supply, id: supply._id, need, offer: offerOf(supply, inHand.get(supply.partyId) ?? 0) })), AS_HELPERS)
    .slice(0, RULES.supply.suggestions)
    .map(({ item, score, why }) => ({ supply: supplyCardView(item, context.member), score, why }));
};

/** The best wishes for one's own offer; those one has already are not among them. Four requests. Refuses NOT_FOUND. */
export const wishesForSupply = async (context: MemberContext, { supplyId }: Parsed<'supply.wishesFor'>): Promise<SuitedWishesView> => {
  const supply = await supplyRepository.get(supplyId);
  if (!keepsSupply(supply, context.member)) fail('NOT_FOUND');
  const wishes = await wishesAt(supply.areaId);
  const [helped, offer] = [helpedOf(wishes, await cameTrueFor(wishes, context.nowMs)), offerOf(supply, inHandOf(wishes).get(supply.partyId) ?? 0)];
  const waiting = wishes.filter(({ wallState, activeClaimerIds }) => wallState === 'claimable' && !activeClaimerIds.includes(supply.partyId));
  const suited = rankSuited(waiting.map((wish) => ({ item: wish, id: wish._id, need: needOf(wish, context.nowMs, helped.get(wish.householdId) ?? 0), offer })))
    .slice(0, RULES.supply.suggestions)
    .map(({ item, score, why }) => ({
      wishId: item._id, title: item.title, category: item.category, pictureKey: item.pictureKey, urgency: item.urgency, areaName: item.areaName, sharesLeft: item.sharesLeft, shareNote: item.shareNote, windowEndMs: item.windowEndMs, score, why,
    }));
  return { wishes: suited, isFull: offer.capacityLeft === 0 };
};
