import { foldIdOf, type Fold, type SharedAccount } from '../ledger/shared-account';
import { transferIdOfPosting } from '../ledger/posting';
import type { Transfer } from '../ledger/transfer';
import { command, oneOf, store } from '../platform/store';
import { movementOf } from './movement';
import { dayAfter, sealed, type BookFold, type Movement, type PublicDay } from './public-day';

/** Accounts of one campaign: a stage each, its funds and its returns. */
const ACCOUNTS_MAX = 20;

/** Every shared account of a campaign. One request. */
export const accountsOf = (campaignId: string): Promise<readonly SharedAccount[]> =>
  store.query<SharedAccount>('sharedAccounts', { where: { _id: command.gte(`CNY campaign:${campaignId}`).and(command.lt(`CNY campaign:${campaignId}~`)) }, limit: ACCOUNTS_MAX });

/** The newest day; null before the first. One request. */
export const latestDay = async (campaignId: string): Promise<PublicDay | null> => (await store.query<PublicDay>('publicDays', { where: { campaignId }, order: [['day', 'desc']], limit: 1 }))[0] ?? null;

/** Folds of one book by number. */
export const foldsOf = async (book: string, fromNumber: number, toNumber: number): Promise<readonly Fold[]> => {
  const ids = Array.from({ length: toNumber - fromNumber + 1 }, (_unused, index) => foldIdOf(book, fromNumber + index));
  const found = new Map((await store.query<Fold>('folds', { where: { _id: oneOf(ids) }, limit: ids.length })).map((fold) => [fold._id, fold]));
  // The last fold's own document may still be missing: it is written after its sums, and the next run finds it.
  const standing: Fold[] = [];
  for (const id of ids) {
    const fold = found.get(id);
    if (fold === undefined) break;
    standing.push(fold);
  }
  return standing;
};

const givenFirst = async (transfers: readonly Transfer[]): Promise<ReadonlySet<string>> => {
  const contributionIds = [...new Set(transfers.filter(({ phase, debitAccount }) => phase === 'posted' && debitAccount.endsWith(':received')).map(({ cause }) => cause.aggregateId))];
  if (contributionIds.length === 0) return new Set();
  const firsts = await store.query<{ readonly firstContributionId: string }>('campaignGivers', { where: { firstContributionId: oneOf(contributionIds) }, limit: contributionIds.length, fields: ['firstContributionId'] });
  return new Set(firsts.map(({ firstContributionId }) => firstContributionId));
};

/** What a fold brings. At most two requests. */
export const bookFoldOf = async (fold: Fold, account: string, number: number): Promise<BookFold> => {
  const transferIds = [...new Set(fold.postingIds.map(transferIdOfPosting))];
  const found = await store.query<Transfer>('transfers', { where: { _id: oneOf(transferIds) }, limit: transferIds.length });
  const transfers = new Map(found.map((transfer) => [transfer._id, transfer]));
  const firsts = await givenFirst(found);
  const movements = fold.postingIds.map((_id) => movementOf({ _id }, transfers, firsts)).filter((movement): movement is Movement => movement !== null);
  return { account, number, atMs: fold.atMs, movements };
};

/** Writes a day over the one it was made from; false when somebody else wrote meanwhile. */
export const replaceDay = async (from: PublicDay, to: PublicDay): Promise<boolean> => {
  const { _id, lines, upTo, stages, ...fields } = to;
  return (await store.update('publicDays', { _id, revision: from.revision, isSealed: false }, { ...fields, lines: command.set(lines), upTo: command.set(upTo), stages: command.set(stages) })) === 1;
};

/** Ends a day and begins another; whoever was killed in between is finished by whoever comes next. */
export const turnPage = async (standing: PublicDay, day: string): Promise<PublicDay | null> => {
  if (!standing.isSealed && !(await replaceDay(standing, sealed(standing)))) return null;
  const next = dayAfter(standing.isSealed ? standing : sealed(standing), day);
  return (await store.insertOnce('publicDays', next)) === 'inserted' ? next : null;
};
