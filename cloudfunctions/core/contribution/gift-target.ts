import { campaignEscrow, campaignReturns, directedEscrow, directedReturns } from '../ledger/account';

/** What money may be given for. A linked public campaign is none of these: nothing in this program can take money for it. */
export type GiftTarget = { readonly lane: 'mutual'; readonly campaignId: string; readonly stage: number } | { readonly lane: 'directed'; readonly directedId: string };

/** One text a target, so that everything given for it is one range of an index. */
export const targetKeyOf = (target: GiftTarget): string => (target.lane === 'mutual' ? `mutual:${target.campaignId}:${target.stage}` : `directed:${target.directedId}`);

export const targetIdOf = (target: GiftTarget): string => (target.lane === 'mutual' ? target.campaignId : target.directedId);

/** Where its money is held until it is decided. */
export const escrowOf = (target: GiftTarget): string => (target.lane === 'mutual' ? campaignEscrow(target.campaignId, target.stage) : directedEscrow(target.directedId));

/** Where money lies that came too late or was not what was ordered, until it is given back. */
export const returnsOf = (target: GiftTarget): string => (target.lane === 'mutual' ? campaignReturns(target.campaignId) : directedReturns(target.directedId));
