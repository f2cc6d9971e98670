/**
 * Addresses of accounts: `<owner>:<id>:<purse>`. Ids are member, campaign or area ids; never an openid.
 * A member's purse is named like the asset it holds; shared accounts hold one asset each, told by the transfer.
 */
export const ASSETS = ['points', 'hours', 'CNY'] as const;
/** Never mixed in one transfer or one balance. Points and hours are counted singly, CNY in fen. */
export type Asset = (typeof ASSETS)[number];

/** Where points come from, where they go when somebody took a gift, and when their year is over; through which they pass from a paper to its person. */
const POINT_PURSES = ['issuance', 'redeemed', 'expired', 'carried'] as const;

/** The outside, as money sees it: where gifts of people come in, where those given back go, what payees got, where matching gifts and project money come from. Never what somebody owns here. */
const OUTSIDE_PURSES = ['received', 'refunded', 'paidOut', 'matching', 'public'] as const;
const COMMUNITY_PURSES = [...POINT_PURSES, ...OUTSIDE_PURSES] as const;

/** Held until it is decided; may be spent; came too late and goes back. */
const HELD_PURSES = ['escrow', 'funds', 'returns'] as const;

export type AccountAddress =
  | { readonly owner: 'member'; readonly id: string; readonly purse: Asset }
  /** The id of an escrow names the stage as well: `<campaignId>_s<stage>`. */
  | { readonly owner: 'campaign' | 'directed'; readonly id: string; readonly purse: (typeof HELD_PURSES)[number] }
  | { readonly owner: 'fund' | 'match'; readonly id: string; readonly purse: 'budget' }
  | { readonly owner: 'grant'; readonly id: string; readonly purse: 'funds' }
  | { readonly owner: 'community'; readonly id: string; readonly purse: (typeof COMMUNITY_PURSES)[number] };

const PURSES: Readonly<Record<AccountAddress['owner'], readonly string[]>> = {
  member: ASSETS,
  campaign: HELD_PURSES,
  directed: HELD_PURSES,
  fund: ['budget'],
  match: ['budget'],
  grant: ['funds'],
  community: COMMUNITY_PURSES,
};

const ID = /^[A-Za-z0-9_-]{1,64}$/;

export const formatAccount = ({ owner, id, purse }: AccountAddress): string => `${owner}:${id}:${purse}`;

const isOwner = (text: string): text is AccountAddress['owner'] => Object.hasOwn(PURSES, text);

/** @throws when the text is no address: such a text comes from our own code, never from a person. */
export const parseAccount = (text: string): AccountAddress => {
  const [owner = '', id = '', purse = '', ...rest] = text.split(':');
  if (rest.length > 0 || !isOwner(owner) || !ID.test(id) || !PURSES[owner].includes(purse)) throw new Error(`no account address: ${text}`);
  return { owner, id, purse } as AccountAddress;
};

/** A person's own account never goes below nought, and changes together with the transfer; all others are shared. */
export const isOwn = (address: string): boolean => parseAccount(address).owner === 'member';

export const memberPoints = (memberId: string): string => formatAccount({ owner: 'member', id: memberId, purse: 'points' });
export const memberHours = (memberId: string): string => formatAccount({ owner: 'member', id: memberId, purse: 'hours' });
export const communityIssuance = (communityId: string): string => formatAccount({ owner: 'community', id: communityId, purse: 'issuance' });
export const communityRedeemed = (communityId: string): string => formatAccount({ owner: 'community', id: communityId, purse: 'redeemed' });
export const communityCarried = (communityId: string): string => formatAccount({ owner: 'community', id: communityId, purse: 'carried' });
export const communityExpired = (communityId: string): string => formatAccount({ owner: 'community', id: communityId, purse: 'expired' });

const ofCommunity = (purse: (typeof OUTSIDE_PURSES)[number]) => (communityId: string): string => formatAccount({ owner: 'community', id: communityId, purse });
export const communityReceived = ofCommunity('received');
export const communityRefunded = ofCommunity('refunded');
export const communityPaidOut = ofCommunity('paidOut');
export const communityMatching = ofCommunity('matching');
export const communityPublic = ofCommunity('public');

/** One escrow a stage, so that what one stage missed never mixes with what another reached. */
export const campaignEscrow = (campaignId: string, stage: number): string => formatAccount({ owner: 'campaign', id: `${campaignId}_s${stage}`, purse: 'escrow' });
export const campaignFunds = (campaignId: string): string => formatAccount({ owner: 'campaign', id: campaignId, purse: 'funds' });
export const campaignReturns = (campaignId: string): string => formatAccount({ owner: 'campaign', id: campaignId, purse: 'returns' });
export const directedEscrow = (directedId: string): string => formatAccount({ owner: 'directed', id: directedId, purse: 'escrow' });
export const directedFunds = (directedId: string): string => formatAccount({ owner: 'directed', id: directedId, purse: 'funds' });
export const directedReturns = (directedId: string): string => formatAccount({ owner: 'directed', id: directedId, purse: 'returns' });
export const fundBudget = (fundId: string): string => formatAccount({ owner: 'fund', id: fundId, purse: 'budget' });
export const grantFunds = (grantId: string): string => formatAccount({ owner: 'grant', id: grantId, purse: 'funds' });
export const matchBudget = (budgetId: string): string => formatAccount({ owner: 'match', id: budgetId, purse: 'budget' });

/** Whether money lies here that belongs to a purpose: such a book never goes below nought. Those of a community are the outside. */
export const isHeld = (address: string): boolean => !['member', 'community'].includes(parseAccount(address).owner);
