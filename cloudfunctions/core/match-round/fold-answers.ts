import type { MatchReportView } from '@contract';
import type { MatchProposal } from '../match-proposal/match-proposal';
import type { MatchFold, MatchRound } from './match-round';

/** Nothing counted yet. */
export const NEW_FOLD: MatchFold = { after: null, lastServedWishId: null, served: 0, servedShares: 0, states: { open: 0, accepted: 0, declined: 0, unsuited: 0, lapsed: 0, gone: 0 }, servedByArea: {} };

/** Pure: answers that come in the order of wishes, so that each wish counts once however many came for it. */
export const foldedWith = (fold: MatchFold, proposals: readonly MatchProposal[]): MatchFold =>
  proposals.reduce<MatchFold>((sum, { state, wishId, shares, areaId, _id }) => {
    const counted = { ...sum, after: [wishId, _id], states: { ...sum.states, [state]: sum.states[state] + 1 } };
    if (state !== 'accepted') return counted;
    const isNew = sum.lastServedWishId !== wishId;
    return {
      ...counted, lastServedWishId: wishId, servedShares: sum.servedShares + shares, served: sum.served + (isNew ? 1 : 0),
      servedByArea: isNew ? { ...sum.servedByArea, [areaId]: (sum.servedByArea[areaId] ?? 0) + 1 } : sum.servedByArea,
    };
  }, fold);

/** Pure: what became of a round. */
export const reportOf = ({ figures, pass }: Pick<MatchRound, 'figures' | 'pass'>, fold: MatchFold): MatchReportView => {
  const wishes = figures?.wishes ?? 0;
  return {
    wishes, served: fold.served, servedShares: fold.servedShares, waited: Math.max(0, wishes - fold.served), proposals: fold.states, passes: pass,
    byArea: (figures?.byArea ?? []).map(({ areaId, areaName, wishes: waiting }) => ({ areaId, areaName, wishes: waiting, served: fold.servedByArea[areaId] ?? 0 })),
  };
};
