import * as v from 'valibot';
import { areaIdSchema, idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { WISH_CATEGORIES, type PictureKey, type SupplyPartyKind, type Urgency, type WishCategory } from './vocabulary';

/**
 * 供需配对: one round of matching what waits in a community with what is offered there, to the optimum. Staff look before
 * anything is sent; givers and those who wait each may say no. (Themed rounds, 主题期, are `round.*`.)
 */
export const MATCH_ROUND_STATES = ['collecting', 'solving', 'preview', 'sending', 'open', 'reporting', 'ended', 'cancelled'] as const;
export type MatchRoundState = (typeof MATCH_ROUND_STATES)[number];
export const MATCH_ROUND_STATE_LABEL: Readonly<Record<MatchRoundState, string>> = { collecting: '正在收集', solving: '正在配', preview: '等您看一遍', sending: '正在发出', open: '等大家回话', reporting: '正在算小结', ended: '办完了', cancelled: '没有发出' };

export const MATCH_PROPOSAL_STATES = ['open', 'accepted', 'declined', 'unsuited', 'lapsed', 'gone'] as const;
export type MatchProposalState = (typeof MATCH_PROPOSAL_STATES)[number];
export const MATCH_PROPOSAL_STATE_LABEL: Readonly<Record<MatchProposalState, string>> = { open: '等回话', accepted: '接下了', declined: '这次不行', unsuited: '对方说不合适', lapsed: '没有回音', gone: '已经有别人了' };

export const MATCH_ANSWER_HOURS = [24, 48, 72] as const;

/** Of wishes in one 小区 or of all: how many wait, how many were placed, and how many arrival order would have placed. */
export interface MatchAreaView {
  readonly areaId: string;
  readonly areaName: string;
  readonly wishes: number;
  readonly placed: number;
  readonly arrivalPlaced: number;
}

/** What a round came to before anything is sent. Suitability is told in whole ten-thousandths, summed over shares. */
export interface MatchFiguresView {
  readonly wishes: number;
  readonly shares: number;
  readonly offers: number;
  /** Offers left out: whose party may not claim now, and who was sent enough this week. */
  readonly offersBarred: number;
  readonly offersPushed: number;
  /** There are more wishes or offers than a round takes: those who came first are in it. */
  readonly isAtLeast: boolean;
  readonly placed: number;
  readonly placedShares: number;
  readonly arrivalPlaced: number;
  readonly arrivalShares: number;
  /** Those who wait longest: how many, how many were placed, and by arrival order. */
  readonly longest: { readonly wishes: number; readonly placed: number; readonly arrivalPlaced: number; readonly waitingDays: number };
  /** Suitability apart from fairness (no bonus for who waits longest, and as if nobody knew which homes were helped before): as solved, as it would be without fairness, and by order of arrival. */
  readonly total: number;
  readonly totalWithoutFairness: number;
  readonly arrivalTotal: number;
  /** Worth with the bonus and its proved bound: equal, nothing is worth more. */
  readonly objective: number;
  readonly dualObjective: number;
  readonly byArea: readonly MatchAreaView[];
  readonly suitabilityVersion: number;
}

export interface MatchReportView {
  readonly wishes: number;
  /** Wishes that somebody took up by this round, and shares of them; the others wait on. */
  readonly served: number;
  readonly servedShares: number;
  readonly waited: number;
  readonly proposals: Readonly<Record<MatchProposalState, number>>;
  readonly passes: number;
  readonly byArea: readonly { readonly areaId: string; readonly areaName: string; readonly wishes: number; readonly served: number }[];
}

export interface MatchRoundCardView {
  readonly roundId: string;
  readonly n: number;
  readonly state: MatchRoundState;
  readonly startedAtMs: number;
  readonly startedByName: string;
  readonly categories: readonly WishCategory[] | null;
  readonly wishes: number | null;
  readonly placed: number | null;
  readonly served: number | null;
  readonly endedAtMs: number | null;
}

export interface MatchOverrideView {
  readonly wishId: string;
  readonly supplyId: string;
  readonly kind: 'forbid' | 'force';
  readonly reason: string;
  readonly byName: string;
  /** False until the round is solved again. */
  readonly isApplied: boolean;
}

export interface MatchRoundView extends MatchRoundCardView {
  readonly communityId: string;
  readonly communityName: string;
  readonly fairnessBonus: number;
  readonly answerHours: number;
  /** 1, and one more each time that what was declined is solved again. */
  readonly pass: number;
  /** While it works: what it does and how far it is, 0–100. */
  readonly progress: { readonly text: string; readonly percent: number } | null;
  readonly figures: MatchFiguresView | null;
  readonly overrides: readonly MatchOverrideView[];
  /** Proposals sent, over all passes. */
  readonly sent: number;
  readonly sentAtMs: number | null;
  readonly answerByMs: number | null;
  readonly previewUntilMs: number | null;
  readonly report: MatchReportView | null;
  readonly note: string;
  readonly canOverride: boolean;
  readonly canSend: boolean;
  readonly canSolveAgain: boolean;
  readonly canCancel: boolean;
}

export interface MatchPairView {
  readonly supplyId: string;
  readonly partyName: string;
  readonly partyKind: SupplyPartyKind;
  readonly supplyTitle: string;
  readonly shares: number;
  readonly score: number;
  readonly why: string;
  readonly isForced: boolean;
}

/** Who gets what and why, beside what order of arrival would have given. */
export interface MatchRowView {
  readonly wishId: string;
  readonly page: number;
  readonly title: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly areaName: string;
  readonly shares: number;
  readonly waitingDays: number;
  readonly isLongest: boolean;
  /** Offers that suit it at all. */
  readonly candidates: number;
  readonly given: readonly MatchPairView[];
  readonly arrival: readonly MatchPairView[];
}

export interface MatchRowsView {
  readonly rows: readonly MatchRowView[];
  readonly nextPage: number | null;
}

export interface MatchCandidateView {
  readonly supplyId: string;
  readonly partyName: string;
  readonly partyKind: SupplyPartyKind;
  readonly supplyTitle: string;
  readonly score: number;
  readonly why: string;
}

/** What a giver is asked: a wish that suits what they offer, and until when. */
export interface MatchProposalView {
  readonly proposalId: string;
  readonly state: MatchProposalState;
  readonly wishId: string;
  readonly title: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly urgency: Urgency;
  readonly areaName: string;
  readonly shareNote: string;
  readonly windowEndMs: number;
  /** How many shares it is about, and how many of the wish are still free. */
  readonly shares: number;
  readonly sharesLeft: number;
  readonly supplyTitle: string;
  readonly partyKind: SupplyPartyKind;
  readonly partyName: string;
  readonly why: string;
  readonly answerByMs: number;
  readonly canAnswer: boolean;
  readonly claimId: string | null;
}

/** Who may come, for whoever waits: no more than the wall would show. */
export interface MatchComingView {
  readonly proposalId: string;
  readonly state: MatchProposalState;
  readonly partyName: string;
  readonly partyKind: SupplyPartyKind;
  readonly supplyTitle: string;
  readonly shares: number;
  readonly answerByMs: number;
  readonly canSayUnsuited: boolean;
}

export interface MatchProposalRef {
  readonly proposalId: string;
  readonly state: MatchProposalState;
  readonly claimId: string | null;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const roundInput = v.strictObject({ roundId: idSchema });
const proposalRef = { proposalId: idSchema };
const pageSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.matchPages));
/** Null: the reader's own community. */
const ofCommunity = { communityId: v.optional(v.nullable(areaIdSchema), null) };

