import { chinaDay } from '../kernel/clock';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { isHeld, parseAccount, type Asset } from './account';
import { addBalance, type Account, type Balance } from './balance';
import { checkAccount, checkBook, checkFold, checkHeld, checkSum, EMPTY_FOLD, foldMore, freshStart, newProof, withFindings, type AccountFold, type Finding, type Proof } from './proof';
import { transferIdOfPosting, type Posting } from './posting';
import { foldIdOf, lastFold, type Fold, type SharedAccount } from './shared-account';
import type { Transfer } from './transfer';

/** Accounts gone through side by side; after each such slice the proof is saved. */
const SLICE = 20;
const FOLDS_A_SLICE = 40;
const PAGE = 1_000;
/** An account that moves while it is read is read again so often. */
const READS = 5;
/** A night in which something moved all the time is tried again, so often, after so long. */
const TRIES = 6;
const PAUSE_MS = 10 * 60_000;

/** Moved while it was read, however often: not wrong, only not quiet. */
class Unquiet extends Error {}

const foldAccount = async (account: Account): Promise<AccountFold> => {
  let fold = EMPTY_FOLD;
  let after = '';
  for (;;) {
    const lines = await store.query<Transfer>('transfers', { where: { accounts: account._id, asset: account.asset, place: command.gt(after) }, order: [['place', 'asc']], limit: PAGE });
    fold = foldMore(fold, account._id, lines);
    const last = lines.at(-1);
    if (last === undefined || lines.length < PAGE) return fold;
    after = last.place;
  }
};

interface Proved {
  readonly account: Account;
  readonly count: number;
  readonly findings: readonly Finding[];
}

const proveAccount = async (read: Account): Promise<Proved> => {
  let account = read;
  for (let reads = 0; reads < READS; reads += 1) {
    const fold = await foldAccount(account);
    const findings = checkAccount(account, fold);
    if (findings !== 'moved') return { account, count: fold.count, findings };
    account = (await store.find<Account>('accounts', read._id)) ?? account;
  }
  throw new Unquiet();
};

/** The next accounts; the proof with them, or in its next phase. */
const accountsSlice = async (proof: Proof): Promise<Proof> => {
  const accounts = await store.query<Account>('accounts', { where: { _id: command.gt(proof.cursor) }, order: [['_id', 'asc']], limit: SLICE });
  const last = accounts.at(-1);
  if (last === undefined) return { ...proof, phase: 'books', cursor: '' };
  const proved = await Promise.all(accounts.map(proveAccount));
  const own = proved.reduce((sums, { account }) => ({ ...sums, [account.asset]: addBalance(sums[account.asset], account) }), proof.own);
  const transfers = proof.transfers + proved.reduce((sum, { count }) => sum + count, 0);
  return withFindings({ ...proof, cursor: last._id, accounts: proof.accounts + accounts.length, transfers, own }, proved.flatMap(({ findings }) => findings));
};

const readFold = (shared: SharedAccount, number: number): Promise<Fold | null> =>
  number === shared.folds ? Promise.resolve(lastFold(shared)) : store.find<Fold>('folds', foldIdOf(shared._id, number));

const proveFold = async (shared: SharedAccount, number: number): Promise<{ readonly fold: Fold | null; readonly findings: readonly Finding[] }> => {
  const fold = await readFold(shared, number);
  const ids = [...new Set((fold?.postingIds ?? []).map(transferIdOfPosting))];
  const transfers = ids.length === 0 ? [] : await store.query<Transfer>('transfers', { where: { _id: oneOf(ids) }, limit: ids.length });
  return { fold, findings: checkFold(fold, foldIdOf(shared._id, number), transfers) };
};

