import { REFERRAL_CLASS_LABEL, ROLE_LABEL } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { ancestorAt, pathOf } from '../kernel/area-tree';
import { dueInWorkingHours } from '../kernel/working-days';
import { openWishQuotaId } from '../quota/quota';
import { rescueClosed } from '../rescue/rescue-effects';
import { RULES } from '../rules';
import { noticeOf, target, taskOf } from '../wish/effect-parts';
import { usesBudget } from '../wish/submit-wish';
import type { Wish } from '../wish/wish';
import type { WishEvent } from '../wish/wish-event';
import { referralTaskId, type Referral } from './referral';

export type ReferralEvent = Extract<WishEvent, { readonly turn: number }>;
type EventOf<K extends ReferralEvent['kind']> = Extract<ReferralEvent, { readonly kind: K }>;

export const isReferralEvent = (event: WishEvent): event is ReferralEvent => 'turn' in event;

const momentText = (atMs: number): string => `${chinaDateText(atMs)} ${chinaTimeText(atMs)}`;

const closed = (event: ReferralEvent, note: string): readonly Effect[] => (event.closesTaskId === null ? [] : [{ kind: 'closeTask', taskId: event.closesTaskId, atMs: event.atMs, note }]);

const toPoster = (wish: Wish, event: ReferralEvent, title: string, body: string): Effect => noticeOf(wish, event, wish.posterId, { title, body, target: target('wishDetail', wish._id) });

/** Who sent or owns it is told in person, besides the queue of their place. */
const toMember = (wish: Wish, event: ReferralEvent, memberId: string, title: string, body: string): Effect => noticeOf(wish, event, memberId, { title, body, target: target('staffReferral', wish._id) });

type Task = Pick<EffectOf<'openTask'>, 'reasonText' | 'actionText'> & { readonly kind: 'referralOffer' | 'referralReturned' | 'referralReport' | 'referralStuck'; readonly areaIds: readonly string[]; readonly isNamed: boolean };

const task = (wish: Wish, event: ReferralEvent, { kind, areaIds, isNamed, ...words }: Task): Effect =>
  taskOf(wish, event, {
    taskId: referralTaskId(kind, wish._id, event.turn),
    taskKind: kind,
    subjectId: wish._id,
    areaIds,
    assignTo: isNamed ? 'socialWorker' : null,
    isUrgent: wish.urgency === 'urgent',
    ...dueInWorkingHours(event.atMs, RULES.referral.answerWorkingHours),
    ...words,
  });

/** The street above a place, or the place itself where there is none. */
const streetPathOf = (areaId: string): readonly string[] => pathOf(ancestorAt(areaId, 'street') ?? areaId);

const offered = (wish: Wish, referral: Referral, event: EventOf<'referralOffered'>): readonly Effect[] => [
  ...rescueClosed(wish, event, '转介了'),
  ...closed(event, '又转了一次'),
  task(wish, event, { kind: 'referralOffer', areaIds: pathOf(referral.toAreaId), isNamed: referral.toRole === 'socialWorker', reasonText: `${referral.from.areaName}转来，请${ROLE_LABEL[referral.toRole]}看（${REFERRAL_CLASS_LABEL[referral.class]}）`, actionText: '看看接不接' }),
  toPoster(wish, event, '心愿转给更合适的地方', `“${wish.title}”转给了${referral.toAreaName}，${momentText(referral.dueAtMs)} 前有回话。${referral.owner.name}一直跟着，不会没人管。`),
];

const accepted = (wish: Wish, referral: Referral, event: EventOf<'referralAccepted'>): readonly Effect[] => {
  const name = referral.helper?.name ?? referral.owner.name;
  return [
    ...closed(event, '接下了'),
    toMember(wish, event, referral.from.memberId, `${referral.toAreaName}接下了`, `“${wish.title}”：${name}接下了。${referral.owner.name}负责，${chinaDateText(referral.dueAtMs)} 前说办得怎么样。`),
    toPoster(wish, event, `${referral.toAreaName}接下了`, `“${wish.title}”由${referral.owner.areaName}的${referral.owner.name}负责，最晚 ${chinaDateText(referral.dueAtMs)} 告诉您办得怎么样。`),
  ];
};

