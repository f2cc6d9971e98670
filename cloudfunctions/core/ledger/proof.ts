import { ASSETS, type Asset } from './account';
import { addBalance, changeFor, NOTHING, type Account, type AccountChange, type Balance } from './balance';
import { addLots, sumOf, type Lots } from './lots';
import { postingsOf, transferIdOfPosting } from './posting';
import type { Fold, SharedAccount } from './shared-account';
import type { Transfer } from './transfer';

/** One account that is not what its transfers make it. */
export interface Finding {
  readonly subject: string;
  readonly kind: 'accountWrong' | 'accountBelowNought' | 'foldMissing' | 'foldWrong' | 'bookWrong' | 'bookIncomplete' | 'bookBelowNought' | 'sumNotNought';
  readonly expected: string;
  readonly found: string;
}

export type ProofState = 'running' | 'right' | 'wrong' | 'unquiet';

/**
 * One night's proof of the whole ledger, kept: what was gone through and what was found. It goes on where it was when its
 * run ended or was killed.
 */
export interface Proof {
  /** The day, "2026-11-28" in UTC+8. */
  readonly _id: string;
  readonly state: ProofState;
  readonly phase: 'accounts' | 'books' | 'sum';
  /** The last account or book that was gone through. */
  readonly cursor: string;
  readonly accounts: number;
  readonly transfers: number;
  readonly books: number;
  readonly folds: number;
  /** Of the persons' accounts, by asset. */
  readonly own: Readonly<Record<Asset, Balance>>;
  /** At most `FINDINGS_KEPT`; `wrong` counts all. */
  readonly findings: readonly Finding[];
  readonly wrong: number;
  /** Transfers there were when it began: the sum is only told when none came meanwhile. */
  readonly movesAtStart: number;
  readonly tries: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly wakeAtMs: number;
}

export const FINDINGS_KEPT = 20;

const noBalances = (): Proof['own'] => Object.fromEntries(ASSETS.map((asset) => [asset, NOTHING])) as Proof['own'];

/** Pure: what a proof starts from, the first time and again when the night was not quiet. */
export const freshStart = (movesAtStart: number): Pick<Proof, 'state' | 'phase' | 'cursor' | 'accounts' | 'transfers' | 'books' | 'folds' | 'own' | 'findings' | 'wrong' | 'movesAtStart'> => ({ state: 'running', phase: 'accounts', cursor: '', accounts: 0, transfers: 0, books: 0, folds: 0, own: noBalances(), findings: [], wrong: 0, movesAtStart });

export const newProof = (day: string, movesAtStart: number, nowMs: number): Proof => ({ _id: day, ...freshStart(movesAtStart), tries: 1, startedAtMs: nowMs, endedAtMs: null, wakeAtMs: nowMs });

/** Pure: the proof with what was found added. */
export const withFindings = (proof: Proof, findings: readonly Finding[]): Proof => ({ ...proof, findings: [...proof.findings, ...findings].slice(0, FINDINGS_KEPT), wrong: proof.wrong + findings.length });

const balanceText = ({ posted, pendingIn, pendingOut }: Balance): string => `${posted} +${pendingIn} -${pendingOut}`;
const factText = (fact: Balance & { readonly lots: Lots }): string =>
  [balanceText(fact), ...Object.entries(fact.lots).sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, amount]) => `${day}: ${amount}`)].join(', ');

/** What an account's transfers came to so far; lines in any order. */
export interface AccountFold extends AccountChange {
  readonly count: number;
}

export const EMPTY_FOLD: AccountFold = { ...NOTHING, lots: {}, count: 0 };

/** Pure: the fold with some more of the account's transfers. */
export const foldMore = (fold: AccountFold, accountId: string, transfers: readonly Transfer[]): AccountFold =>
  transfers.reduce<AccountFold>((sum, transfer) => {
    const change = changeFor(accountId, transfer);
    return { ...addBalance(sum, change), lots: addLots(sum.lots, change.lots), count: sum.count + 1 };
  }, fold);

/** Pure: an account against its transfers. 'moved': there are more or fewer than it has taken in, so it must be read again. */
export const checkAccount = (account: Account, fold: AccountFold): readonly Finding[] | 'moved' => {
  if (fold.count !== account.revision) return 'moved';
  const [found, expected] = [factText(account), factText(fold)];
  const isBelow = account.posted < 0 || account.pendingIn < 0 || account.pendingOut < 0 || Object.values(account.lots).some((amount) => amount < 0) || sumOf(account.lots) !== account.posted - account.pendingOut;
  return [
    ...(found === expected ? [] : [{ subject: account._id, kind: 'accountWrong', expected, found } as const]),
    ...(isBelow ? [{ subject: account._id, kind: 'accountBelowNought', expected: 'none below nought, lots sum to what can be used', found } as const] : []),
  ];
};

/** Pure: a fold against the transfers it names. */
export const checkFold = (fold: Fold | null, foldId: string, transfers: readonly Transfer[]): readonly Finding[] => {
  if (fold === null) return [{ subject: foldId, kind: 'foldMissing', expected: 'a document', found: 'none' }];
  const byId = new Map(transfers.map((transfer) => [transfer._id, transfer]));
  const sides = fold.postingIds.flatMap((postingId) => {
    const transfer = byId.get(transferIdOfPosting(postingId));
    const posting = transfer && postingsOf(transfer).find(({ _id, book }) => _id === postingId && book === fold.book);
    return posting ? [posting] : [];
  });
  const [expected, found] = [`${sides.length} of ${fold.postingIds.length}: ${balanceText(sides.reduce<Balance>(addBalance, NOTHING))}`, `${fold.postingIds.length} of ${fold.postingIds.length}: ${balanceText(fold)}`];
  return expected === found ? [] : [{ subject: foldId, kind: 'foldWrong', expected, found }];
};

/** Pure: a shared account against the sum of its folds, all of them gone through. */
export const checkBook = (shared: SharedAccount): readonly Finding[] => {
  const [expected, found] = [`${shared.proved.postings}: ${balanceText(shared.proved)}`, `${shared.postings}: ${balanceText(shared)}`];
  return expected === found ? [] : [{ subject: shared._id, kind: 'bookWrong', expected, found }];
};

/** Pure: a book that holds money for a purpose never gave more than came in. Only told when no posting waits: sides are folded in any order. */
export const checkHeld = (subject: string, isHeldBook: boolean, balance: Balance): readonly Finding[] => {
  const isBelow = balance.posted < 0 || balance.pendingIn < 0 || balance.pendingOut < 0 || balance.posted < balance.pendingOut;
  return isHeldBook && isBelow ? [{ subject, kind: 'bookBelowNought', expected: 'no more goes out than came in', found: balanceText(balance) }] : [];
};

/** Pure: what persons hold and what the shared accounts hold comes to nought, for each asset (double entry). */
export const checkSum = (own: Proof['own'], shared: readonly (Balance & { readonly asset: Asset })[]): readonly Finding[] =>
  ASSETS.flatMap((asset) => {
    const sum = shared.filter((one) => one.asset === asset).reduce<Balance>(addBalance, own[asset]);
    const isNought = sum.posted === 0 && sum.pendingIn === sum.pendingOut;
    return isNought ? [] : [{ subject: asset, kind: 'sumNotNought' as const, expected: '0', found: balanceText(sum) }];
  });
