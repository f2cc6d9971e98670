import type { EarningKind, LastLegState, MessageTemplate, NoticeTarget, PictureKey, PublicitySubjectKind, Satisfaction, Skill, TaskKind, WishCategory } from '@contract';
import type { AuditLine } from '../audit/audit.repository';
import type { ClaimRecord } from '../claim/claim-record';
import type { MediaSubject } from '../media/media';
import type { PointHold } from '../points/hold';
import type { RatedParty } from '../rating/rating';
import type { SafetyReport } from '../safety/safety-report';
import type { SentencePrint } from '../rating/sentence-print';
import type { PoorRatings } from '../rating-sum/judge-sum';
import type { Tally } from '../rating-sum/tally';
import type { ServiceOpening } from '../service/open-service';
import type { DayPart } from '../service/service-record';
import type { ActivityNews } from '../shift/change-shift';
import type { Shift } from '../shift/shift';
import type { SignUpNotes, SignUpRecord } from '../shift/sign-up-record';
import type { Wish } from '../wish/wish';

interface EarnPoints {
  readonly kind: 'earnPoints';
  readonly transferId: string;
  readonly memberId: string;
  readonly communityId: string;
  /** What it was and how much of it; the community's rules say what that brings. */
  readonly earningKind: EarningKind;
  readonly quantity: number;
  /** The other person of it; null when there is none. */
  readonly withId: string | null;
  readonly causeText: string;
  readonly aggregateId: string;
  readonly atMs: number;
  readonly dueAtMs: number;
}

interface NoticeParts {
  readonly noticeId: string;
  readonly memberId: string;
  readonly title: string;
  readonly body: string;
  readonly pictureKey: PictureKey;
  readonly target: NoticeTarget;
  readonly todo: { readonly actionText: string; readonly dueAtMs: number } | null;
  readonly atMs: number;
}

/**
 * What an event brings about outside its aggregate. Areas say it as plain values (pure, tested without a database);
 * `applyEffect` carries it out. Each has an id made from its cause, so carrying it out twice changes nothing.
 */
