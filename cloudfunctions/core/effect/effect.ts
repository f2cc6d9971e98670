import type { EarningKind, Lane, LastLegState, MessageTemplate, NoticeTarget, PictureKey, PublicitySubjectKind, Satisfaction, Skill, TaskKind, WishCategory } from '@contract';
import type { AuditLine } from '../audit/audit.repository';
import type { ClaimRecord } from '../claim/claim-record';
import type { Consult } from '../consult/consult';
import type { FundNews } from '../fund/change-fund';
import type { GrantNews } from '../fund/change-grant';
import type { MoneyEnd, MoneyMove } from '../ledger/money-move';
import type { MatchTerms } from '../match-budget/match-budget';
import type { MediaSubject } from '../media/media';
import type { PointHold } from '../points/hold';
import type { RatedParty } from '../rating/rating';
import type { Pledge } from '../pledge/pledge';
import type { SafetyReport } from '../safety/safety-report';
import type { SentencePrint } from '../rating/sentence-print';
import type { PoorRatings } from '../rating-sum/judge-sum';
import type { Tally } from '../rating-sum/tally';
import type { ServiceOpening } from '../service/open-service';
import type { DayPart } from '../service/service-record';
import type { ActivityNews } from '../shift/change-shift';
import type { Reach } from '../share/reach';
import type { Shift } from '../shift/shift';
import type { SignUpNotes, SignUpRecord } from '../shift/sign-up-record';
import type { SpendingRow } from '../spending/spending-row';
import type { Suggestion } from '../supply/supply';
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
  /** Money moves between two shared accounts, at once or waiting for `endMoney`. */
  | ({ readonly kind: 'moveMoney' } & MoneyMove)
  /** Money that waited has moved, or comes to nothing; the first end stands. */
  | ({ readonly kind: 'endMoney' } & MoneyEnd)
  /** The first money of somebody for a target; givers are counted by it. */
  | { readonly kind: 'noteGiver'; readonly giverKey: string; readonly targetKey: string; readonly contributionId: string; readonly communityId: string; readonly atMs: number }
  /** An account at WeChat receives something here: its bills are compared with our books from then on. */
  | { readonly kind: 'notePayAccount'; readonly subMchId: string; readonly entityName: string; readonly communityId: string; readonly areaIds: readonly string[]; readonly atMs: number }
  /** What money was given for did not come about: everything goes back. */
  | { readonly kind: 'endContributions'; readonly targetKey: string; readonly reason: 'missed' | 'cancelled'; readonly atMs: number }
  /** A gift tells the budget that matched it what became of it. */
  | { readonly kind: 'tellMatch'; readonly matchBudgetId: string; readonly contributionId: string; readonly fen: number; readonly heldAtMs: number; readonly news: 'paid' | 'closed' | 'refunded'; readonly atMs: number }
  /** A budget asks after what it keeps for long: its gift may never have been written. */
  | { readonly kind: 'askMatch'; readonly matchBudgetId: string; readonly contributionId: string; readonly heldAtMs: number; readonly atMs: number }
  /** Whoever answers for something at work hears that its lane was shut, page by page. */
  | { readonly kind: 'tellLaneShut'; readonly lane: Lane; readonly areaId: string; readonly areaName: string; readonly causeId: string; readonly atMs: number }
  /** A campaign's gifts are matched by these terms from now on; null: no longer by this budget. */
  | { readonly kind: 'tellMatchTerms'; readonly campaignId: string; readonly matchBudgetId: string; readonly terms: MatchTerms | null; readonly atMs: number }
  /** The stage that a budget matched is over; `isOff`: its gifts all go back. */
  | { readonly kind: 'endMatch'; readonly matchBudgetId: string; readonly isOff: boolean; readonly note: string; readonly atMs: number }
  /** What a campaign keeps for somebody becomes a pledge. */
  | { readonly kind: 'openPledge'; readonly pledge: Pledge }
  /** A pledge tells its campaign how many came, 0 when none. */
  | { readonly kind: 'tellNeed'; readonly campaignId: string; readonly needId: string; readonly pledgeId: string; readonly received: number; readonly atMs: number }
  /** Whoever still meant to bring something to a campaign hears that it is over, page by page. */
  | { readonly kind: 'endPledges'; readonly campaignId: string; readonly reason: string; readonly atMs: number }
  /** Hours of a campaign are counted from the shifts of an activity from now on. */
  | { readonly kind: 'followHours'; readonly campaignId: string; readonly needId: string; readonly activityId: string; readonly atMs: number }
  /** The open needs of a community are read and bundled for a plan that waits for it. */
  | { readonly kind: 'bundleOpenNeeds'; readonly planId: string; readonly atMs: number }
  /** The bundles of a confirmed plan become projects of whoever confirmed it. */
  | { readonly kind: 'openNeedProjects'; readonly planId: string; readonly ownerId: string; readonly atMs: number }
  /** A project counts what became of its needs. */
  | { readonly kind: 'countNeedProject'; readonly projectId: string; readonly atMs: number }
  /** Neighbours are asked about the draft of a project; the id is the project's. */
  | { readonly kind: 'openConsult'; readonly consult: Consult }
  /** Whoever's wish is in its project and owners of groups there hear that they are asked. */
  | { readonly kind: 'inviteToConsult'; readonly consultId: string; readonly atMs: number }
  /** What everybody chose and said is counted anew. */
  | { readonly kind: 'countConsult'; readonly consultId: string; readonly atMs: number }
  /** A project tells its consultation that it is over, or who answers for it now. */
  | { readonly kind: 'tellConsult'; readonly consultId: string; readonly news: { readonly kind: 'over' } | { readonly kind: 'owner'; readonly ownerId: string }; readonly atMs: number }
  /** A consultation tells its project that everybody has an answer. */
  | { readonly kind: 'consultEnded'; readonly projectId: string; readonly consultId: string; readonly atMs: number }
  /** Whoever took part hears what came of it, page by page. */
  | { readonly kind: 'tellConsulted'; readonly consultId: string; readonly atMs: number }
  /** The lists of who looks, who pays and who asked follow a spending; never written over a newer revision of its host. */
  | { readonly kind: 'noteSpending'; readonly row: SpendingRow }
  /** A grant tells its fund that it was applied for, or what it gave back. */
  | { readonly kind: 'tellFund'; readonly fundId: string; readonly news: FundNews; readonly atMs: number }
  /** A fund tells a grant what was decided, or who keeps its books. */
  | { readonly kind: 'tellGrant'; readonly grantId: string; readonly news: GrantNews; readonly atMs: number }
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
  /** Offers of a unit follow it: its people, without a contact, closed. */
  | { readonly kind: 'syncSupplies'; readonly unitId: string; readonly atMs: number }
  /** What the party of an offer kept and let run out is counted. */
  | { readonly kind: 'countSupply'; readonly supplyId: string; readonly atMs: number }
  /** A wish is looked for that suits an offer, to be put before whoever keeps it. */
  | { readonly kind: 'seekSuggestion'; readonly supplyId: string; readonly runId: string; readonly atMs: number }
  /** It is put before them, within the pushes of their week. */
  | ({ readonly kind: 'tellSuggestion'; readonly atMs: number } & Suggestion)
  /** A person answers for a unit exactly while they are its contact. */
  | { readonly kind: 'syncParty'; readonly unitId: string; readonly memberId: string }
  /** A person owns a shop, or is its clerk, exactly as the shop says now. */
  | { readonly kind: 'syncShop'; readonly shopId: string; readonly memberId: string }
  /** Offers, gifts and promised money of a shop follow it: resting, ended, its people. */
  | { readonly kind: 'alignShop'; readonly shopId: string; readonly atMs: number }
  /** One pass over what a shop hands back. */
  | { readonly kind: 'sweepShop'; readonly shopId: string; readonly pass: number; readonly atMs: number }
  /** What a shop kept of what it promised is counted. */
  | { readonly kind: 'countShop'; readonly shopId: string; readonly atMs: number }
  /** A licence stands for this shop no longer. */
  | { readonly kind: 'freeLicence'; readonly creditCode: string; readonly shopId: string }
  /** Who belongs to a unit changed: directed gifts of it know its people anew. */
  | { readonly kind: 'syncGiverPeople'; readonly unitId: string }
  /** Asks WeChat to look at an uploaded file; the answer comes to the function `events`. */
  | { readonly kind: 'checkMedia'; readonly fileId: string; readonly ownerId: string; readonly subject: MediaSubject; readonly isAudio: boolean; readonly atMs: number }
  /** An uploaded file goes for good; one that is gone already is as good. */
  | { readonly kind: 'eraseFile'; readonly fileId: string }
  /** The household's budget gets its place back. */
  | { readonly kind: 'releaseQuota'; readonly quotaId: string; readonly reservationId: string }
  /** A publicity about its subject begins; the id is the subject. `areaIds` ends with the node whose staff answer for it. */
  | { readonly kind: 'startPublicity'; readonly subjectKind: PublicitySubjectKind; readonly subjectId: string; readonly maskedName: string; readonly aidText: string; readonly areaIds: readonly string[]; readonly communityName: string; readonly startedById: string; readonly atMs: number }
  /** Whether everything of a campaign's stage that ended has come: then it is counted. */
  | { readonly kind: 'countStage'; readonly campaignId: string; readonly stage: number; readonly atMs: number }
  /** A contribution tells the directed gift it is a part of that it came, or came to nothing. */
  | { readonly kind: 'tellPayment'; readonly directedId: string; readonly contributionId: string; readonly amountFen: number; readonly news: 'came' | 'gone'; readonly atMs: number }
  /** A directed gift asks after a part it keeps: its contribution may never have been written. */
  | { readonly kind: 'seekPayment'; readonly directedId: string; readonly contributionId: string; readonly atMs: number }
  /** Whether everything of a directed gift has come: then it is counted. */
  | { readonly kind: 'countDirected'; readonly directedId: string; readonly atMs: number }
  /** What was left of one campaign comes to another. */
  | { readonly kind: 'tellLeftover'; readonly campaignId: string; readonly fromId: string; readonly fromTitle: string; readonly amountFen: number; readonly atMs: number }
  /** Its subject is over by itself. */
  | { readonly kind: 'takeDownPublicity'; readonly publicityId: string; readonly note: string; readonly atMs: number }
  /** The publicity tells its subject how it ended. */
  | { readonly kind: 'publicityEnded'; readonly subjectKind: PublicitySubjectKind; readonly subjectId: string; readonly publicityId: string; readonly outcome: 'passed' | 'overturned'; readonly note: string; readonly atMs: number }
  /** A private invitation to help others, at most once in half a year a household. */
  | { readonly kind: 'inviteToHelp'; readonly householdId: string; readonly memberId: string; readonly wishId: string; readonly atMs: number }
  | { readonly kind: 'audit'; readonly line: AuditLine }
  /** What somebody accepted of a round of matching becomes an ordinary claim of theirs. */
  | { readonly kind: 'claimProposed'; readonly proposalId: string; readonly byId: string; readonly atMs: number }
  /** A giver's notice of a round is put away once they answered all of it. */
  | { readonly kind: 'closeMatchNotice'; readonly roundId: string; readonly pass: number; readonly keeperId: string; readonly atMs: number }
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
  /** Everybody in a team hears what is new, but whoever made it so. */
  | { readonly kind: 'tellTeam'; readonly newsId: string; readonly teamId: string; readonly exceptId: string; readonly title: string; readonly body: string; readonly pictureKey: PictureKey; readonly target: NoticeTarget; readonly atMs: number }
  /** Whoever left a team no longer comes to, or leads, shifts that are only its own. */
  | { readonly kind: 'leaveTeamShifts'; readonly teamId: string; readonly memberId: string; readonly atMs: number }
  /** Somebody attended the whole of a training: its certificate, once. */
  | { readonly kind: 'awardTraining'; readonly certificateId: string; readonly memberId: string; readonly shiftId: string; readonly skill: Skill; readonly title: string; readonly placeText: string; readonly organiserName: string; readonly areaIds: readonly string[]; readonly fromMs: number; readonly toMs: number; readonly atMs: number }
  /** A person has a skill exactly while a certificate of it stands. */
  | { readonly kind: 'syncSkill'; readonly memberId: string; readonly skill: Skill }
  /** What came of things brought into a group is counted no more. */
  | { readonly kind: 'closeShares'; readonly groupId: string; readonly atMs: number }
  /** Somebody went on with a thing: counted where they came by a card or a code, without a word of who. */
  | ({ readonly kind: 'noteReach' } & Reach)
  | { readonly kind: 'flagOverdue'; readonly memberId: string; readonly claimId: string }
  | { readonly kind: 'unflagOverdue'; readonly memberId: string; readonly claimId: string };

export type EffectOf<K extends Effect['kind']> = Extract<Effect, { readonly kind: K }>;
