import { isThing, type NoticeTarget, type Urgency } from '@contract';
import { isClaimEvent, claimEffectsOf } from '../claim/claim-effects';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { dueInWorkingHours } from '../kernel/working-days';
import { errandArrived, lastLegEffectsOf } from '../last-leg/last-leg-effects';
import { openWishQuotaId } from '../quota/quota';
import { askNoticeIdOf } from '../review/decide-review';
import { benefitNamesOf } from '../review/decide-benefit';
import { isReferralEvent, referralEffectsOf, type ReferralEvent } from '../referral/referral-effects';
import { rescueClosed, rescueLate, rescueSplit, unclaimed } from '../rescue/rescue-effects';
import { RULES } from '../rules';
import { checksOf, closing, noticeOf, messageOf, photoOwnerOf, target, taskOf, wishTaskId } from './effect-parts';
import { wishAidText } from './publish-wish';
import { helpedIdOf, toldToHelper, toldToRecipients } from './recipient';
import { reviewTaskIdOf, usesBudget } from './submit-wish';
import { benefitsPending, type Wish } from './wish';
import type { WishEvent } from './wish-event';
import { wordsOf } from './words-of';

type WishOnlyEvent = Exclude<WishEvent, { readonly claimId: string } | ReferralEvent>;
type EventOf<K extends WishEvent['kind']> = Extract<WishEvent, { readonly kind: K }>;

const isUrgent = (wish: Wish): boolean => wish.urgency === 'urgent';

/** A wish that a benefit speaks to goes to a social worker first; the task has the same id either way, so one event closes it. */
const reviewTask = (wish: Wish, event: EventOf<'submitted' | 'answered' | 'benefitDecided'>, reasonText: string): Effect => {
  const common = { taskId: reviewTaskIdOf(event.eventId), isUrgent: isUrgent(wish), ...dueInWorkingHours(event.atMs, RULES.wish.reviewWorkingHours) };
  return event.kind !== 'benefitDecided' && benefitsPending(wish)
    ? taskOf(wish, event, { ...common, taskKind: 'benefitCheck', assignTo: 'socialWorker', reasonText: `可能有补贴：${benefitNamesOf(wish)}`, actionText: '看看补贴' })
    : taskOf(wish, event, { ...common, taskKind: 'review', reasonText, actionText: '去审核' });
};

/** Whoever was promised help with an application waits for a person with a clock, not for a sentence. */
const benefitHelp = (wish: Wish, event: WishEvent): Effect =>
  taskOf(wish, event, {
    taskId: wishTaskId('benefitHelp', wish._id),
    taskKind: 'benefitHelp',
    assignTo: 'socialWorker',
    reasonText: `答应帮忙申请${benefitNamesOf(wish)}`,
    actionText: '帮 TA 办',
    ...dueInWorkingHours(event.atMs, RULES.wish.reviewWorkingHours),
  });

const toPoster = (wish: Wish, event: WishEvent, title: string, body: string, page: NoticeTarget['page'] = 'wishDetail'): Effect =>
  noticeOf(wish, event, wish.posterId, { title, body, target: target(page, wish._id) });

const reviewed = (wish: Wish, event: WishEvent, note: string, page: NoticeTarget['page'] = 'wishDetail'): Effect =>
  messageOf(wish, event, wish.posterId, 'wishReviewed', note, target(page, wish._id));

/** The household's budget gets its place back once the wish is over. */
const released = (wish: Wish): readonly Effect[] =>
  usesBudget(wish) ? [{ kind: 'releaseQuota', quotaId: openWishQuotaId(wish.householdId), reservationId: wish._id }] : [];

const photoTaskId = (wish: Wish, photoId: string): string => wishTaskId('photoReview', wish._id, photoId);

const photosClosed = (wish: Wish, event: WishEvent): readonly Effect[] =>
  Object.entries(wish.photos)
    .filter(([, photo]) => photo.state === 'human' && photo.claimId === null)
    .map(([photoId]) => ({ kind: 'closeTask', taskId: photoTaskId(wish, photoId), atMs: event.atMs, note: '心愿已结束' }));

const PHONE_TEXT: Readonly<Record<Urgency, string>> = { urgent: '电话代办，对方说很急', normal: '电话代办的心愿' };

const submitted = (wish: Wish, event: EventOf<'submitted'>): readonly Effect[] => [
  reviewTask(wish, event, wish.review.needsCare ? '文字要请您多看一眼' : wish.channel === 'phone' ? PHONE_TEXT[wish.urgency] : wish.urgency === 'urgent' ? '邻居说很急' : '刚发来的心愿'),
  ...checksOf(wish, event.photoIds, event.atMs),
];

