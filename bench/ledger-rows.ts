/** Rows about the ledger: a year of a town folded and proved in one night, and that a very long account is read like a short one. */
import { communityIssuance, communityRedeemed, memberPoints } from '../cloudfunctions/core/ledger/account';
import { Books } from '../cloudfunctions/core/ledger/books.fixtures';
import type { Draft } from '../cloudfunctions/core/ledger/decide-transfer';
import type { Proof } from '../cloudfunctions/core/ledger/proof';
import type { SharedAccount } from '../cloudfunctions/core/ledger/shared-account';
import { FUNCTIONS } from '../cloudfunctions/deploy';
import type { Document } from '../devtools/local-cloud/kernel/values';
import { COMMUNITY, Community, DAY_MS, HOUR_MS, POSTER } from '../tests/flows/support/community';
import { newDice, type Dice } from './dice';
import { atMost, type Row } from './row';

const RESIDENTS = 5_000;
/** In a year: deliveries, ratings and hours that brought points, and gifts they were spent on. */
const EARNINGS = 24;
const GIFTS = 2;
/** Of one account, as lines; each earning is two. */
const LONG_ACCOUNT = 100_000;
/** From two o'clock to six, a run a minute. */
const RUNS_A_NIGHT = 240;
const MINUTE_MS = 60_000;
const YEAR_STARTS_MS = Date.parse('2026-01-01T00:00:00+08:00');
const NIGHT_MS = Date.parse('2027-01-01T02:00:00+08:00');
const JOBS_SECONDS = FUNCTIONS.find(({ name }) => name === 'jobs')?.timeoutSeconds ?? 0;

const draftOf = (transferId: string, account: string, amount: number, nowMs: number): Draft => {
  const earns = amount > 0;
  const waits = earns ? ({ untilMs: nowMs + 7 * DAY_MS, then: 'posted' } as const) : ({ untilMs: nowMs + 14 * DAY_MS, then: 'expired' } as const);
  const [debitAccount, creditAccount] = earns ? [communityIssuance(COMMUNITY), account] : [account, communityRedeemed(COMMUNITY)];
  const cause = earns ? { kind: 'delivery', aggregateId: `w_${transferId}`, text: '送到' } : { kind: 'gift', aggregateId: `rd_${transferId}`, text: '换礼物' };
  return { transferId, asset: 'points', debitAccount, creditAccount, amount: Math.abs(amount), cause, communityId: COMMUNITY, nowMs, waits };
};

/** One movement and how it ended: the points came or the gift was fetched. Refused when there is not enough, as in life. */
const act = (books: Books, transferId: string, account: string, amount: number, nowMs: number): void => {
  if (books.move(draftOf(transferId, account, amount, nowMs)) === 'written') books.resolve(transferId, 'posted', nowMs + 7 * DAY_MS);
};

/** A year of transfers by the ledger's own decisions: every line is one the functions would have written. */
const liveAYear = (dice: Dice, longAccount: string): Books => {
  const books = new Books();
  const at = (part: number): number => YEAR_STARTS_MS + Math.floor(part * 350 * DAY_MS);
  for (let resident = 0; resident < RESIDENTS; resident += 1) {
    const account = memberPoints(`m_bench${resident}`);
    for (let index = 0; index < EARNINGS; index += 1) act(books, `t_earn${resident}x${index}`, account, 1 + dice.roll(10), at((index + dice.roll(100) / 100) / EARNINGS));
    for (let index = 0; index < GIFTS; index += 1) act(books, `t_gift${resident}x${index}`, account, -(10 + dice.roll(40)), at(0.9 + index / 20));
  }
  for (let index = 0; index < LONG_ACCOUNT / 2; index += 1) act(books, `t_long${index}`, longAccount, 1, at(index / LONG_ACCOUNT));
  return books;
};

/** Puts the books into the store, nothing of them folded yet: the calls that make them would take days. */
const lay = (community: Community, books: Books): void => {
  const { store } = community.cloud.cloud;
  for (const name of ['transfers', 'accounts', 'postings'] as const) {
    const collection = store.get(name);
    for (const document of books[name].values()) collection.load(document._id, document as unknown as Document);
    collection.rebuildIndexes();
  }
};

