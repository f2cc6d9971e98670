import type { MatchBudgetView, MatchState } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { deriveId } from '../kernel/ids';
import { partiesOf, worksAt, type Member } from '../member/member';

export type MatchEvent = OutboxEvent &
  (
    | { readonly kind: 'offered' | 'withdrawn' | 'refused' | 'opened' | 'usedUp' | 'forgot' | 'settled' | 'toGiveBack' }
    | { readonly kind: 'ending'; readonly byCampaign: boolean }
    | { readonly kind: 'returning'; readonly fen: number }
    | { readonly kind: 'returned'; readonly fen: number; readonly n: number }
    /** Nobody told of these gifts for a while: their calls may have been killed. */
    | { readonly kind: 'asked'; readonly holds: readonly AskedHold[] }
  );

export interface AskedHold {
  readonly contributionId: string;
  readonly heldAtMs: number;
}

/** Kept for a gift that is being paid. */
export interface MatchHold {
  readonly fen: number;
  readonly memberId: string;
  /** In whose cap of which day it counts. */
  readonly day: string;
  readonly atMs: number;
  readonly isAsked: boolean;
}

/** What each person's gifts were matched with on the day of the newest one; of days before nobody asks any more. */
export interface MatchToday {
  /** In UTC+8; empty before the first gift. */
  readonly day: string;
  /** As many as `used` names. */
  readonly people: number;
  readonly used: Readonly<Record<string, { readonly fen: number; readonly gifts: number }>>;
}

/** What a campaign must know to match a gift; copied there when the budget opens. */
export interface MatchTerms {
  readonly matchBudgetId: string;
  readonly merchantName: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly capFenPerPersonDay: number;
  /** All of it; what is left stands in the campaign's figures. */
  readonly budgetFen: number;
}

/**
 * What one shop adds to the gifts of neighbours for one campaign, the money lying with the campaign's collector. Gifts
 * take from it by guarded updates without an event, as a thousand may come in a minute; people change it one after
 * another. Integer fen; left + held + spent + returned = budget at every moment from its opening on.
 */
export interface MatchBudget extends Versioned<MatchEvent>, MatchTerms {
  readonly state: MatchState;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  readonly merchantId: string;
  readonly leftFen: number;
  readonly heldFen: number;
  readonly spentFen: number;
  readonly returnedFen: number;
  /** Contribution id → what is kept for it; as many as `holdCount`. */
  readonly holds: Readonly<Record<string, MatchHold>>;
  readonly holdCount: number;
  readonly today: MatchToday;
  /** Contribution id → when its match came back, for as long as that may be told twice. */
  readonly givenBack: Readonly<Record<string, number>>;
  readonly givenBackCount: number;
  /** The campaign is off: all that was matched comes back with the gifts, and only then the rest can be returned. */
  readonly awaitsGifts: boolean;
  /** On its way back to the shop. */
  readonly returningFen: number;
  readonly returns: number;
  /** What staff were asked to give back; null before. */
  readonly askedBackFen: number | null;
  readonly returnedById: string | null;
  readonly receiptNo: string;
  readonly confirmedById: string | null;
  readonly voucherNo: string;
  readonly note: string;
  readonly offeredAtMs: number;
  readonly openedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly inputHash: string;
}

export type MatchOffer = Pick<MatchBudget, 'budgetFen' | 'numerator' | 'denominator' | 'capFenPerPersonDay'>;
export type MatchSubject = Pick<MatchBudget, 'campaignId' | 'campaignTitle' | 'communityId' | 'areaIds'>;

export const newMatchBudget = (offer: MatchOffer, subject: MatchSubject, merchant: { readonly merchantId: string; readonly merchantName: string }, step: Step): MatchBudget => {
  const id = deriveId('mb', step.operationId);
  const { budgetFen, numerator, denominator, capFenPerPersonDay } = offer;
  return {
    _id: id, matchBudgetId: id, ...subject, ...merchant, budgetFen, numerator, denominator, capFenPerPersonDay, state: 'offered', leftFen: budgetFen, heldFen: 0, spentFen: 0, returnedFen: 0,
    holds: {}, holdCount: 0, today: { day: '', people: 0, used: {} }, givenBack: {}, givenBackCount: 0, awaitsGifts: false, returningFen: 0, returns: 0, askedBackFen: null, returnedById: null, receiptNo: '', confirmedById: null, voucherNo: '', note: '',
    offeredAtMs: step.nowMs, openedAtMs: null, endedAtMs: null, version: 1, steps: {}, inputHash: step.inputHash, ...bornWith<MatchEvent>({ kind: 'offered', ...bySomebody(step) }),
  };
};

