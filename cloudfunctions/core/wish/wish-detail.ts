import { ERROR_TABLE, type HelperView, type HelpWords, type IncomingClaimView, type PhotoView, type WishDetailView } from '@contract';
import { claimRefusalOf } from '../claim/claim-wish';
import { answersFor, selfGiver, takesStepsFor } from '../claim/giver';
import { claimRecordOf } from '../claim/claim-record';
import { claimView } from '../claim/claim-view';
import { isContactOpen } from '../contact/contact';
import { mayAgreeHome } from '../contact/decide-contact';
import { openKindsOf } from '../dispute/dispute';
import { mayIssueCode } from '../handover/handover-code';
import { holdsAt } from '../kernel/access';
import { chinaDateText } from '../kernel/clock';
import { mayAskErrand } from '../last-leg/ask-errand';
import { lastLegView } from '../last-leg/last-leg-view';
import { maskedName, type Member } from '../member/member';
import { rescueViewFor } from '../rescue/rescue-view';
import { appointmentText, handoverTextOf } from './handover-text';
import { claimsOf, isActive, isLiveOf, isTentative, type Claim, type Photo, type Wish } from './wish';
import { isRecipient } from './recipient';
import { wishCardView } from './wish-card';
import { audienceOf, type Audience } from './wish-scope';
import { timelineOf } from './wish-timeline';
import { wordsOf } from './words-of';

/** Links that the shell fetched, by file id; a missing one shows no picture. */
export type PhotoLinks = ReadonlyMap<string, string | null>;

type PhotoEntry = readonly [photoId: string, photo: Photo];

/** Whether a reader may see the picture itself: everybody what was passed, staff also what waits for them. */
const maySee = (photo: Photo, audience: Audience): boolean => photo.state === 'shown' || (audience === 'staff' && photo.state === 'human');

/** Whether a reader is told that there is such a photo at all. */
const isListed = (wish: Wish, photo: Photo, audience: Audience, reader: Member): boolean => {
  if (photo.claimId === null) return audience !== 'neighbour' || (photo.state === 'shown' && photo.isAudio !== true);
  const claim = wish.claims[photo.claimId];
  return audience !== 'neighbour' || (claim !== undefined && answersFor(reader, claim));
};

const photosOf = (wish: Wish, claimId: string | null): readonly PhotoEntry[] =>
  Object.entries(wish.photos)
    .filter(([, photo]) => photo.claimId === claimId && photo.evidenceBy === undefined && photo.isAudio !== true)
    .sort(([, a], [, b]) => a.order - b.order);

const photoViews = (wish: Wish, claimId: string | null, reader: Member, links: PhotoLinks): readonly PhotoView[] => {
  const audience = audienceOf(wish, reader);
  return photosOf(wish, claimId)
    .filter(([, photo]) => isListed(wish, photo, audience, reader))
    .map(([photoId, photo]) => ({ photoId, url: maySee(photo, audience) ? (links.get(photo.fileId) ?? null) : null, state: photo.state }));
};

/** The spoken story, for the poster and staff; everybody else reads what the reviewer wrote down. */
const storyVoiceView = (wish: Wish, reader: Member, links: PhotoLinks): PhotoView | null => {
  const audience = audienceOf(wish, reader);
  const spoken = Object.entries(wish.photos).find(([, photo]) => photo.isAudio === true);
  if (spoken === undefined || audience === 'neighbour') return null;
  const [photoId, photo] = spoken;
  return { photoId, url: maySee(photo, audience) ? (links.get(photo.fileId) ?? null) : null, state: photo.state };
};

/** Files whose links this reader needs; asked for in one request. */
export const linkedFilesOf = (wish: Wish, reader: Member): readonly string[] => {
  const audience = audienceOf(wish, reader);
  return Object.values(wish.photos)
    .filter((photo) => isListed(wish, photo, audience, reader) && maySee(photo, audience))
    .map((photo) => photo.fileId);
};

const HELPER_NOTE: Readonly<Record<Claim['state'], (claim: Claim, words: HelpWords) => string>> = {
  held: (_claim, words) => `正在定${words.when}`,
  planned: (claim, words) => (claim.plan === null ? '约好了' : `${chinaDateText(claim.plan.deliverAtMs)}${words.go}`),
  delivered: (claim, words) => (claim.deliveredAtMs === null ? words.done : `${chinaDateText(claim.deliveredAtMs)}${words.did}，等确认`),
  confirmed: (claim, words) => (claim.deliveredAtMs === null ? '帮上忙了' : `${chinaDateText(claim.deliveredAtMs)}${words.did}`),
  returned: () => '',
  lapsed: () => '',
  cancelled: () => '',
};

/** What people think of neighbours is theirs alone. */
const hasRecord = ({ giverKind }: Claim): boolean => giverKind === 'merchant' || giverKind === 'unit';