const answered = (wish: Wish, event: EventOf<'answered'>): readonly Effect[] => [
  ...closing(wish, event, '补好了'),
  reviewTask(wish, event, '发的人补好了'),
  ...checksOf(wish, event.photoIds, event.atMs),
];

const benefitDecided = (wish: Wish, event: EventOf<'benefitDecided'>): readonly Effect[] => [
  ...closing(wish, event, event.isTogether ? '一起帮' : '补贴不适用'),
  reviewTask(wish, event, event.isTogether ? '补贴和邻居一起帮' : '看过补贴，不适用'),
  ...(event.isTogether
    ? [benefitHelp(wish, event), toPoster(wish, event, '政府的补贴也可以申请', `“${wish.title}”还可以申请${benefitNamesOf(wish)}，社工会联系您一起办；心愿照常往下走。`)]
    : []),
];

/** Those whom neighbours thank are told at once; the wall shows it to everybody else. */
const offeredFirst = (wish: Wish, event: WishEvent): readonly Effect[] =>
  isUrgent(wish) ? [{ kind: 'firstOffer', wishId: wish._id, communityId: wish.communityId, category: wish.category, title: wish.title, pictureKey: wish.pictureKey, recipientIds: wish.recipientIds, atMs: event.atMs }] : [];

const approved = (wish: Wish, event: EventOf<'approved' | 'published'>): readonly Effect[] => [
  ...offeredFirst(wish, event),
  ...closing(wish, event, '通过，已发布'),
  toPoster(wish, event, '心愿通过了，邻居们看得到了', `“${wish.title}”已经发到心愿墙上。${event.kind === 'approved' && event.isReworded ? '社区帮您顺了顺字句，意思没变。' : ''}有人认领，会第一时间告诉您。`),
  reviewed(wish, event, '通过了，已发到心愿墙'),
];

const publicised = (wish: Wish, event: EventOf<'publicised'>): readonly Effect[] => {
  if (!wish.aboveCap) return [];
  const started: Effect = { kind: 'startPublicity', subjectKind: 'wishAboveCap', subjectId: wish._id, maskedName: wish.aboveCap.maskedName, aidText: wishAidText(wish), areaIds: wish.areaIds, communityName: wish.communityName, startedById: event.byId, atMs: event.atMs };
  return [
    ...closing(wish, event, '通过，先公示'),
    started,
    toPoster(wish, event, '审核通过了，先公示几天', `“${wish.title}”超过 ${RULES.wish.valueCapFen / 100} 元，要先公示 ${RULES.publicity.workingDays} 个工作日。没有成立的异议，就发到心愿墙上。`),
    reviewed(wish, event, '通过了，先公示几天'),
  ];
};

/** Its subject is over: nothing is left to object to. */
const takenDown = (wish: Wish, event: WishEvent, note: string): readonly Effect[] => (wish.aboveCap && wish.publishedAtMs === 0 ? [{ kind: 'takeDownPublicity', publicityId: wish.aboveCap.publicityId, note, atMs: event.atMs }] : []);

const asked = (wish: Wish, event: EventOf<'asked'>): readonly Effect[] => [
  ...closing(wish, event, '请发的人补一句'),
  noticeOf(wish, event, wish.posterId, {
    noticeId: askNoticeIdOf(event.eventId),
    title: '社区想请您补一句',
    body: `“${wish.title}”：${event.note}`,
    target: target('wishAnswer', wish._id),
    todo: { actionText: '去补一句', dueAtMs: wish.windowEndMs },
  }),
  reviewed(wish, event, event.note, 'wishAnswer'),
];

const refused = (wish: Wish, event: EventOf<'refused'>): readonly Effect[] => [
  ...closing(wish, event, '没有通过'),
  ...photosClosed(wish, event),
  toPoster(wish, event, '这个心愿没有通过', `“${wish.title}”：${event.note} 想再说说，可以打社区的电话。`),
  reviewed(wish, event, event.note),
  ...(wish.review.benefits.state === 'applyOnly' ? [benefitHelp(wish, event)] : []),
  ...released(wish),
];

const withdrawn = (wish: Wish, event: EventOf<'withdrawn'>): readonly Effect[] => [
  ...closing(wish, event, '发的人撤回了'),
  ...takenDown(wish, event, '心愿撤回了'),
  ...rescueClosed(wish, event, '发的人撤回了'),
  ...photosClosed(wish, event),
  ...released(wish),
];

const expired = (wish: Wish, event: EventOf<'expired'>): readonly Effect[] => [
  ...closing(wish, event, '心愿到期了'),
  ...takenDown(wish, event, '心愿到期了'),
  ...rescueClosed(wish, event, '心愿到期了'),
  ...photosClosed(wish, event),
  wish.sharesDelivered > 0
    ? toPoster(wish, event, `心愿到期了，${wordsOf(wish).done} ${wish.sharesDelivered} 份`, `“${wish.title}”到 ${chinaDateText(wish.windowEndMs)}为止，还差 ${wish.sharesLeft} 份没有人认领。需要的话可以再发一次。`)
    : toPoster(wish, event, '心愿到期了', `“${wish.title}”到 ${chinaDateText(wish.windowEndMs)}为止。还需要的话，可以再发一次，或打电话请社工一起想办法。`),
  ...released(wish),
];

