import { emptySchema } from './common';
import { BUDGET, route } from './route';

/** One place where an account is not what its transfers make it. Names accounts, never people. */
export interface FindingView {
  readonly subject: string;
  readonly kind: 'accountWrong' | 'accountBelowNought' | 'foldMissing' | 'foldWrong' | 'bookWrong' | 'bookIncomplete' | 'bookBelowNought' | 'sumNotNought';
  readonly expected: string;
  readonly found: string;
}

/** One night's proof: what was gone through and what came of it. `unquiet`: something moved all night; each account is right. */
export interface ProofView {
  /** "2026-11-28" in UTC+8. */
  readonly day: string;
  readonly state: 'running' | 'right' | 'wrong' | 'unquiet';
  readonly accounts: number;
  readonly transfers: number;
  readonly books: number;
  readonly folds: number;
  readonly wrong: number;
  readonly findings: readonly FindingView[];
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
}

/** Points of one community as far as they are folded. */
export interface CommunityPointsView {
  readonly issued: number;
  /** On the way to people: waiting for their days. */
  readonly onTheWay: number;
  readonly redeemed: number;
  readonly expired: number;
  /** Up to when every movement is counted in; null before the first. */
  readonly foldedAtMs: number | null;
}

export const LEDGER_ROUTES = {
  /** By staff: the last fortnight's proofs and the points of their community. */
  'ledger.proofs': route<{ readonly community: CommunityPointsView; readonly proofs: readonly ProofView[] }>()({ input: emptySchema, mutating: false, access: { roles: ['administrator', 'staff', 'socialWorker'] }, requestBudget: BUDGET.detail }),
} as const;