const helperView = (wish: Wish, claim: Claim, reader: Member): HelperView => ({
  claimId: claim.claimId,
  name: claim.giverKind !== 'member' ? claim.claimerName : maskedName(claim.claimerName),
  shares: claim.shares,
  state: claim.state,
  noteText: HELPER_NOTE[claim.state](claim, wordsOf(wish)),
  isMe: answersFor(reader, claim),
  hasRecord: hasRecord(claim),
});

const planTextOf = (wish: Wish, claim: Claim): string => {
  if (claim.plan === null) return `还在定${wordsOf(wish).when}`;
  const note = claim.plan.note === '' ? '' : `：${claim.plan.note}`;
  return `${appointmentText(wish, claim.plan)}${note}`;
};

const incomingView = (wish: Wish, claim: Claim, reader: Member, links: PhotoLinks, nowMs: number): IncomingClaimView => ({
  claimId: claim.claimId,
  giverName: claim.claimerName,
  hasRecord: hasRecord(claim),
  shares: claim.shares,
  state: claim.state,
  planText: planTextOf(wish, claim),
  deliveredAtMs: claim.deliveredAtMs,
  proofNote: claim.proofNote,
  proofPhotos: photoViews(wish, claim.claimId, reader, links),
  canConfirm: claim.state === 'delivered' && !claim.isDisputed && !answersFor(reader, claim),
  canRate: claim.state === 'confirmed' && claim.satisfaction === null && isRecipient(wish, reader),
  isDisputed: claim.isDisputed,
  canIssueCode: isActive(claim) && !claim.isDisputed && mayIssueCode(wish, claim, reader),
  canContact: isContactOpen(claim) && isRecipient(wish, reader),
  canAgreeHome: mayAgreeHome(wish, claim, reader),
  lastLeg: lastLegView(wish, claim, reader),
  canAskLastLeg: mayAskErrand(wish, claim, reader),
  canDispute: openKindsOf(claim, 'recipient', nowMs).length > 0,
});

const isKept = (claim: Claim): boolean => !isTentative(claim) && (isActive(claim) || claim.state === 'confirmed');

/** Whoever has a shop there or answers for a unit may claim in its name what the law keeps from a neighbour. */
const mayActForTrade = (wish: Wish, reader: Member): boolean => holdsAt(reader.roles, ['merchant'], wish.areaId) || reader.partyIds.length > 0;

const claimRefusalText = (wish: Wish, reader: Member, nowMs: number): string | null => {
  const refusal = claimRefusalOf(wish, selfGiver(reader), 1, nowMs)?.refusal;
  if (refusal?.code === 'CLAIM_NEEDS_CERTIFICATE' && mayActForTrade(wish, reader)) return null;
  return refusal === undefined ? null : (refusal.message ?? ERROR_TABLE[refusal.code].message);
};

/** The reader's live claims, and those of parties they answer for; what still waits to be delivered first. */
const ownClaims = (wish: Wish, reader: Member): readonly Claim[] =>
  claimsOf(wish)
    .filter((claim) => takesStepsFor(reader, wish, claim) && isActive(claim) && !isTentative(claim))
    .sort((a, b) => Number(a.state === 'delivered') - Number(b.state === 'delivered'));

/** A wish on its own page, made for its reader: never a beneficiary's name, a phone of a resident or an openid. */
export const wishDetailView = (wish: Wish, reader: Member, links: PhotoLinks, nowMs: number): WishDetailView => {
  const audience = audienceOf(wish, reader);
  const kept = claimsOf(wish).filter(isKept);
  const own = ownClaims(wish, reader);
  const [mine] = own;
  const hasActive = claimsOf(wish).some(isActive);
  return {
    ...wishCardView(wish, reader),
    story: wish.story,
    photos: photoViews(wish, null, reader, links),
    storyVoice: storyVoiceView(wish, reader, links),
    handover: wish.handover,
    handoverText: handoverTextOf(wish),
    helpers: kept.map((claim) => helperView(wish, claim, reader)),
    timeline: timelineOf(wish),
    dutyPhone: reader.dutyPhone,
    tradeCertificate: wish.tradeCertificate,
    myClaim: mine === undefined ? null : claimView(claimRecordOf(wish, mine)),
    myClaims: own.map((claim) => claimView(claimRecordOf(wish, claim))),
    claimRefusal: claimRefusalText(wish, reader, nowMs),
    incoming: audience === 'neighbour' ? [] : kept.map((claim) => incomingView(wish, claim, reader, links, nowMs)),
    reviewNote: audience === 'neighbour' ? '' : wish.review.note,
    rescue: rescueViewFor(wish, reader, nowMs),
    canWithdraw: audience === 'poster' && isLiveOf(wish) && wish.state !== 'referred' && !hasActive,
    canAnswer: audience === 'poster' && wish.state === 'asked',
  };
};
