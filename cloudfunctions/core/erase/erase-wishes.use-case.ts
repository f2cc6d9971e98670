import { giverIdsOf } from '../claim/about-claim';
import { giverNoteIdOf } from '../giver-note/giver-note';
import { memberPoints } from '../ledger/account';
import type { Transfer } from '../ledger/transfer';
import { scrub, scrubsOf, type Scrub } from '../kernel/scrub';
import { earningMonthIdOf } from '../points/decide-earning';
import { command, oneOf, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { reportIdsOf } from '../safety/safety-report';
import { claimsOf, type Claim, type Wish } from '../wish/wish';
import { eraseFilesOf, erasePhotos } from './files.use-case';
import { ERASE_MAX, GONE_WISH, type AssertTime } from './gone';
import { eraseMentions } from './mentions.use-case';

type OwnWish = Pick<Wish, '_id' | 'title' | 'recipientIds' | 'photos' | 'onBehalf' | 'claims'>;

/** Lines of the books say for what they were: the sums stay, the title goes. */
const fromBooks = async (wishId: string, memberId: string, titles: readonly Scrub[]): Promise<void> => {
  const lines = await store.query<Pick<Transfer, '_id' | 'cause' | 'communityId' | 'createdAtMs'>>('transfers', { where: { accounts: memberPoints(memberId), 'cause.aggregateId': wishId }, limit: ERASE_MAX, fields: ['cause', 'communityId', 'createdAtMs'] });
  for (const { _id, cause, communityId, createdAtMs } of lines) {
    const text = scrub(cause.text, titles);
    if (text === cause.text) continue;
    await store.update('pendingTransfers', { _id }, { causeText: text });
    await store.update('earningMonths', { _id: earningMonthIdOf(communityId, memberId, createdAtMs), [`grants.${_id}.text`]: command.exists(true) }, { [`grants.${_id}.text`]: text, revision: command.inc(1) });
    // Last: until it is done a repeat finds the line again.
    await store.update('transfers', { _id }, { 'cause.text': text });
  }
};

/** What either side told staff about it, and what was told of that. */
const fromToldStaff = async (claimIds: readonly string[], titles: readonly Scrub[]): Promise<void> => {
  const reportIds = claimIds.flatMap((claimId) => [...reportIdsOf(claimId, 'giver'), ...reportIdsOf(claimId, 'recipient')]);
  for (const [collection, ids] of [['safetyReports', reportIds], ['giverNotes', claimIds.map(giverNoteIdOf)]] as const) {
    const standing = await store.query<{ readonly _id: string }>(collection, { where: { _id: command.in([...ids]) }, limit: ERASE_MAX, fields: ['_id'] });
    for (const { _id } of standing) {
      await eraseMentions({ subjectId: _id }, { names: [], titles, quoted: 'whereNamed' });
      await store.update(collection, { _id }, { wishTitle: GONE_WISH, revision: command.inc(1) });
    }
  }
};

/** What givers have of it in lists of their own. */
const fromGivers = async ({ _id, claims, title }: OwnWish, posterId: string): Promise<void> => {
  const standing: readonly Claim[] = claimsOf({ claims });
  const claimIds = standing.map(({ claimId }) => claimId);
  const titles = scrubsOf([title], GONE_WISH);
  if (claimIds.length === 0) return;
  await store.update('claims', { _id: command.in(claimIds) }, { wishTitle: GONE_WISH, shareNote: '' });
  await fromToldStaff(claimIds, titles);
  const people = standing.flatMap((claim) => [...giverIdsOf(claim), ...(claim.deliveredById === null ? [] : [claim.deliveredById])]);
  for (const memberId of new Set([...people, posterId])) await fromBooks(_id, memberId, titles);
};

const ownDisputes = (claims: OwnWish['claims'], memberId: string): Readonly<Record<string, string>> =>
  Object.fromEntries(claimsOf({ claims }).filter(({ dispute }) => dispute?.openedById === memberId).map(({ claimId }) => [`claims.${claimId}.dispute.note`, '']));

const eraseOwnWish = async (wish: OwnWish, memberId: string, names: readonly Scrub[]): Promise<void> => {
  await eraseMentions({ wishId: wish._id }, { names, titles: scrubsOf([wish.title], GONE_WISH), quoted: 'anywhere' });
  await fromGivers(wish, memberId);
  // A picture of what was done shows where it was done: those of givers go as well.
  await erasePhotos(wish, () => true);
  if (wish.onBehalf?.consentFileId) await eraseFilesOf(wish._id, [wish.onBehalf.consentFileId]);
  // Last, as the title is what a repeat goes by.
  await store.update('wishes', { _id: wish._id }, {
    title: GONE_WISH, story: '', shareNote: '', searchTokens: command.set([]), posterName: GONE_TEXT, posterText: GONE_TEXT, onBehalf: null, 'review.answer': '', 'review.note': '',
    ...ownDisputes(wish.claims, memberId), revision: command.inc(1),
  });
};

/** What they wrote themselves about wishes of people on paper whose account they had taken over; the wish stays that person's. */
export const eraseFromPaperWishes = async (memberId: string, paperIds: readonly string[], names: readonly Scrub[]): Promise<void> => {
  if (paperIds.length === 0) return;
  const wishes = await store.query<Pick<Wish, '_id' | 'claims'>>('wishes', { where: { recipientIds: oneOf(paperIds) }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], limit: ERASE_MAX, fields: ['claims'] });
  for (const { _id, claims } of wishes) {
    const notes = ownDisputes(claims, memberId);
    for (const { claimId, dispute } of claimsOf({ claims })) if (dispute?.openedById === memberId) await eraseMentions({ wishId: _id }, { names, titles: [], quoted: { claimId } });
    if (Object.keys(notes).length > 0) await store.update('wishes', { _id }, { ...notes, revision: command.inc(1) });
  }
};

/**
 * Words, pictures and voice of the wishes somebody posted for themselves or for a friend, wherever givers, staff and
 * books have them; that there was a wish, its shares and points stay. What staff wrote for people on paper is those
 * people's, and stays. Repeating it changes nothing.
 */
export const eraseOwnWishes = async (memberId: string, names: readonly Scrub[], assertTime: AssertTime): Promise<void> => {
  const posted = await store.query<OwnWish>('wishes', { where: { recipientIds: memberId, posterId: memberId }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], limit: ERASE_MAX, fields: ['title', 'recipientIds', 'photos', 'onBehalf', 'claims'] });
  for (const wish of posted.filter(({ recipientIds }) => recipientIds.length === 1)) {
    assertTime();
    await eraseOwnWish(wish, memberId, names);
  }
};