/** Goes through the next folds of a book. Folds never change, so what was proved is not gone through again. */
const proveFolds = async (shared: SharedAccount): Promise<{ readonly shared: SharedAccount; readonly findings: readonly Finding[]; readonly count: number }> => {
  const from = shared.proved.folds;
  const numbers = Array.from({ length: Math.min(FOLDS_A_SLICE, shared.folds - from) }, (_, index) => from + 1 + index);
  const proved = await Promise.all(numbers.map((number) => proveFold(shared, number)));
  const sum = proved.reduce<Balance & { readonly postings: number }>((total, { fold }) => (fold === null ? total : { ...addBalance(total, fold), postings: total.postings + fold.postingIds.length }), shared.proved);
  const after = { posted: sum.posted, pendingIn: sum.pendingIn, pendingOut: sum.pendingOut, postings: sum.postings, folds: from + numbers.length };
  await store.update('sharedAccounts', { _id: shared._id, 'proved.folds': from }, { proved: command.set(after) });
  return { shared: { ...shared, proved: after }, findings: proved.flatMap(({ findings }) => findings), count: numbers.length };
};

const addressOf = (book: string): { readonly asset: Asset; readonly address: string } => {
  const [asset = '', address = ''] = book.split(' ');
  parseAccount(address);
  return { asset: asset as Asset, address };
};

/** Postings of a book's last fold that whoever folded them has not removed yet: they are in the book and still lie there. */
const leftOver = ({ foldIds }: Pick<SharedAccount, 'foldIds'>): Promise<number> => (foldIds.length === 0 ? Promise.resolve(0) : store.count('postings', { _id: oneOf(foldIds) }));

interface Completeness {
  readonly lines: number;
  readonly folded: number;
  readonly waiting: number;
  readonly balance: Balance;
}

/**
 * Counts that belong to one moment; null when something moved between them. A transfer comes with its posting, and a fold
 * takes postings with its number, so nothing moved when neither lines nor folds did.
 */
const countBook = async (book: string): Promise<Completeness | null> => {
  const { asset, address } = addressOf(book);
  const countLines = (): Promise<number> => store.count('transfers', { accounts: address, asset });
  const before = await store.find<SharedAccount>('sharedAccounts', book);
  if (before === null || (await leftOver(before)) > 0) return null;
  const lines = await countLines();
  const waiting = await store.count('postings', { book });
  const [linesAfter, after] = [await countLines(), await store.find<SharedAccount>('sharedAccounts', book)];
  return lines === linesAfter && after?.folds === before.folds ? { lines, folded: before.postings, waiting, balance: before } : null;
};

/** Every transfer that names a book is folded into it or waits to be: counted, so that none is left out. And it holds what it gave. */
const checkComplete = async (book: string): Promise<readonly Finding[]> => {
  for (let reads = 0; reads < READS; reads += 1) {
    const counted = await countBook(book);
    if (counted === null) continue;
    const { lines, folded, waiting, balance } = counted;
    const below = waiting === 0 ? checkHeld(book, isHeld(addressOf(book).address), balance) : [];
    return lines === folded + waiting ? below : [{ subject: book, kind: 'bookIncomplete', expected: String(lines), found: `${folded} + ${waiting}` }, ...below];
  }
  throw new Unquiet();
};

const booksSlice = async (proof: Proof): Promise<Proof> => {
  const [book] = await store.query<SharedAccount>('sharedAccounts', { where: { _id: command.gt(proof.cursor) }, order: [['_id', 'asc']], limit: 1 });
  if (book === undefined) return { ...proof, phase: 'sum', cursor: '' };
  const { shared, findings, count } = await proveFolds(book);
  const along = withFindings({ ...proof, folds: proof.folds + count }, findings);
  if (shared.proved.folds < shared.folds) return along;
  return withFindings({ ...along, cursor: shared._id, books: proof.books + 1 }, [...checkBook(shared), ...(await checkComplete(shared._id))]);
};

