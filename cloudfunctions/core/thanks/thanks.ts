import type { PictureKey } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import { knownStep, type Step } from '../aggregate/step';
import { giverTextOf } from '../claim/claim-record';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { partiesOf, type Member } from '../member/member';
import { isRecipient, servedIdOf } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';

/** `askedAtMs`: of the question that ends here; null when none was open. */
export type ThanksEvent = OutboxEvent &
  (
    | { readonly kind: 'thanksSaid' }
    | { readonly kind: 'showAsked'; readonly askedAtMs: number }
    | { readonly kind: 'showEnded'; readonly askedAtMs: number | null; readonly isOnWall: boolean }
  );

/**
 * A word of thanks for one confirmed claim, private to the giver. It stands on the wall of thanks exactly while the giver
 * wants to show it and whoever said it agrees. One document for each claim and person served.
 */
export interface Thanks extends Aggregate<ThanksEvent> {
  readonly wishId: string;
  readonly claimId: string;
  readonly communityId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly words: string;
  /** Who wrote it; is asked whether it may be shown. */
  readonly saidById: string;
  readonly recipientIds: readonly string[];
  /** Who reads it for the giver: the party that gave; for somebody on paper also whoever wrote their gift down. */
  readonly giverIds: readonly string[];
  /** Both sides; plain, because a list asks for it. */
  readonly partyIds: readonly string[];
  /** As strangers read the giver; of who was helped no name is kept here. */
  readonly giverText: string;
  readonly giverShows: boolean;
  readonly consents: boolean;
  /** Whoever said no is not asked again. */
  readonly isDeclined: boolean;
  /** Since when the question waits; null when it doesn't. */
  readonly askedAtMs: number | null;
  readonly isOnWall: boolean;
  readonly shownAtMs: number;
  readonly saidAtMs: number;
  /** Ids of the last steps → hash of their input; at most `THANKS_STEPS_MAX`. */
  readonly steps: Readonly<Record<string, string>>;
}

export const THANKS_STEPS_MAX = 12;

export const thanksIdOf = (claimId: string, servedId: string): string => deriveId('th', claimId, servedId);

/** Whoever was helped, of those who read it. */
export const isSaidBy = (thanks: Pick<Thanks, 'recipientIds'>, member: Member): boolean => partiesOf(member).some((partyId) => thanks.recipientIds.includes(partyId));

export const isSaidTo = (thanks: Pick<Thanks, 'giverIds'>, member: Member): boolean => partiesOf(member).some((partyId) => thanks.giverIds.includes(partyId));

/**
 * Pure: the claim somebody may give thanks for now: theirs to thank for, and confirmed.
 * Refusals: NOT_FOUND, NOT_ALLOWED, THANKS_TOO_EARLY.
 */
export const decideMayThank = (wish: Wish, claimId: string, member: Member): Result<Claim> => {
  const claim = Object.hasOwn(wish.claims, claimId) ? wish.claims[claimId] : undefined;
  if (claim === undefined) return refuse('NOT_FOUND');
  if (!isRecipient(wish, member)) return refuse('NOT_ALLOWED', { message: '这声谢谢，要由收到帮助的人来说。' });
  if (claim.state !== 'confirmed') return refuse('THANKS_TOO_EARLY');
  return accept(claim);
};

/** The project has no inbox; whoever decided on it reads the thanks. */
const giverIdsOf = (claim: Claim): readonly string[] => {
  if (claim.giverKind === 'project') return [claim.contactId];
  return claim.giverKind === 'person' ? [claim.claimerId, claim.contactId] : [claim.claimerId];
};

/** Pure: the document of a first word of thanks. */
export const newThanks = (wish: Wish, claim: Claim, words: string, step: Step): Thanks => {
  const giverIds = giverIdsOf(claim);
  return {
    _id: thanksIdOf(claim.claimId, servedIdOf(wish)),
    wishId: wish._id,
    claimId: claim.claimId,
    communityId: wish.communityId,
    wishTitle: wish.title,
    pictureKey: wish.pictureKey,
    words,
    saidById: step.actorId,
    recipientIds: wish.recipientIds,
    giverIds,
    partyIds: [...new Set([...wish.recipientIds, ...giverIds])],
    giverText: giverTextOf(claim),
    giverShows: false,
    consents: false,
    isDeclined: false,
    askedAtMs: null,
    isOnWall: false,
    shownAtMs: 0,
    saidAtMs: step.nowMs,
    steps: { [step.operationId]: step.inputHash },
    ...bornWith<ThanksEvent>({ kind: 'thanksSaid', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId }),
  };
};

/** The thanks that stand already: the same act gives the same answer, another one comes too late. */
export const decideSaidAgain = (standing: Thanks, step: Step): Result<Thanks> => {
  const known = knownStep(standing.steps, step);
  if (known !== null && known.ok) return accept(standing);
  return refuse('OPERATION_REUSED', { message: '这份帮忙您已经谢过了，对方看得到。' });
};