interface Night {
  readonly runs: number;
  readonly longestSeconds: number;
  readonly proof: Proof | undefined;
}

/** The timer, minute by minute, until everything is folded and the proof has ended. */
const passNight = async (community: Community): Promise<Night> => {
  let longestSeconds = 0;
  const ended = (): Proof | undefined => community.documents<Proof>('proofs').find(({ endedAtMs, startedAtMs }) => endedAtMs !== null && startedAtMs >= NIGHT_MS);
  for (let runs = 1; ; runs += 1) {
    const startedMs = performance.now();
    await community.runJobs();
    longestSeconds = Math.max(longestSeconds, (performance.now() - startedMs) / 1000);
    const proof = ended();
    if (proof !== undefined || runs === RUNS_A_NIGHT) return { runs, longestSeconds, proof };
    await community.advance(MINUTE_MS);
  }
};

const nightRows = async (community: Community, books: Books): Promise<readonly Row[]> => {
  const night = await passNight(community);
  const folded = community.documents<SharedAccount>('sharedAccounts').reduce((sum, { postings }) => sum + postings, 0);
  const { proof } = night;
  const isRight = proof?.state === 'right' && proof.transfers >= books.transfers.size && community.documents('postings').length === 0;
  return [
    { what: `a year of ${RESIDENTS} residents, ${books.transfers.size} transfers, folded and proved in one night`, measured: `${night.runs} runs; ${folded} postings folded; proof ${proof?.state ?? 'not ended'} over ${proof?.accounts ?? 0} accounts, ${proof?.transfers ?? 0} lines, ${proof?.folds ?? 0} folds`, limit: `right, ≤ ${RUNS_A_NIGHT} runs`, ok: isRight },
    atMost('longest run of that night', night.longestSeconds, JOBS_SECONDS, (seconds) => `${seconds.toFixed(1)} s`),
  ];
};

/** What one call examined of the ledger against what it returned. */
const statementRow = async (community: Community, what: string, call: () => Promise<unknown>): Promise<Row> => {
  await call();
  const record = community.meters(5).at(-1);
  const own = record?.calls.filter(({ collection }) => collection === 'transfers' || collection === 'accounts' || collection === 'pendingTransfers') ?? [];
  const [examined, returned] = [own.reduce((sum, { documentsExamined = 0 }) => sum + documentsExamined, 0), own.reduce((sum, { documentsReturned = 0 }) => sum + documentsReturned, 0)];
  return { what: `${what} of an account with ${LONG_ACCOUNT} transfers: examined ÷ returned`, measured: `${examined} ÷ ${returned}`, limit: '≤ 2', ok: returned > 0 && examined <= 2 * returned };
};

const statementRows = async (community: Community): Promise<readonly Row[]> => {
  let cursor: string | null = null;
  const entries = async (): Promise<void> => {
    const page: { readonly nextCursor?: string | null } = await community.must(POSTER, 'points.entries', cursor === null ? {} : { cursor });
    cursor = page.nextCursor ?? null;
  };
  const first = await statementRow(community, 'statement', entries);
  for (let page = 0; page < 20; page += 1) await entries();
  return [await statementRow(community, 'balance and trend', () => community.must(POSTER, 'points.mine', {})), first, await statementRow(community, 'statement, page 22', entries)];
};

export const ledgerRows = async (): Promise<readonly Row[]> => {
  const community = await Community.found();
  try {
    await community.advance(NIGHT_MS - HOUR_MS - community.nowMs());
    await community.runJobs();
    const books = liveAYear(newDice(5_000), memberPoints((await community.me(POSTER)).memberId));
    lay(community, books);
    // Connections that fell asleep during this work are closed now and not in the middle of a call.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await community.advance(HOUR_MS + MINUTE_MS);
    return [...(await nightRows(community, books)), ...(await statementRows(community))];
  } finally {
    await community.close();
  }
};
