import { isOwnWish } from '../claim/giver';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { rankSuited, type Suited } from '../match/suitability';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Suggestion, Supply } from './supply';
import { helpedOf, needOf, offerOf, type HelpedWish, type NeededWish } from './supply-sides';

/** Pure: what waits and suits an offer, the best first, at most `RULES.supply.suggestions`; neither the reader's own nor what the party has in hand. */
export const suitedTo = (supply: Supply, inHand: number, wishes: readonly NeededWish[], cameTrue: readonly HelpedWish[], reader: Member, nowMs: number): readonly Suited<NeededWish>[] => {
  const [helped, offer] = [helpedOf(wishes, cameTrue), offerOf(supply, inHand)];
  const waiting = wishes.filter((wish) => wish.wallState === 'claimable' && !wish.activeClaimerIds.includes(supply.partyId) && !isOwnWish(wish, reader));
  return rankSuited(waiting.map((wish) => ({ item: wish, id: wish._id, need: needOf(wish, nowMs, helped.get(wish.householdId) ?? 0), offer })), { fitFloor: RULES.matching.fitFloor }).slice(0, RULES.supply.suggestions);
};

/** Pure: the best that the reader does not know yet. */
export const suggestionOf = (suited: readonly Suited<NeededWish>[], known: ReadonlySet<string>, readerId: string): Suggestion | null => {
  const best = suited.find(({ item }) => !known.has(item._id));
  return best === undefined ? null : { readerId, wishId: best.item._id, title: best.item.title, pictureKey: best.item.pictureKey, why: best.why };
};

/** One a person and wish, through whichever of their offers it comes. */
export const suggestionNoticeId = (readerId: string, wishId: string): string => deriveId('n', 'suggestion', readerId, wishId);

/** Pure: what its reader finds in their inbox; it asks nothing of them. */
export const suggestionNotice = ({ readerId, wishId, title, pictureKey, why, atMs }: EffectOf<'tellSuggestion'>): EffectOf<'notice'> => ({
  kind: 'notice', noticeId: suggestionNoticeId(readerId, wishId), memberId: readerId, title: '有个心愿适合您', body: `“${title}”：${why}。方便就去看看，不方便不用管它。`, pictureKey,
  target: { page: 'wishDetail', wishId, claimId: null }, todo: null, atMs,
});
