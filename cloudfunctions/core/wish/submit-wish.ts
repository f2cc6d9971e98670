import { WISH_CATEGORY_LABEL, type WishChannel, type WishSubmitInput } from '@contract';
import type { Benefit } from '../benefit/benefit';
import { benefitHitsIn } from '../benefit/match-benefits';
import { NO_WISH_HANDOVER } from '../handover/claim-handover';
import { ancestorAt, isWithin, pathOf } from '../kernel/area-tree';
import { chinaDateText, DAY_MS, endOfChinaDayMs, HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs, workingDaysAfter } from '../kernel/working-days';
import { isErrand } from '../last-leg/last-leg';
import { worksAt, type Member } from '../member/member';
import { NO_RESCUE } from '../rescue/rescue';
import { RULES } from '../rules';
import { forbiddenGoodsIn } from './negative-list';
import { aboveCapOf, valueCapFenOf } from './publish-wish';
import { pictureKeyOf } from './picture-key';
import { searchTokensOf } from './search-tokens';
import { tradeCertificateOf } from './trade-certificate';
import type { BenefitHit, OnBehalf, Photo, Review, Wish } from './wish';

/** Where a wish is, as the area tree says. */
export interface WishPlace {
  readonly areaId: string;
  readonly areaName: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly stationName: string;
  readonly point: Wish['point'];
}

/** What the shell found out before the wish can be made. */
export interface SubmissionFacts {
  readonly operationId: string;
  readonly inputHash: string;
  readonly nowMs: number;
  /** The text check asks for a person's eye. */
  readonly needsCare: boolean;
  readonly onBehalf: OnBehalf | null;
  /** Whose budget it uses and whose similar wishes it stands with. */
  readonly householdId: string;
  /** The list of benefits of its area, to compare with; empty where nothing is to be compared. */
  readonly benefits: readonly Benefit[];
  /** Told to staff on the telephone; else written by who posts it. */
  readonly channel?: WishChannel;
  /** Somebody on paper for whom it is posted. */
  readonly personId?: string;
}

/** The id is the cause: the same act makes the same wish. */
export const wishIdOf = (operationId: string): string => deriveId('w', operationId);

export const photoIdOf = (fileId: string): string => deriveId('p', fileId);

/** Photos of the wish itself, hidden until the content check answers. */
export const wishPhotos = (fileIds: readonly string[], firstOrder: number, nowMs: number): Readonly<Record<string, Photo>> =>
  Object.fromEntries(fileIds.map((fileId, index) => [photoIdOf(fileId), { fileId, order: firstOrder + index, state: 'checking' as const, claimId: null, addedAtMs: nowMs }]));

/** Stands among the photos, so that the same check, clock and human queue look after it. */
const spokenStory = (fileId: string | null, nowMs: number): Readonly<Record<string, Photo>> =>
  fileId === null ? {} : { [photoIdOf(fileId)]: { fileId, isAudio: true, order: 0, state: 'checking', claimId: null, addedAtMs: nowMs } };

/** What strangers read instead of a name. */
export const posterTextOf = (poster: Member, areaId: string, isOnBehalf: boolean): string => {
  if (worksAt(poster, areaId, ['socialWorker'])) return `社工${poster.displayName.replace(/^社工/, '')}代发`;
  if (worksAt(poster, areaId)) return '社区代发';
  return isOnBehalf ? '邻居代发' : '邻居发的';
};

/** Whether it uses up the household's budget of open wishes (RULES.md section 1: urgent and staff-posted ones do not); the last leg of a gift is no wish of its own. */
export const usesBudget = (wish: Pick<Wish, 'urgency' | 'postedByStaff' | 'errandFor'>): boolean => wish.urgency !== 'urgent' && !wish.postedByStaff && !isErrand(wish);

/** Reviewing takes up to three working days; two more are left for somebody to claim after the publicity. */
const PREPARING_WORKING_DAYS = 5;

/** Why a wish may not be sent, before anything costs quota; null when it may. Refuses WISH_*, CONSENT_MISSING, BAD_INPUT. */
export const submissionRefusalOf = (input: WishSubmitInput, poster: Member, nowMs: number): ReturnType<typeof refuse> | null => {
  const windowEndMs = endOfChinaDayMs(input.windowEndMs);
  if (windowEndMs <= nowMs) return refuse('WISH_WINDOW_PAST', { fields: { windowEndMs: '这个日子已经过了，请换一天' } });
  if (windowEndMs > nowMs + (RULES.wish.windowMaxDays + 1) * DAY_MS) return refuse('BAD_INPUT', { fields: { windowEndMs: `最远选 ${RULES.wish.windowMaxDays} 天后` } });
  const capFen = valueCapFenOf(poster, input);
  if (input.estimatedValueFen !== null && input.estimatedValueFen > capFen) return refuse('WISH_OVER_CAP', { fields: { estimatedValueFen: `一件心愿最多约 ${capFen / 100} 元` } });
  const publicityEndMs = workingDaysAfter(nowMs, RULES.publicity.workingDays + PREPARING_WORKING_DAYS);
  if (aboveCapOf('', input) !== null && input.onBehalf?.mayPublicise !== true) return refuse('CONSENT_MISSING', { message: `超过 ${RULES.wish.valueCapFen / 100} 元要先公示，请先问过 TA 同不同意公示。`, fields: { 'onBehalf.mayPublicise': '请先问过 TA 同不同意公示' } });
  if (aboveCapOf('', input) !== null && windowEndMs < publicityEndMs) return refuse('BAD_INPUT', { fields: { windowEndMs: `超过 ${RULES.wish.valueCapFen / 100} 元要先公示，最早选到 ${chinaDateText(publicityEndMs)}` } });
  if (input.story === '' && input.storyVoiceFileId === null) return refuse('BAD_INPUT', { fields: { story: '请说两句为什么需要，邻居好知道怎么帮' } });
  if (input.category === 'goods' && forbiddenGoodsIn(input) !== null) return refuse('WISH_NOT_ALLOWED_GOODS', { fields: { title: '这类东西不能通过心愿送' } });
  return null;
};

