import { command, store } from '../platform/store';

/** The most one query returns; nobody makes so many claims in a life here. */
const CLAIMS_MAX = 1_000;
const GONE_NAME = '一位邻居';

interface ClaimRef {
  readonly _id: string;
  readonly wishId: string;
}

const claimsOfMember = (memberId: string): Promise<readonly ClaimRef[]> =>
  store.query<ClaimRef>('claims', { where: { claimerId: memberId, isOpen: command.in([true, false]) }, limit: CLAIMS_MAX, fields: ['wishId'] });

const eraseNameOnClaim = (memberId: string, claim: ClaimRef): Promise<number> =>
  store.update('wishes', { _id: claim.wishId, [`claims.${claim._id}.claimerId`]: memberId }, { [`claims.${claim._id}.claimerName`]: GONE_NAME, revision: command.inc(1) });

/**
 * Takes a person's name out of what stays: their wishes and their claims on others' wishes keep their figures. The inbox
 * goes altogether, and no word of thanks from or to them stays on the wall; the ledger and the ratings only ever knew the id. Repeating it changes nothing.
 */
export const eraseTraces = async (memberId: string): Promise<void> => {
  await store.update('wishes', { recipientIds: memberId, posterId: memberId }, { posterName: GONE_NAME, revision: command.inc(1) });
  for (const claim of await claimsOfMember(memberId)) await eraseNameOnClaim(memberId, claim);
  await store.update('thanks', { partyIds: memberId }, { giverShows: false, consents: false, isOnWall: false, shownAtMs: 0, askedAtMs: null, revision: command.inc(1) });
  await store.remove('notices', { memberId });
};
