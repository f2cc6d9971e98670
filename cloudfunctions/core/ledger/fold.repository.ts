import { command, oneOf, store } from '../platform/store';
import type { Posting } from './posting';
import { emptySharedAccount, FOLD_MAX, foldIn, lastFold, type SharedAccount } from './shared-account';

/** Ends what a fold that was killed left behind: its document, and its postings that still lie there. Repeats harmlessly. */
const finishFold = async (shared: SharedAccount): Promise<void> => {
  const fold = lastFold(shared);
  if (fold === null) return;
  await store.insertOnce('folds', fold);
  await store.remove('postings', { _id: oneOf(fold.postingIds) });
};

const openShared = async (posting: Posting): Promise<SharedAccount> => {
  const standing = await store.find<SharedAccount>('sharedAccounts', posting.book);
  if (standing !== null) return standing;
  const fresh = emptySharedAccount(posting.book, posting.communityId);
  return (await store.insertOnce('sharedAccounts', fresh)) === 'inserted' ? fresh : openShared(posting);
};

/**
 * Folds up to `FOLD_MAX` waiting postings of one book. Two writers at once: the postings are read after the last fold
 * was cleared away and written over that number of folds, so the slower one changes nothing.
 * @returns how many were folded.
 */
const foldOnce = async (posting: Posting, nowMs: number): Promise<number> => {
  const shared = await openShared(posting);
  await finishFold(shared);
  const postings = await store.query<Posting>('postings', { where: { book: shared._id }, order: [['_id', 'asc']], limit: FOLD_MAX });
  if (postings.length === 0) return 0;
  const { _id, proved: _proved, communityId: _communityId, ...after } = foldIn(shared, postings, nowMs);
  const written = await store.update('sharedAccounts', { _id, folds: shared.folds }, { ...after, foldIds: command.set(after.foldIds), foldSum: command.set(after.foldSum) });
  if (written === 0) return 0;
  await finishFold({ ...shared, ...after });
  return postings.length;
};

/**
 * The leased writer of `jobs`: folds whatever waits, book by book, until nothing does or time is up.
 * @returns how many postings were folded.
 */
export const foldPostings = async (nowMs: () => number, isOver: () => boolean): Promise<number> => {
  let folded = 0;
  while (!isOver()) {
    const [first] = await store.query<Posting>('postings', { where: { book: command.gt('') }, order: [['book', 'asc'], ['_id', 'asc']], limit: 1 });
    if (first === undefined) break;
    const taken = await foldOnce(first, nowMs());
    // Somebody else is at it: they go on, or the next run does.
    if (taken === 0) break;
    folded += taken;
  }
  return folded;
};