/** Whether the poster may post into the area: the own community and its grids, or where they work as staff. */
export const mayPostInto = (poster: Member, areaId: string): boolean => isWithin(areaId, poster.communityId) || worksAt(poster, areaId);

export const newReview = (needsCare: boolean, hits: readonly BenefitHit[], taskId: string, nowMs: number): Review => ({
  dueAtMs: addWorkingMs(nowMs, RULES.wish.reviewWorkingHours * HOUR_MS),
  needsCare,
  note: '',
  answer: '',
  reviewerId: null,
  reviewerName: '',
  benefits: { state: hits.length === 0 ? 'none' : 'pending', hits, byId: null, byName: '', note: '' },
  decidedAtMs: null,
  taskId,
  askNoticeId: null,
  steps: {},
});

export const reviewTaskIdOf = (eventId: string): string => deriveId('k', 'review', eventId);

/** What a wish is found by; made anew whenever its words change. */
export const wishTokensOf = (areaId: string, words: Pick<Wish, 'title' | 'shareNote' | 'category'>): readonly string[] =>
  searchTokensOf(ancestorAt(areaId, 'street') ?? areaId, [words.title, words.shareNote, WISH_CATEGORY_LABEL[words.category]]);

/** The wish as it is first written: in review, with its event waiting and its clock set to now. */
export const newWish = (input: WishSubmitInput, poster: Member, place: WishPlace, facts: SubmissionFacts): Wish => {
  const { nowMs } = facts;
  const eventId = deriveId('e', facts.operationId);
  const photos = { ...wishPhotos(input.photoFileIds, 0, nowMs), ...spokenStory(input.storyVoiceFileId, nowMs) };
  return {
    _id: wishIdOf(facts.operationId),
    state: 'review',
    wallState: 'hidden',
    isLive: true,
    revision: 1,
    posterId: poster._id,
    posterName: poster.displayName,
    recipientIds: [poster._id, ...(facts.personId === undefined ? [] : [facts.personId])],
    channel: facts.channel ?? 'app',
    posterText: facts.channel === 'phone' ? '电话代办' : posterTextOf(poster, place.areaId, input.onBehalf !== null),
    postedByStaff: worksAt(poster, place.areaId),
    householdId: facts.householdId,
    onBehalf: facts.onBehalf,
    title: input.title,
    story: input.story,
    category: input.category,
    pictureKey: pictureKeyOf(input.category, input.title),
    shareNote: input.shareNote,
    estimatedValueFen: input.estimatedValueFen,
    errandFor: null,
    aboveCap: aboveCapOf(wishIdOf(facts.operationId), input),
    urgency: input.urgency,
    windowEndMs: endOfChinaDayMs(input.windowEndMs),
    handover: input.handover,
    tradeCertificate: tradeCertificateOf(input),
    ...place,
    areaIds: pathOf(place.areaId),
    searchTokens: wishTokensOf(place.areaId, input),
    sharesWanted: input.shares,
    sharesLeft: input.shares,
    sharesHeld: 0,
    sharesDelivered: 0,
    claims: {},
    activeClaimerIds: [],
    claimCount: 0,
    photos,
    review: newReview(facts.needsCare, benefitHitsIn(facts.benefits, input), reviewTaskIdOf(eventId), nowMs),
    createdAtMs: nowMs,
    publishedAtMs: 0,
    completedAtMs: null,
    endedAtMs: null,
    unclaimedToldAtMs: null,
    roundId: null,
    ...NO_WISH_HANDOVER,
    rescue: NO_RESCUE,
    referral: null,
    referralAreaIds: [],
    referralDueAtMs: 0,
    helpBackAtMs: null,
    inputHash: facts.inputHash,
    outbox: { [eventId]: { kind: 'submitted', eventId, atMs: nowMs, byId: poster._id, photoIds: Object.keys(photos) } },
    pendingEvents: 1,
    wakeAtMs: nowMs,
  };
};

/** Everything the pure side can refuse, then the wish; the shape the demo and the tests build from. */
export const decideSubmission = (input: WishSubmitInput, poster: Member, place: WishPlace, facts: SubmissionFacts): Result<Wish> => {
  const refusal = submissionRefusalOf(input, poster, facts.nowMs);
  if (refusal !== null) return refusal;
  if (!mayPostInto(poster, place.areaId)) return refuse('OUT_OF_AREA', { message: '只能发到自己的社区。' });
  return accept(newWish(input, poster, place, facts));
};
