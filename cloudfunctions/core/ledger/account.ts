/**
 * Addresses of accounts: `<owner>:<id>:<purse>`. Ids are member, campaign or area ids; never an openid.
 * A member's purse is named like the asset it holds; shared accounts hold one asset each, told by the transfer.
 */
export const ASSETS = ['points', 'hours', 'CNY'] as const;
/** Never mixed in one transfer or one balance. Points and hours are counted singly, CNY in fen. */
export type Asset = (typeof ASSETS)[number];

/** Where points come from, where they go when somebody took a gift, and when their year is over; through which they pass from a paper to its person; what matching gifts are paid from. */
const COMMUNITY_PURSES = ['issuance', 'redeemed', 'expired', 'carried', 'matching'] as const;

export type AccountAddress =
  | { readonly owner: 'member'; readonly id: string; readonly purse: Asset }
  | { readonly owner: 'campaign'; readonly id: string; readonly purse: 'escrow' }
  | { readonly owner: 'community'; readonly id: string; readonly purse: (typeof COMMUNITY_PURSES)[number] };

const PURSES: Readonly<Record<AccountAddress['owner'], readonly string[]>> = {
  member: ASSETS,
  campaign: ['escrow'],
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