export const matchStartSchema = v.strictObject({
  ...ofCommunity,
  /** Null: all kinds of help. */
  categories: v.optional(v.nullable(v.pipe(v.array(v.picklist(WISH_CATEGORIES)), v.minLength(1, '至少选一类'), v.maxLength(WISH_CATEGORIES.length))), null),
  /** Whether those who wait longest gain (the bonus is the program's number). */
  isFair: v.optional(v.boolean(), true),
  answerHours: v.optional(v.picklist(MATCH_ANSWER_HOURS), 48),
});
export type MatchStartInput = v.InferOutput<typeof matchStartSchema>;

export const matchOverrideSchema = v.strictObject({
  roundId: idSchema,
  /** The page of rows the wish stands on. */
  page: pageSchema,
  wishId: idSchema,
  supplyId: idSchema,
  /** `swap`: this one instead of those the wish was given. `clear`: as if nothing had been said. */
  kind: v.picklist(['forbid', 'force', 'swap', 'clear']),
  reason: textSchema(LIMITS.noteCharacters, '写一句为什么'),
});
export type MatchOverrideInput = v.InferOutput<typeof matchOverrideSchema>;

export const MATCH_ROUND_ROUTES = {
  /** One at a time in a community: the next begins when the last has ended. */
  'matchRound.start': route<MatchRoundView>()({ input: matchStartSchema, mutating: true, access: STAFF, requestBudget: BUDGET.publish }),
  'matchRound.list': route<readonly MatchRoundCardView[]>()({ input: v.strictObject(ofCommunity), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'matchRound.get': route<MatchRoundView>()({ input: roundInput, mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  /** The preview, a page at a time, those who wait longest first. */
  'matchRound.rows': route<MatchRowsView>()({ input: v.strictObject({ roundId: idSchema, page: pageSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.publish }),
  /** Whom else the wish could be given, the best first. */
  'matchRound.candidates': route<readonly MatchCandidateView[]>()({ input: v.strictObject({ roundId: idSchema, page: pageSchema, wishId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  /** Counts when the round is solved again. */
  'matchRound.override': route<MatchRoundView>()({ input: matchOverrideSchema, mutating: true, access: STAFF, requestBudget: BUDGET.spend, quota: 'contentCheck' }),
  'matchRound.solveAgain': route<MatchRoundView>()({ input: roundInput, mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'matchRound.send': route<MatchRoundView>()({ input: roundInput, mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Before anything is sent. */
  'matchRound.cancel': route<MatchRoundView>()({ input: roundInput, mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** What waits for the caller and whom they answer for, and what they said of late. */
  'matchProposal.mine': route<readonly MatchProposalView[]>()({ input: v.strictObject({}), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  'matchProposal.get': route<MatchProposalView>()({ input: v.strictObject(proposalRef), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  /** Claims it, as any claim is made. */
  'matchProposal.accept': route<MatchProposalRef>()({ input: v.strictObject(proposalRef), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  'matchProposal.decline': route<MatchProposalRef>()({ input: v.strictObject({ ...proposalRef, reason: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Who may come, for the recipient's side and staff. */
  'matchProposal.forWish': route<readonly MatchComingView[]>()({ input: v.strictObject({ wishId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  'matchProposal.unsuited': route<MatchProposalRef>()({ input: v.strictObject({ ...proposalRef, reason: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
} as const;
