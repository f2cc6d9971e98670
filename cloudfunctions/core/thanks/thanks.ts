import type { PictureKey } from '@contract';
import { bornWith, type Aggregate } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { giverTextOf } from '../claim/claim-record';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { partiesOf, type Member } from '../member/member';
import { isShopId } from '../shop/shop-id';
import { isRecipient, servedIdOf } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';
import type { ThanksEvent } from './thanks-event';
import { newVoice, type ThanksVoice } from './thanks-voice';

/**
 * A word of thanks for one confirmed claim, written, spoken or both, private to the giver. It stands on the wall of thanks
 * exactly while the giver wants to show it and whoever said it agrees, and a voice only once staff listened for that. One
 * document for each claim and person served.
 */
export interface Thanks extends Aggregate<ThanksEvent> {
  readonly wishId: string;
  readonly claimId: string;
  readonly communityId: string;
  /** Staff of this node listen where somebody must. */
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  /** May be empty where it was only spoken. */
  readonly words: string;
  readonly voice: ThanksVoice | null;
  /** Who said it; is asked whether it may be shown. */
  readonly saidById: string;
  readonly recipientIds: readonly string[];
  /** Who reads it for the giver: the party that gave; for somebody on paper also whoever wrote their gift down. */
  readonly giverIds: readonly string[];
  /** Who finds it in their list; plain, because a list asks for it. The giver's side only once there is something to read or hear. */
  readonly partyIds: readonly string[];
  /** As strangers read the giver; of who was helped no name is kept here. */
  readonly giverText: string;
  readonly giverShows: boolean;
  readonly consents: boolean;
  /** Whether all neighbours may hear the voice too, not only read the words. */
  readonly consentsToVoice: boolean;
  /** Whoever said no is not asked again. */
  readonly isDeclined: boolean;
  /** Since when the question waits; null when it doesn't. */
  readonly askedAtMs: number | null;
  readonly isOnWall: boolean;
  /** What everybody hears there; null where they only read. */
  readonly wallVoice: Pick<ThanksVoice, 'fileId' | 'seconds'> | null;
  readonly shownAtMs: number;
  readonly saidAtMs: number;
  /** Ids of the last steps → hash of their input; at most `THANKS_STEPS_MAX`. */
  readonly steps: Readonly<Record<string, string>>;
}

/** What somebody says: words, a recording, or both. */
export interface Saying {
  readonly words: string;
  readonly voiceFileId: string | null;
  /** As the phone counted them; only told, never decided by. */
  readonly voiceSeconds: number | null;
}

const THANKS_STEPS_MAX = 12;

export const thanksIdOf = (claimId: string, servedId: string): string => deriveId('th', claimId, servedId);

/** Whoever was helped, of those who read it. */
export const isSaidBy = (thanks: Pick<Thanks, 'recipientIds'>, member: Member): boolean => partiesOf(member).some((partyId) => thanks.recipientIds.includes(partyId));

/** Whether there is something for the giver to read or to hear. */
export const reachesGiver = ({ words, voice }: Pick<Thanks, 'words' | 'voice'>): boolean => words !== '' || voice?.state === 'shown';

/** Of those it was said to, and there is something they may read or hear. */
export const isSaidTo = (thanks: Pick<Thanks, 'giverIds' | 'words' | 'voice'>, member: Member): boolean => reachesGiver(thanks) && partiesOf(member).some((partyId) => thanks.giverIds.includes(partyId));

/** Said to a shop: what both sides agree to show stands on the page of the shop too. */
export const isToShop = ({ giverIds }: Pick<Thanks, 'giverIds'>): boolean => giverIds.some(isShopId);

/** Who finds it in their list, as its words and voice are now. */
export const partiesReading = (thanks: Pick<Thanks, 'recipientIds' | 'giverIds' | 'words' | 'voice'>): readonly string[] => [...new Set([...thanks.recipientIds, ...(reachesGiver(thanks) ? thanks.giverIds : [])])];

export const withStep = (thanks: Thanks, step: Step): Thanks['steps'] => Object.fromEntries([...Object.entries(thanks.steps).slice(1 - THANKS_STEPS_MAX), [step.operationId, step.inputHash]]);

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
export const newThanks = (wish: Wish, claim: Claim, saying: Saying, step: Step): Thanks => {
  const parties = { recipientIds: wish.recipientIds, giverIds: giverIdsOf(claim), words: saying.words, voice: newVoice(saying, step.nowMs) };
  return {
    _id: thanksIdOf(claim.claimId, servedIdOf(wish)),
    wishId: wish._id,
    claimId: claim.claimId,
    communityId: wish.communityId,
    areaId: wish.areaId,
    areaIds: wish.areaIds,
    wishTitle: wish.title,
    pictureKey: wish.pictureKey,
    saidById: step.actorId,
    ...parties,
    partyIds: partiesReading(parties),
    giverText: giverTextOf(claim),
    giverShows: false,
    consents: false,
    consentsToVoice: false,
    isDeclined: false,
    askedAtMs: null,
    isOnWall: false,
    wallVoice: null,
    shownAtMs: 0,
    saidAtMs: step.nowMs,
    steps: { [step.operationId]: step.inputHash },
    ...bornWith<ThanksEvent>({ kind: 'thanksSaid', isTold: saying.words !== '', checksFileId: saying.voiceFileId, erasesFileId: null, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId }),
  };
};
