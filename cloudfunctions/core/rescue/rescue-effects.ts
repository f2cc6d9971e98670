import type { Effect } from '../effect/effect';
import { ask, record, tell } from '../claim/claim-effect-parts';
import { chinaDateText, HOUR_MS } from '../kernel/clock';
import { addWorkingMs, dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { noticeOf, target, taskOf, wishTaskId } from '../wish/effect-parts';
import type { Claim, Wish } from '../wish/wish';
import type { WishEvent } from '../wish/wish-event';

type EventOf<K extends WishEvent['kind']> = Extract<WishEvent, { readonly kind: K }>;

const taskIdOf = (kind: 'unclaimed' | 'unclaimedLate', wish: Wish, round: number): string => wishTaskId(kind, wish._id, String(round));

/** Nobody has to choose any more: both tasks of the round end; one that was never opened stays as it is. */
export const rescueClosed = (wish: Wish, event: WishEvent, note: string, round: number = wish.rescue.round): readonly Effect[] =>
  round === 0 ? [] : (['unclaimed', 'unclaimedLate'] as const).map((kind) => ({ kind: 'closeTask', taskId: taskIdOf(kind, wish, round), atMs: event.atMs, note }));

const toPoster = (wish: Wish, event: WishEvent, title: string, body: string): Effect => noticeOf(wish, event, wish.posterId, { title, body, target: target('wishDetail', wish._id) });

const againText = (round: number): string => (round === 1 ? '' : `（第 ${round} 次）`);

export const unclaimed = (wish: Wish, event: EventOf<'unclaimed'>): readonly Effect[] => [
  taskOf(wish, event, {
    taskId: taskIdOf('unclaimed', wish, event.round),
    taskKind: 'unclaimed',
    assignTo: 'socialWorker',
    isUrgent: wish.urgency === 'urgent',
    reasonText: `${RULES.wish.unclaimedDays} 天没有人认领${againText(event.round)}`,
    actionText: '想想办法',
    ...dueInWorkingHours(event.atMs, RULES.rescue.chooseWorkingHours),
  }),
  toPoster(wish, event, '社工来一起想办法', `“${wish.title}” ${RULES.wish.unclaimedDays} 天没有人认领，社工会在 ${chinaDateText(addWorkingMs(event.atMs, RULES.rescue.chooseWorkingHours * HOUR_MS))} 前选一条路：拆成小份、用项目经费，或者转给合适的单位，选好了告诉您。`),
];

/** The street hears of it in its own queue; whoever was named keeps the first task. */
export const rescueLate = (wish: Wish, event: EventOf<'rescueLate'>): readonly Effect[] => [
  taskOf(wish, event, {
    taskId: taskIdOf('unclaimedLate', wish, event.round),
    taskKind: 'unclaimedLate',
    assignTo: 'socialWorker',
    areaIds: wish.areaIds.slice(0, 2),
    reasonText: `${wish.communityName} ${RULES.rescue.chooseWorkingHours} 个工作小时还没选好怎么办`,
    actionText: '接过来想办法',
    ...dueInWorkingHours(event.atMs, RULES.rescue.chooseWorkingHours),
  }),
];

/** Whoever chose later may already have changed it again, so the words are the event's. */
export const rescueSplit = (wish: Wish, event: EventOf<'rescueSplit'>): readonly Effect[] => [
  ...rescueClosed(wish, event, '拆成小份，重新等人', event.round),
  toPoster(wish, event, '社工把心愿拆小了', `“${wish.title}”拆成了 ${event.shares} 小份（一份是${event.shareNote}），更容易有人接。又从今天起等邻居认领，${RULES.wish.unclaimedDays} 天还没有人，社工再想办法。`),
];

/** The one who chose hands it over like any giver: their list, their reminder, the poster's notice. */
export const projectClaimed = (wish: Wish, claim: Claim, event: EventOf<'projectClaimed'>): readonly Effect[] => {
  const byMs = claim.deliverByMs ?? claim.holdUntilMs;
  return [
    ...rescueClosed(wish, event, '由项目经费来办', event.round),
    record(wish, claim),
    ask(wish, event, claim.claimerId, 'deliver', { title: `“${wish.title}”送到了吗？`, body: `项目“${claim.claimerName}”出的，${chinaDateText(byMs)} 前送到，拍一张照片就好。`, actionText: '送到了' }, 'claimDeliver', byMs),
    tell(wish, event, wish.posterId, '社区项目来办', `“${wish.title}”由项目“${claim.claimerName}”来办，约在 ${chinaDateText(byMs)} 送到。`, 'wishDetail'),
  ];
};
