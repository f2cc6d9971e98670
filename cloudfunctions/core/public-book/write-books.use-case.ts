import { tellAggregate } from '../aggregate/tell.use-case';
import type { Fold, SharedAccount } from '../ledger/shared-account';
import { matchBudgetRepository } from '../match-budget/match-budget.repository';
import type { CampaignFigures } from '../mutual/campaign';
import { CAMPAIGN_KIND } from '../mutual/campaign-kind';
import { campaignRepository } from '../mutual/campaign.repository';
import { decideFigures } from '../mutual/run-campaign';
import { command, store } from '../platform/store';
import { bookPlaceOf } from './movement';
import { accountsOf, bookFoldOf, foldsOf, latestDay, replaceDay, turnPage } from './public-book.repository';
import { dayOfFold, firstDay, foldedInto, totalsOf, type PublicDay } from './public-day';

/** Where the last run came to; kept beside the lease of `jobs`. */
const PLACE_ID = 'publicBooks';
/** A run that was overtaken may fold a little later than its clock said. */
const OVERLAP_MS = 2 * 60_000;
const BOOKS_READ = 100;
/** Folds of one account taken in before the day is written. */
const FOLDS_A_STEP = 20;

interface WaitingFold {
  readonly account: string;
  readonly number: number;
  readonly fold: Fold;
}

const addressOf = ({ _id }: Pick<SharedAccount, '_id'>): string => _id.slice('CNY '.length);

/** The next folds of all its accounts in the order they were made; no further than what was read of each. */
const waitingFolds = async (accounts: readonly SharedAccount[], upTo: PublicDay['upTo']): Promise<readonly WaitingFold[]> => {
  const read = await Promise.all(
    accounts.map(async (shared) => {
      const account = bookPlaceOf(addressOf(shared))?.account ?? '';
      const from = (upTo[account] ?? 0) + 1;
      const to = Math.min(shared.folds, from + FOLDS_A_STEP - 1);
      const folds = account === '' || to < from ? [] : await foldsOf(shared._id, from, to);
      const isCut = account !== '' && from + folds.length - 1 < shared.folds;
      return { waiting: folds.map((fold, index) => ({ account, number: from + index, fold })), untilMs: isCut ? (folds.at(-1)?.atMs ?? 0) : Number.MAX_SAFE_INTEGER };
    }),
  );
  const untilMs = Math.min(...read.map((each) => each.untilMs));
  return read.flatMap(({ waiting }) => waiting).filter(({ fold }) => fold.atMs <= untilMs).sort((a, b) => a.fold.atMs - b.fold.atMs || (a.account < b.account ? -1 : 1));
};

const openDay = async (campaignId: string, communityId: string, atMs: number): Promise<PublicDay | null> => {
  const fresh = firstDay(campaignId, communityId, atMs);
  return (await store.insertOnce('publicDays', fresh)) === 'inserted' ? fresh : null;
};

/** Takes folds in, day by day. Null when another writer was faster; the next run goes on. */
const takeIn = async (begin: PublicDay, waiting: readonly WaitingFold[]): Promise<PublicDay | null> => {
  let written: PublicDay = begin;
  let day: PublicDay = begin;
  for (const { account, number, fold } of waiting) {
    const bookFold = await bookFoldOf(fold, account, number);
    const target = dayOfFold(day, bookFold);
    if (target !== day.day || day.isSealed) {
      if (day !== written && !(await replaceDay(written, day))) return null;
      const next = await turnPage(day, target);
      if (next === null) return null;
      written = next;
      day = next;
    }
    day = foldedInto(day, bookFold);
  }
  return day === written || (await replaceDay(written, day)) ? day : null;
};

/** What the budget that matches its gifts has left now. Two requests at most. */
const matchLeftOf = async (campaignId: string): Promise<CampaignFigures['matchLeft']> => {
  const match = (await campaignRepository.find(campaignId))?.match ?? null;
  const budget = match === null ? null : await matchBudgetRepository.find(match.matchBudgetId);
  return budget === null ? null : { matchBudgetId: budget._id, fen: budget.leftFen };
};

const tellFigures = async (campaignId: string, day: PublicDay, accounts: readonly SharedAccount[]): Promise<void> => {
  const matchLeft = await matchLeftOf(campaignId);
  return tellAggregate(CAMPAIGN_KIND, campaignId, (campaign) => {
    const stage = campaign.stage?.number ?? 1;
    const escrow = accounts.find((shared) => bookPlaceOf(addressOf(shared))?.account === `s${stage}`);
    const isPending = escrow !== undefined && (escrow.pendingIn !== 0 || escrow.pendingOut !== 0);
    // A pending movement begins and ends without a day's line, so the folds behind it order what is told.
    const revision = accounts.reduce((sum, { folds }) => sum + folds, 0);
    return decideFigures(campaign, { stage, revision, settledAtMs: day.settledAtMs, isPending, matchLeft, ...totalsOf(day, stage) });
  });
};

/**
 * Brings the public ledger of one campaign up to its accounts, and tells the campaign its figures. Killed anywhere it
 * goes on where the last written day says.
 */
export const writeBook = async (campaignId: string, isOver: () => boolean): Promise<void> => {
  while (!isOver()) {
    const [accounts, standing] = await Promise.all([accountsOf(campaignId), latestDay(campaignId)]);
    const [first] = accounts;
    if (first === undefined) return;
    const waiting = await waitingFolds(accounts, standing?.upTo ?? {});
    const [next] = waiting;
    if (next === undefined) return standing === null ? undefined : tellFigures(campaignId, standing, accounts);
    const begin = standing ?? (await openDay(campaignId, first.communityId, next.fold.atMs));
    if (begin === null || (await takeIn(begin, waiting)) === null) return;
  }
};

/**
 * The leased writer of `jobs`: every campaign one of whose accounts was folded since the last run, in one request where
 * none was. Its place goes on only when all were written.
 */
export const writePublicBooks = async (isOver: () => boolean): Promise<void> => {
  const place = await store.find<{ readonly _id: string; readonly sinceMs: number }>('leases', PLACE_ID);
  let sinceMs = place?.sinceMs ?? 0;
  for (let fromMs = sinceMs - OVERLAP_MS; !isOver(); ) {
    const folded = await store.query<SharedAccount>('sharedAccounts', { where: { foldedAtMs: command.gte(fromMs) }, order: [['foldedAtMs', 'asc']], limit: BOOKS_READ, fields: ['foldedAtMs'] });
    const campaignIds = new Set(folded.flatMap((shared) => (shared._id.startsWith('CNY campaign:') ? (bookPlaceOf(addressOf(shared))?.campaignId ?? []) : [])));
    for (const campaignId of campaignIds) await writeBook(campaignId, isOver);
    const lastMs = folded.at(-1)?.foldedAtMs ?? sinceMs;
    if (isOver()) return;
    if (lastMs > sinceMs) await notePlace(place === null && sinceMs === 0, lastMs);
    sinceMs = Math.max(sinceMs, lastMs);
    if (folded.length < BOOKS_READ || lastMs === fromMs) return;
    fromMs = lastMs;
  }
};

const notePlace = async (isFirst: boolean, sinceMs: number): Promise<void> => {
  if (isFirst && (await store.insertOnce('leases', { _id: PLACE_ID, sinceMs } as { readonly _id: string })) === 'inserted') return;
  await store.update('leases', { _id: PLACE_ID }, { sinceMs });
};