const completed = (wish: Wish, event: EventOf<'completed'>): readonly Effect[] => [
  toPoster(wish, event, '心愿办好了', `“${wish.title}”${isThing(wordsOf(wish)) ? `要的 ${wish.sharesWanted} 份都送到了` : wordsOf(wish).got}。`),
  ...released(wish),
];

/** A photo of the wish itself, not a proof. */
const isOwnPhoto = (wish: Wish, photoId: string): boolean => wish.photos[photoId]?.claimId === null;

const photoNeedsHuman = (wish: Wish, event: EventOf<'photoNeedsHuman'>): readonly Effect[] => [
  taskOf(wish, event, {
    taskId: photoTaskId(wish, event.photoId),
    taskKind: 'photoReview',
    reasonText: wish.photos[event.photoId]?.isAudio === true ? '有段录音等您听一听' : isOwnPhoto(wish, event.photoId) ? '有张照片等您看一眼' : `${wordsOf(wish).did}的照片等您看一眼`,
    actionText: '去看照片',
    ...dueInWorkingHours(event.atMs, RULES.wish.reviewWorkingHours),
  }),
];

const photoDecided = (wish: Wish, event: EventOf<'photoDecided'>): readonly Effect[] => {
  const photo = wish.photos[event.photoId];
  const ownerId = photo === undefined ? wish.posterId : photoOwnerOf(wish, photo);
  const closed: Effect = { kind: 'closeTask', taskId: photoTaskId(wish, event.photoId), atMs: event.atMs, note: '看过了' };
  if (photo?.state !== 'refused') return [closed];
  return [closed, noticeOf(wish, event, ownerId, { title: photo.isAudio === true ? '有段录音没有通过' : '有张照片没有公开', body: photo.isAudio === true ? `“${wish.title}”里说的话没有通过检查，请打社区电话，或再写几个字。` : `“${wish.title}”里的一张照片不适合给大家看，其他的都在。`, target: target('wishDetail', wish._id) })];
};

const helpBackDue = (wish: Wish, event: EventOf<'helpBackDue'>): readonly Effect[] => {
  const memberId = helpedIdOf(wish);
  return memberId === null ? [] : [{ kind: 'inviteToHelp', householdId: wish.householdId, memberId, wishId: wish._id, atMs: event.atMs }];
};

const wishEffectsOf = (wish: Wish, event: WishOnlyEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'submitted':
      return submitted(wish, event);
    case 'answered':
      return answered(wish, event);
    case 'benefitDecided':
      return benefitDecided(wish, event);
    case 'approved':
      return approved(wish, event);
    case 'publicised':
      return publicised(wish, event);
    case 'published':
      return approved(wish, event);
    case 'asked':
      return asked(wish, event);
    case 'refused':
      return refused(wish, event);
    case 'withdrawn':
      return withdrawn(wish, event);
    case 'expired':
      return expired(wish, event);
    case 'completed':
      return completed(wish, event);
    case 'photoNeedsHuman':
      return photoNeedsHuman(wish, event);
    case 'photoDecided':
      return photoDecided(wish, event);
    case 'unclaimed':
      return unclaimed(wish, event);
    case 'sharesTried':
    case 'sharesReleased':
      // Nobody is told of what was only tried.
      return [];
    case 'tryStale':
      return [{ kind: 'endTry', batchId: event.batchId, wishId: wish._id, claimId: event.triedClaimId, atMs: event.atMs }];
    case 'roundJoined':
    case 'roundLeft':
      return [];
    case 'rescueLate':
      return rescueLate(wish, event);
    case 'rescueSplit':
      return rescueSplit(wish, event);
    case 'helpBackDue':
      return helpBackDue(wish, event);
    case 'errandArrived':
      return errandArrived(wish, event);
    case 'errandOpened':
    case 'errandEnding':
      // What the two sides of a last leg tell each other is said beside this.
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

/** Pure: everything an event of a wish brings about elsewhere, in the order to carry it out. */
export const effectsOf = (wish: Wish, event: WishEvent): readonly Effect[] => {
  const effects = isClaimEvent(event) ? toldToHelper(wish.claims[event.claimId], claimEffectsOf(wish, event)) : isReferralEvent(event) ? referralEffectsOf(wish, event) : wishEffectsOf(wish, event);
  return toldToRecipients(wish, [...effects, ...lastLegEffectsOf(wish, event)]);
};
