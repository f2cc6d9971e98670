import { scrub, type Scrub } from '../kernel/scrub';
import { command, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { ratingIdOf, type Rating } from '../rating/rating';
import type { Claim, Wish } from '../wish/wish';
import { erasePhotos } from './files.use-case';
import { ERASE_MAX, type AssertTime } from './gone';
import { eraseMentions } from './mentions.use-case';

interface ClaimRef {
  readonly _id: string;
  readonly wishId: string;
}

type HelpedWish = Pick<Wish, '_id' | 'photos' | 'recipientIds' | 'claims'>;

/** What was said of their help stays, without their name in it. */
const eraseFromRatings = async ({ recipientIds }: HelpedWish, claimId: string, names: readonly Scrub[]): Promise<void> => {
  for (const recipientId of recipientIds) {
    const rating = await store.find<Rating>('ratings', ratingIdOf(claimId, recipientId));
    if (rating === null) continue;
    const words = scrub(rating.words, names);
    if (words !== rating.words) await store.update('ratings', { _id: rating._id }, { words, revision: command.inc(1) });
  }
};

const wordsOf = (claim: Claim, memberId: string): Readonly<Record<string, unknown>> => {
  const at = `claims.${claim.claimId}`;
  return {
    [`${at}.claimerName`]: GONE_TEXT, [`${at}.proofNote`]: '',
    ...(claim.plan !== null && { [`${at}.plan.note`]: '' }),
    ...(claim.dispute?.openedById === memberId && { [`${at}.dispute.note`]: '' }),
  };
};

const eraseHelp = async ({ _id: claimId, wishId }: ClaimRef, memberId: string, names: readonly Scrub[]): Promise<void> => {
  const wish = await store.find<HelpedWish>('wishes', wishId);
  const claim = wish?.claims[claimId];
  if (!wish || claim?.claimerId !== memberId) return;
  await eraseMentions({ wishId }, { names, titles: [], quoted: { claimId } });
  await eraseFromRatings(wish, claimId, names);
  await erasePhotos(wish, ({ evidenceBy, ...photo }) => photo.claimId === claimId && (evidenceBy === undefined || evidenceBy === memberId));
  await store.update('wishes', { _id: wishId, [`claims.${claimId}.claimerId`]: memberId }, { ...wordsOf(claim, memberId), revision: command.inc(1) });
};

/**
 * Takes name, words and pictures of whoever helped out of what they helped with, and their name out of what others were
 * told and said of it. Shares, days and points stay. Repeating it changes nothing.
 */
export const eraseHelpGiven = async (memberId: string, names: readonly Scrub[], assertTime: AssertTime): Promise<void> => {
  const claims = await store.query<ClaimRef>('claims', { where: { claimerId: memberId, isOpen: command.in([true, false]) }, limit: ERASE_MAX, fields: ['wishId'] });
  for (const claim of claims) {
    assertTime();
    await eraseHelp(claim, memberId, names);
  }
  await store.update('claims', { claimerId: memberId, isOpen: command.in([true, false]) }, { claimerName: GONE_TEXT, giverText: GONE_TEXT, plan: null });
};