const declined = (wish: Wish, referral: Referral, event: EventOf<'referralDeclined'>): readonly Effect[] => {
  const reasonText = event.isLate ? `${referral.toAreaName}没有在时限内回话` : `${referral.toAreaName}接不了：${event.reason}`;
  return [
    ...closed(event, event.isLate ? '过时没有回话' : '接不了，退回去了'),
    task(wish, event, { kind: 'referralReturned', areaIds: pathOf(referral.owner.areaId), isNamed: true, reasonText, actionText: '再想办法' }),
    toMember(wish, event, referral.owner.memberId, '转介退回来了', `“${wish.title}”：${reasonText}。${referral.hop < RULES.referral.hopsMax ? '可以再转一次，或者自己办。' : '已经转过两次，由您负责到底。'}`),
    toPoster(wish, event, '还在想别的办法', `“${wish.title}”：${referral.toAreaName}这次接不了，${referral.owner.name}在想别的办法。`),
  ];
};

const stuck = (wish: Wish, referral: Referral, event: EventOf<'referralStuck'>): readonly Effect[] => [
  ...closed(event, '交给街道盯着'),
  task(wish, event, { kind: 'referralStuck', areaIds: streetPathOf(referral.owner.areaId), isNamed: true, reasonText: `退回${referral.owner.areaName}后还没有办法`, actionText: '帮着想办法' }),
];

const reportDue = (wish: Wish, referral: Referral, event: EventOf<'referralReportDue'>): readonly Effect[] => [
  ...closed(event, '换人来问'),
  event.isAgain
    ? task(wish, event, { kind: 'referralStuck', areaIds: streetPathOf(referral.owner.areaId), isNamed: true, reasonText: `${referral.owner.name}接下很久还没说办得怎么样`, actionText: '问问进展' })
    : task(wish, event, { kind: 'referralReport', areaIds: pathOf(referral.owner.areaId), isNamed: true, reasonText: `接下 ${RULES.referral.reportDays} 天了，办得怎么样`, actionText: '说说进展' }),
  toMember(wish, event, referral.owner.memberId, '转介的事办得怎么样？', `“${wish.title}”接下有一阵子了，说一声办得怎么样。`),
];

/** The household's budget gets its place back once the wish is over. */
const released = (wish: Wish): readonly Effect[] => (usesBudget(wish) ? [{ kind: 'releaseQuota', quotaId: openWishQuotaId(wish.householdId), reservationId: wish._id }] : []);

const finished = (wish: Wish, event: EventOf<'referralFinished'>): readonly Effect[] => {
  const done = closed(event, '办完了');
  switch (event.outcome) {
    case 'helped':
      return [...done, toPoster(wish, event, '心愿办好了', `“${wish.title}”：${event.note}`), ...released(wish)];
    case 'impossible':
      return [...done, toPoster(wish, event, '这个心愿办不了', `“${wish.title}”：${event.note} 想再说说，可以打社区的电话。`), ...released(wish)];
    case 'backToWall':
      return [...done, toPoster(wish, event, '心愿放回墙上了', `“${wish.title}”：${event.note} 重新等邻居认领，到 ${chinaDateText(wish.windowEndMs)}为止。`)];
  }
};

/** Pure: what a step of a referral brings about elsewhere. */
export const referralEffectsOf = (wish: Wish, event: ReferralEvent): readonly Effect[] => {
  const { referral } = wish;
  if (referral === null) throw new Error(`event ${event.eventId} is about a referral the wish ${wish._id} does not have`);
  switch (event.kind) {
    case 'referralOffered':
      return offered(wish, referral, event);
    case 'referralAccepted':
      return accepted(wish, referral, event);
    case 'referralDeclined':
      return declined(wish, referral, event);
    case 'referralStuck':
      return stuck(wish, referral, event);
    case 'referralReportDue':
      return reportDue(wish, referral, event);
    case 'referralFinished':
      return finished(wish, event);
    default: {
      const never: never = event;
      return never;
    }
  }
};
