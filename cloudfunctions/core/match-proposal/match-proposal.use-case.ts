import type { ApiContract, MatchComingView, MatchProposalRef, MatchProposalView } from '@contract';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { claimRefusalOf } from '../claim/claim-wish';
import { fail, unwrap, type Result } from '../kernel/result';
import { partiesOf } from '../member/member';
import type { MemberContext } from '../platform/context';
import { oneOf, store } from '../platform/store';
import { checkFewWords } from '../shift/words-check.use-case';
import { settleAfterCommand } from '../wish/settle-wish.use-case';
import { isRecipientSide } from '../wish/recipient';
import { wishRepository } from '../wish/wish.repository';
import { giverOfProposal } from './carry-match-proposal.use-case';
import { answersProposal, decideAccept, decideDecline, decideUnsuited } from './change-match-proposal';
import type { MatchProposal, MatchProposalOutcome } from './match-proposal';
import { MATCH_PROPOSAL_KIND } from './match-proposal-kind';
import { matchProposalRepository, openProposalsOf, proposalsForWish } from './match-proposal.repository';
import { comingView, PROPOSED_FIELDS, proposalRefOf, proposalView, type ProposedSupply, type ProposedWish } from './match-proposal-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** More than anybody is asked in a week. */
const PROPOSALS_READ = 100;
/** Of one wish: who may come now, and who was asked of late. */
const COMING_READ = 30;

const byIds = async <T extends { readonly _id: string }>(collection: 'wishes' | 'supplies', ids: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, T>> => {
  if (ids.length === 0) return new Map();
  const read = await store.query<T>(collection, { where: { _id: oneOf(ids) }, limit: ids.length, fields });
  return new Map(read.map((document) => [document._id, document]));
};

const suppliesOf = (proposals: readonly MatchProposal[]): Promise<ReadonlyMap<string, ProposedSupply>> => byIds<ProposedSupply>('supplies', [...new Set(proposals.map(({ supplyId }) => supplyId))], ['title', 'partyName']);

/** Two requests. */
const viewsOf = async (context: MemberContext, proposals: readonly MatchProposal[]): Promise<readonly MatchProposalView[]> => {
  const [wishes, supplies] = await Promise.all([byIds<ProposedWish>('wishes', [...new Set(proposals.map(({ wishId }) => wishId))], PROPOSED_FIELDS), suppliesOf(proposals)]);
  return proposals.flatMap((proposal) => {
    const wish = wishes.get(proposal.wishId);
    return wish === undefined ? [] : [proposalView(proposal, wish, supplies.get(proposal.supplyId) ?? null, context.member, context.nowMs)];
  });
};

/** What waits for the caller's answer. */
export const myProposals = async (context: MemberContext): Promise<readonly MatchProposalView[]> => viewsOf(context, await openProposalsOf(partiesOf(context.member), PROPOSALS_READ));

/** For whoever answers for the giver. Refuses NOT_FOUND. */
export const getProposal = async (context: MemberContext, { proposalId }: Parsed<'matchProposal.get'>): Promise<MatchProposalView> => {
  const proposal = await matchProposalRepository.get(proposalId);
  if (!answersProposal(proposal, context.member)) fail('NOT_FOUND');
  return (await viewsOf(context, [proposal]))[0] ?? fail('NOT_FOUND');
};

/**
 * One tap: the rules of any claim are asked first, so that the answer is the ordinary one; then the claim is made by the
 * proposal's own event. Refuses what `wish.claim` refuses, NOT_FOUND, MATCH_PROPOSAL_CLOSED, OPERATION_REUSED.
 */
export const acceptProposal = async (context: MemberContext, input: Parsed<'matchProposal.accept'>): Promise<MatchProposalRef> => {
  const step = stepOf(context, input);
  const found = await matchProposalRepository.get(input.proposalId);
  if (!answersProposal(found, context.member)) fail('NOT_FOUND');
  const wish = await wishRepository.get(found.wishId);
  const shares = Math.max(1, Math.min(found.shares, wish.sharesLeft));
  const giver = unwrap(await giverOfProposal(found, context.member, wish.areaId));
  const refusal = claimRefusalOf(wish, giver, shares, context.nowMs);
  const accepted = await changeAggregate(MATCH_PROPOSAL_KIND, context, input.proposalId, (proposal) => {
    const decided = decideAccept(proposal, shares, context.member, step);
    return decided.ok && decided.value.kind === 'change' && refusal !== null ? refusal : decided;
  });
  await settleAfterCommand(accepted.wishId, context.nowMs, context.requestId);
  return proposalRefOf(accepted);
};

const answer = async (context: MemberContext, input: { readonly proposalId: string; readonly reason: string }, decide: (proposal: MatchProposal) => Result<MatchProposalOutcome>): Promise<MatchProposalRef> => {
  await checkFewWords(context, [input.reason], 'reason');
  return proposalRefOf(await changeAggregate(MATCH_PROPOSAL_KIND, context, input.proposalId, decide));
};

export const declineProposal = (context: MemberContext, input: Parsed<'matchProposal.decline'>): Promise<MatchProposalRef> =>
  answer(context, input, (proposal) => decideDecline(proposal, input.reason, context.member, stepOf(context, input)));

export const unsuitedProposal = (context: MemberContext, input: Parsed<'matchProposal.unsuited'>): Promise<MatchProposalRef> =>
  answer(context, input, (proposal) => decideUnsuited(proposal, input.reason, context.member, stepOf(context, input)));

/** Who may come, and who said what of late; not who declined and why. Refuses NOT_FOUND. */
export const comingForWish = async (context: MemberContext, { wishId }: Parsed<'matchProposal.forWish'>): Promise<readonly MatchComingView[]> => {
  const wish = await wishRepository.get(wishId);
  if (!isRecipientSide(wish, context.member)) fail('NOT_FOUND');
  const proposals = (await proposalsForWish(wishId, COMING_READ)).filter(({ state }) => state === 'open' || state === 'accepted' || state === 'unsuited');
  const supplies = await suppliesOf(proposals);
  return proposals.map((proposal) => comingView(proposal, supplies.get(proposal.supplyId) ?? null, context.member, context.nowMs));
};