export const termsOf = ({ _id, merchantName, numerator, denominator, capFenPerPersonDay, budgetFen }: MatchBudget): MatchTerms => ({ matchBudgetId: _id, merchantName, numerator, denominator, capFenPerPersonDay, budgetFen });

/** Whole fen, never more than the ratio says. */
export const matchOf = (amountFen: number, { numerator, denominator }: Pick<MatchTerms, 'numerator' | 'denominator'>): number => Math.floor((amountFen * numerator) / denominator);

/** "每 2 元配 1 元" */
export const ratioTextOf = ({ numerator, denominator }: Pick<MatchTerms, 'numerator' | 'denominator'>): string => `每 ${denominator} 元配 ${numerator} 元`;

export const isOwnBudget = ({ merchantId }: Pick<MatchBudget, 'merchantId'>, member: Member): boolean => partiesOf(member).includes(merchantId);
/** Staff of the community, never over what they promised themselves. */
export const judgesBudget = (budget: Pick<MatchBudget, 'merchantId' | 'communityId'>, member: Member): boolean => worksAt(member, budget.communityId) && !isOwnBudget(budget, member);

/** Everything that was on its way has come or gone. */
export const isSettled = ({ holdCount, awaitsGifts, spentFen }: Pick<MatchBudget, 'holdCount' | 'awaitsGifts' | 'spentFen'>): boolean => holdCount === 0 && (!awaitsGifts || spentFen === 0);

export const matchBudgetView = (budget: MatchBudget, reader: Member): MatchBudgetView => {
  const { _id, campaignId, campaignTitle, merchantName, state, budgetFen, numerator, denominator, capFenPerPersonDay, leftFen, heldFen, spentFen, returnedFen, receiptNo, voucherNo, note, offeredAtMs, openedAtMs, endedAtMs } = budget;
  const isMine = isOwnBudget(budget, reader);
  const judges = judgesBudget(budget, reader);
  return {
    matchBudgetId: _id, campaignId, campaignTitle, merchantName, state, budgetFen, numerator, denominator, capFenPerPersonDay, leftFen, heldFen, spentFen, returnedFen, receiptNo, voucherNo, note, offeredAtMs, openedAtMs, endedAtMs,
    may: {
      withdraw: isMine && state === 'offered', decide: judges && state === 'offered', end: (isMine || judges) && state === 'open', recordReturn: judges && state === 'ending' && isSettled(budget) && leftFen > 0,
      confirmReturn: state === 'returning' && (isMine || (judges && budget.returnedById !== reader._id)),
    },
  };
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** What must hold at every moment; a false is a defect. */
export const isMatchBudgetCoherent = (budget: MatchBudget): boolean =>
  budget.leftFen + budget.heldFen + budget.spentFen + budget.returnedFen === budget.budgetFen &&
  [budget.leftFen, budget.heldFen, budget.spentFen, budget.returnedFen, budget.returningFen].every((fen) => Number.isSafeInteger(fen) && fen >= 0) &&
  budget.heldFen === sumOf(Object.values(budget.holds).map(({ fen }) => fen)) &&
  budget.holdCount === Object.keys(budget.holds).length &&
  budget.today.people === Object.keys(budget.today.used).length &&
  Object.values(budget.today.used).every(({ fen, gifts }) => fen >= 0 && fen <= budget.capFenPerPersonDay && gifts >= 0) &&
  budget.givenBackCount === Object.keys(budget.givenBack).length &&
  budget.returningFen <= budget.leftFen &&
  (budget.state === 'returning') === budget.returningFen > 0 &&
  Object.keys(budget.outbox).length === budget.pendingEvents &&
  Object.keys(budget.steps).length <= STEPS_MAX;