const readAllShared = async (): Promise<readonly SharedAccount[]> => {
  const all: SharedAccount[] = [];
  for (;;) {
    const page = await store.query<SharedAccount>('sharedAccounts', { where: { _id: command.gt(all.at(-1)?._id ?? '') }, order: [['_id', 'asc']], limit: PAGE, fields: ['posted', 'pendingIn', 'pendingOut', 'postings', 'foldIds'] });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
};

/** Each night has one proof; whichever run of `jobs` comes first begins it. */
export const beginProof = async (nowMs: number): Promise<void> => {
  const day = chinaDay(nowMs - RULES.ledger.proofFromMs);
  if ((await store.find<Proof>('proofs', day)) !== null) return;
  await store.insertOnce('proofs', newProof(day, await countMoves(), nowMs));
};

/** How many sides of transfers there ever were: while it stands still, nothing moved. */
export const countMoves = async (): Promise<number> => {
  const shared = await readAllShared();
  const left = await Promise.all(shared.map(leftOver));
  const waiting = (await store.count('postings', { book: command.gt('') })) - left.reduce((sum, count) => sum + count, 0);
  return shared.reduce((sum, { postings }) => sum + postings, waiting);
};

const sumSlice = async (proof: Proof, nowMs: number): Promise<Proof> => {
  const lying = await store.query<Posting>('postings', { where: { book: command.gt('') }, order: [['book', 'asc'], ['_id', 'asc']], limit: PAGE });
  const shared = await readAllShared();
  const folded = new Set(shared.flatMap(({ foldIds }) => foldIds));
  const waiting = lying.filter(({ _id }) => !folded.has(_id));
  const moves = shared.reduce((sum, { postings }) => sum + postings, waiting.length);
  if (lying.length === PAGE || moves !== proof.movesAtStart) throw new Unquiet();
  const sides = [...shared.map((one) => ({ ...one, asset: addressOf(one._id).asset })), ...waiting.map((one) => ({ ...one, asset: addressOf(one.book).asset }))];
  const ended = withFindings(proof, checkSum(proof.own, sides));
  return { ...ended, state: ended.wrong > 0 ? 'wrong' : 'right', endedAtMs: nowMs };
};

const nextSlice = (proof: Proof, nowMs: number): Promise<Proof> => {
  if (proof.phase === 'accounts') return accountsSlice(proof);
  return proof.phase === 'books' ? booksSlice(proof) : sumSlice(proof, nowMs);
};

/** Begins again after a while, or says that the night was never quiet. What was found wrong stays found. */
const afterUnrest = async (proof: Proof, nowMs: number): Promise<Proof> => {
  if (proof.wrong > 0) return { ...proof, state: 'wrong', endedAtMs: nowMs };
  if (proof.tries >= TRIES) return { ...proof, state: 'unquiet', endedAtMs: nowMs };
  return { ...proof, ...freshStart(await countMoves()), tries: proof.tries + 1, wakeAtMs: nowMs + PAUSE_MS };
};

const save = async (before: Proof, { _id, own, findings, ...after }: Proof): Promise<boolean> =>
  (await store.update('proofs', { _id, phase: before.phase, cursor: before.cursor, tries: before.tries, folds: before.folds, state: 'running' }, { ...after, own: command.set(own), findings: command.set(findings) })) === 1;

/**
 * Goes on with a proof until this look of `jobs` is over, saving after each slice: killed anywhere it goes on from the last one, and
 * of two at once the slower one stops.
 * @returns the proof once it ended; its clock rings until somebody who was told puts it away.
 */
export const proveMore = async (day: string, nowMs: number, isOver: () => boolean): Promise<Proof | null> => {
  let proof = await store.find<Proof>('proofs', day);
  while (proof !== null && proof.state === 'running' && !isOver()) {
    const before: Proof = proof;
    const after: Proof = await nextSlice(before, nowMs).catch((error: unknown) => {
      if (error instanceof Unquiet) return afterUnrest(before, nowMs);
      throw error;
    });
    if (!(await save(before, after))) return null;
    proof = after;
    if (after.tries !== before.tries) return null;
  }
  return proof !== null && proof.endedAtMs !== null ? proof : null;
};
