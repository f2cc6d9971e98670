import { DISPUTE_KIND_LABEL, DISPUTE_OUTCOME_LABEL, type DisputeFactsView, type DisputeReader, type DisputeView, type PhotoView, type TimelineEntryView } from '@contract';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { worksAt, type Member } from '../member/member';
import { appointmentText } from '../wish/handover-text';
import { isRecipient } from '../wish/recipient';
import type { Claim, Photo, Wish } from '../wish/wish';
import type { PhotoLinks } from '../wish/wish-detail';
import { wordsOf } from '../wish/words-of';
import { isGiverSide, mayDecide, openKindsOf, outcomesOf, type Dispute } from './dispute';

/** How somebody reads it; null for whoever has nothing to do with it. */
export const disputeReaderOf = (wish: Wish, claim: Claim, member: Member): DisputeReader | null => {
  if (isGiverSide(claim, member)) return 'giver';
  if (isRecipient(wish, member)) return 'recipient';
  return worksAt(member, wish.areaId) ? 'staff' : null;
};

const maySee = (photo: Photo, reader: DisputeReader): boolean => photo.state === 'shown' || (reader === 'staff' && photo.state === 'human');

const photosOf = (wish: Wish, claim: Claim): readonly (readonly [string, Photo])[] =>
  Object.entries(wish.photos)
    .filter(([, photo]) => photo.claimId === claim.claimId)
    .sort(([, a], [, b]) => a.addedAtMs - b.addedAtMs || a.order - b.order);

/** Files whose links this reader needs. */
export const disputeFilesOf = (wish: Wish, claim: Claim, reader: DisputeReader): readonly string[] => photosOf(wish, claim).flatMap(([, photo]) => (maySee(photo, reader) ? [photo.fileId] : []));

export interface DisputeReading {
  readonly member: Member;
  readonly reader: DisputeReader;
  readonly links: PhotoLinks;
  readonly nowMs: number;
}

const viewsOf = (wish: Wish, claim: Claim, reading: DisputeReading, isWanted: (photo: Photo) => boolean): readonly PhotoView[] =>
  photosOf(wish, claim)
    .filter(([, photo]) => isWanted(photo))
    .map(([photoId, photo]) => ({ photoId, url: maySee(photo, reading.reader) ? (reading.links.get(photo.fileId) ?? null) : null, state: photo.state }));

const factsOf = (wish: Wish, claim: Claim, dispute: Dispute, reading: DisputeReading): DisputeFactsView => {
  const isOf = (photo: Photo): boolean => photo.evidenceBy !== undefined && photo.addedAtMs >= dispute.openedAtMs;
  return {
    kind: dispute.kind,
    openedBy: dispute.side,
    note: dispute.note,
    photos: viewsOf(wish, claim, reading, (photo) => isOf(photo) && photo.evidenceBy === dispute.openedById),
    openedAtMs: dispute.openedAtMs,
    dueAtMs: dispute.dueAtMs,
    isEscalated: dispute.isEscalated,
    state: dispute.state,
    outcome: dispute.outcome,
    outcomeNote: dispute.outcomeNote,
    outcomePhotos: viewsOf(wish, claim, reading, (photo) => isOf(photo) && photo.evidenceBy !== dispute.openedById),
  };
};

const entry = (phase: TimelineEntryView['phase'], atMs: number | null, title: string, note = ''): TimelineEntryView => ({ phase, atMs, title, note });

const sideText = (wish: Wish, side: Dispute['side']): string => (side === 'giver' ? wordsOf(wish).giver : wordsOf(wish).receiver);

const endOf = (dispute: Dispute): TimelineEntryView => {
  const dueText = `${chinaDateText(dispute.dueAtMs)} ${chinaTimeText(dispute.dueAtMs)} 前答复`;
  if (dispute.state === 'open') return entry('now', dispute.dueAtMs, dispute.isEscalated ? '街道和社区一起在问' : '社区在两边问', dispute.isEscalated ? '社区没按时答复，已请街道来看' : dueText);
  if (dispute.state === 'withdrawn') return entry('past', dispute.endedAtMs, '说开了，收回了', '日子往后顺延，接着办');
  return entry('past', dispute.endedAtMs, dispute.outcome === null ? '问清楚了' : `社区问清楚了：${DISPUTE_OUTCOME_LABEL[dispute.outcome]}`, dispute.outcomeNote);
};

/** What happened between the two, with dates; never who the recipient is. */
const timelineOf = (wish: Wish, claim: Claim): readonly TimelineEntryView[] => [
  entry('past', claim.heldAtMs, `${claim.claimerName}认领了 ${claim.shares} 份`),
  ...(claim.plannedAtMs === null ? [] : [entry('past', claim.plannedAtMs, `约好了${wordsOf(wish).when}`)]),
  ...(claim.deliveredAtMs === null ? [] : [entry('past', claim.deliveredAtMs, `说${wordsOf(wish).done}`, claim.proofNote)]),
  // Found by staff, it is the dispute's own end that says so.
  ...(claim.confirmedAtMs === null || claim.confirmedAtMs === claim.dispute?.endedAtMs ? [] : [entry('past', claim.confirmedAtMs, `说${wordsOf(wish).got}`)]),
  ...(claim.dispute === null ? [] : [entry('past', claim.dispute.openedAtMs, `${sideText(wish, claim.dispute.side)}说${DISPUTE_KIND_LABEL[claim.dispute.kind]}`, claim.dispute.note), endOf(claim.dispute)]),
];

const planTextOf = (wish: Wish, claim: Claim): string => {
  if (claim.state === 'returned') return '已经放回墙上';
  if (claim.state === 'cancelled') return '这几份不要了';
  return claim.plan === null ? '还没约日子' : appointmentText(wish, claim.plan);
};

/** One claim and what is said about it, made for its reader. */
export const disputeView = (wish: Wish, claim: Claim, reading: DisputeReading): DisputeView => ({
  wishId: wish._id,
  claimId: claim.claimId,
  wishTitle: wish.title,
  pictureKey: wish.pictureKey,
  giverName: claim.claimerName,
  shares: claim.shares,
  claimState: claim.state,
  planText: planTextOf(wish, claim),
  proofPhotos: viewsOf(wish, claim, reading, (photo) => photo.evidenceBy === undefined),
  reader: reading.reader,
  dispute: claim.dispute === null ? null : factsOf(wish, claim, claim.dispute, reading),
  openKinds: openKindsOf(claim, reading.reader === 'giver' ? 'giver' : 'recipient', reading.nowMs),
  canWithdraw: claim.isDisputed && claim.dispute?.openedById === reading.member._id,
  canReach: claim.isDisputed && mayDecide(wish, claim, reading.member),
  outcomes: mayDecide(wish, claim, reading.member) ? outcomesOf(claim) : [],
  timeline: [...timelineOf(wish, claim)].sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0)),
  dutyPhone: reading.member.dutyPhone,
});