export type Effect =
  /** A line in somebody's inbox; with `todo` it waits for them until finished. */
  | ({ readonly kind: 'notice' } & NoticeParts)
  /** What the notice asked for is done or no longer needed. */
  | { readonly kind: 'finishNotice'; readonly noticeId: string; readonly memberId: string; readonly atMs: number }
  /** What the notice asks for is due later; as long as it waits. */
  | { readonly kind: 'postponeNotice'; readonly noticeId: string; readonly memberId: string; readonly body: string; readonly dueAtMs: number }
  /** A subscription message, at most once, if the person granted one. */
  | { readonly kind: 'message'; readonly messageId: string; readonly memberId: string; readonly template: MessageTemplate; readonly target: NoticeTarget; readonly fields: { readonly thing: string; readonly note: string; readonly atMs: number }; readonly atMs: number }
  /** `dueWorkingMs`: the due moment is so much working time after `atMs`, to be counted over with the days that administrators entered. About a wish, or about the aggregate `subjectId` names. With `assignTo` one person of that role who covers the area is named; urgent ones stand first. */
  | { readonly kind: 'openTask'; readonly taskId: string; readonly taskKind: TaskKind; readonly wishId: string | null; readonly claimId: string | null; readonly subjectId: string | null; readonly assignTo: 'socialWorker' | null; readonly isUrgent?: boolean; readonly areaIds: readonly string[]; readonly title: string; readonly reasonText: string; readonly actionText: string; readonly dueAtMs: number; readonly dueWorkingMs?: number; readonly atMs: number }
  | { readonly kind: 'closeTask'; readonly taskId: string; readonly atMs: number; readonly note: string }
  /** The giver's own list; written only over an older revision. */
  | { readonly kind: 'claimRecord'; readonly record: ClaimRecord }
  /** Points that wait for `dueAtMs`; the transfer's id is its cause. */
  | EarnPoints
  /** A notice that ends with what an earning indeed brought; it follows the earning. */
  | { readonly kind: 'tellEarned'; readonly earning: EarnPoints; readonly notice: NoticeParts }
  /** Earned anew, but only when they were indeed taken back before. */
  | { readonly kind: 'reinstatePoints'; readonly voidedTransferId: string; readonly earning: EarnPoints }
  /** What stands on somebody's paper account becomes theirs, with its days. */
  | { readonly kind: 'carryPoints'; readonly personId: string; readonly memberId: string; readonly communityId: string; readonly atMs: number }
  /** A hold of points ends: used, or back with the days they had. */
  | { readonly kind: 'endHold'; readonly transferId: string; readonly outcome: 'posted' | 'voided' | 'expired'; readonly atMs: number }
  /** A kept gift was fetched, or is free again. */
  | { readonly kind: 'releaseGift'; readonly giftId: string; readonly redemptionId: string; readonly isFetched: boolean }
  /** What somebody got by certain others and still waits is held, as long as the hold stands. */
  | { readonly kind: 'holdPoints'; readonly communityId: string; readonly hold: PointHold; readonly atMs: number }
  /** What was held goes on, each line on its own day. */
  | { readonly kind: 'releasePoints'; readonly memberId: string; readonly freezeId: string }
  /** What is held is taken back. */
  | { readonly kind: 'voidHeldPoints'; readonly memberId: string; readonly freezeId: string; readonly atMs: number }
  | { readonly kind: 'voidPoints'; readonly transferId: string; readonly reason: string; readonly atMs: number }
  /** A tentative hold is made firm or given up, as its batch decided; one that still tries is too late. */
  | { readonly kind: 'endTry'; readonly batchId: string; readonly wishId: string; readonly claimId: string; readonly atMs: number }
  /** A person answers for a unit exactly while they are its contact. */
  | { readonly kind: 'syncParty'; readonly unitId: string; readonly memberId: string }
  /** Asks WeChat to look at an uploaded file; the answer comes to the function `events`. */
  | { readonly kind: 'checkMedia'; readonly fileId: string; readonly ownerId: string; readonly subject: MediaSubject; readonly isAudio: boolean; readonly atMs: number }
  /** An uploaded file goes for good; one that is gone already is as good. */
  | { readonly kind: 'eraseFile'; readonly fileId: string }
  /** The household's budget gets its place back. */
  | { readonly kind: 'releaseQuota'; readonly quotaId: string; readonly reservationId: string }
  /** A publicity about its subject begins; the id is the subject. `areaIds` ends with the node whose staff answer for it. */
  | { readonly kind: 'startPublicity'; readonly subjectKind: PublicitySubjectKind; readonly subjectId: string; readonly maskedName: string; readonly aidText: string; readonly areaIds: readonly string[]; readonly communityName: string; readonly startedById: string; readonly atMs: number }
  /** Its subject is over by itself. */
  | { readonly kind: 'takeDownPublicity'; readonly publicityId: string; readonly note: string; readonly atMs: number }
  /** The publicity tells its subject how it ended. */
  | { readonly kind: 'publicityEnded'; readonly subjectKind: PublicitySubjectKind; readonly subjectId: string; readonly publicityId: string; readonly outcome: 'passed' | 'overturned'; readonly note: string; readonly atMs: number }
  /** A private invitation to help others, at most once in half a year a household. */
  | { readonly kind: 'inviteToHelp'; readonly householdId: string; readonly memberId: string; readonly wishId: string; readonly atMs: number }
  | { readonly kind: 'audit'; readonly line: AuditLine }
  /** Somebody on paper belongs to a member's account, or no longer: as the paper says now. */
  | { readonly kind: 'personLink'; readonly personId: string; readonly memberId: string }
  /** Brings a wish in line with what its round says: in it, or out of it. */
  | { readonly kind: 'alignRound'; readonly roundId: string; readonly wishId: string; readonly atMs: number }
  /** Folds a closed round's wishes into its report, page by page. */
  | { readonly kind: 'foldRound'; readonly roundId: string; readonly atMs: number }
  /** The last leg of a claim begins: a wish of its own under the id its claim gives it. */
  | { readonly kind: 'openErrand'; readonly errand: Wish }
  /** A claim tells its errand that the thing lies at the station, or that the errand is over and why. */
  | { readonly kind: 'tellErrand'; readonly errandId: string; readonly news: 'arrived' | 'over'; readonly note: string; readonly isReceived: boolean; readonly causeId: string; readonly byId: string; readonly atMs: number }
  /** An errand tells the claim it is for how it stands, as of its revision. */
  | { readonly kind: 'tellLastLeg'; readonly wishId: string; readonly claimId: string; readonly errandId: string; readonly state: LastLegState; readonly carrierName: string; readonly revision: number; readonly byId: string; readonly atMs: number }
  /** The wish notes that its claim was rated. */
  | { readonly kind: 'claimRated'; readonly wishId: string; readonly claimId: string; readonly satisfaction: Satisfaction; readonly byId: string; readonly atMs: number }
  /** The list of whoever took part notes that they rated it. */
  | { readonly kind: 'shiftRated'; readonly shiftId: string; readonly memberId: string; readonly atMs: number }
  /** The sum of who is rated takes a rating in, or takes note of what became of it. */
  | { readonly kind: 'tallyRating'; readonly rated: RatedParty; readonly communityId: string; readonly areaIds: readonly string[]; readonly tally: Tally; readonly atMs: number }
  /** An order to put something right begins, as its sum asked for it. */
  | { readonly kind: 'openRectification'; readonly rectificationId: string; readonly sumId: string; readonly party: RatedParty & { readonly text: string }; readonly poor: PoorRatings; readonly communityId: string; readonly areaIds: readonly string[]; readonly atMs: number }
  /** The sum tells an open order how people rated since, as of its revision. */
  | { readonly kind: 'ratedSince'; readonly rectificationId: string; readonly since: { readonly people: number; readonly unsatisfied: number; readonly revision: number }; readonly atMs: number }
  /** Some of those whom neighbours thank are told first of an urgent wish. */
  | { readonly kind: 'firstOffer'; readonly wishId: string; readonly communityId: string; readonly category: WishCategory; readonly title: string; readonly pictureKey: PictureKey; readonly recipientIds: readonly string[]; readonly atMs: number }
  /** The order tells its sum that it is over. */
  | { readonly kind: 'rectified'; readonly sumId: string; readonly rectificationId: string; readonly atMs: number }
  /** Later ratings of the community are compared with this one. */
  | { readonly kind: 'notePrint'; readonly communityId: string; readonly print: SentencePrint }
  /** A giver's note said that it is not safe: a safety report of its own. */
  | { readonly kind: 'reportSafety'; readonly report: SafetyReport }
  /** Everybody who works for the area is told, at whatever hour; not those named. */
  | { readonly kind: 'alertStaff'; readonly alertId: string; readonly areaIds: readonly string[]; readonly exceptIds: readonly string[]; readonly title: string; readonly body: string; readonly pictureKey: PictureKey; readonly target: NoticeTarget; readonly template: MessageTemplate; readonly thing: string; readonly atMs: number }
  /** A planned time of an activity becomes a shift. */
  | { readonly kind: 'openShift'; readonly shift: Shift }
  /** An activity tells one of its shifts that it is published, says other words, or is called off. */
  | ({ readonly kind: 'tellShift'; readonly shiftId: string } & ActivityNews)
  /** A shift tells its activity until when it goes. */
  | { readonly kind: 'activityLasts'; readonly activityId: string; readonly endsAtMs: number; readonly atMs: number }
  /** The person's own list of sign-ups; never written over a newer revision. */
  | { readonly kind: 'signUpRecord'; readonly record: SignUpRecord; readonly notes: SignUpNotes }
  /** What a roster says of one person becomes a record of service. */
  | { readonly kind: 'openService'; readonly opening: ServiceOpening }
  /** Count `n` of a record of service on all `days` it ever touched; no parts: it is taken out. */
  | { readonly kind: 'countService'; readonly recordId: string; readonly n: number; readonly memberId: string; readonly communityId: string; readonly title: string; readonly causeText: string; readonly days: readonly string[]; readonly parts: readonly DayPart[]; readonly atMs: number }
  /** Points for count `n` of a record of service; those of earlier counts are taken back. */
  | { readonly kind: 'servicePoints'; readonly recordId: string; readonly n: number; readonly memberId: string; readonly communityId: string; readonly minutes: number; readonly isRevoked: boolean; readonly causeText: string; readonly atMs: number }
  /** A person is in a team, and leads it, exactly as the team says now. */
  | { readonly kind: 'syncTeam'; readonly teamId: string; readonly memberId: string }
  /** Nobody is in a closed team any more. */
  | { readonly kind: 'endTeam'; readonly teamId: string }
  /** Whoever left a team no longer comes to, or leads, shifts that are only its own. */
  | { readonly kind: 'leaveTeamShifts'; readonly teamId: string; readonly memberId: string; readonly atMs: number }
  /** Somebody attended the whole of a training: its certificate, once. */
  | { readonly kind: 'awardTraining'; readonly certificateId: string; readonly memberId: string; readonly shiftId: string; readonly skill: Skill; readonly title: string; readonly placeText: string; readonly organiserName: string; readonly areaIds: readonly string[]; readonly fromMs: number; readonly toMs: number; readonly atMs: number }
  /** A person has a skill exactly while a certificate of it stands. */
  | { readonly kind: 'syncSkill'; readonly memberId: string; readonly skill: Skill }
  | { readonly kind: 'flagOverdue'; readonly memberId: string; readonly claimId: string }
  | { readonly kind: 'unflagOverdue'; readonly memberId: string; readonly claimId: string };

export type EffectOf<K extends Effect['kind']> = Extract<Effect, { readonly kind: K }>;
