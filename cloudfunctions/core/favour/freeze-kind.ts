import type { NoticeTarget } from '@contract';
import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { afterWorkingHours } from '../kernel/working-days';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { endedByClock, forgottenByClock, lateByClock } from './judge-freeze';
import { appealUntilMsOf, holdsOf, type FreezeEvent, type JudgeLevel, type PointFreeze } from './point-freeze';

type EventOf<K extends FreezeEvent['kind']> = Extract<FreezeEvent, { readonly kind: K }>;

const PAGE: NoticeTarget = { page: 'points', wishId: null, claimId: null };

const tell = (freeze: PointFreeze, event: FreezeEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'hand', target: { ...PAGE, subjectId: freeze._id }, todo: null, atMs: event.atMs,
});

const tellAll = (freeze: PointFreeze, event: FreezeEvent, title: string, body: string): readonly Effect[] => freeze.memberIds.map((memberId) => tell(freeze, event, memberId, title, body));

/** Each level is asked by a task of its own. */
const taskIdOf = (freeze: PointFreeze, memberId: string, level: JudgeLevel): string => deriveId('k', 'pointsAppeal', freeze._id, memberId, level);

const LEVELS: Readonly<Record<JudgeLevel, number>> = { district: 1, street: 2, community: 3 };

/** Names nobody and quotes nobody: the queue is read by all staff. */
const ask = (freeze: PointFreeze, memberId: string, atMs: number, reasonText: string): readonly Effect[] => {
  const appeal = freeze.appeals[memberId];
  if (appeal === undefined) return [];
  const { level, dueAtMs } = appeal;
  return [{
    kind: 'openTask', taskId: taskIdOf(freeze, memberId, level), taskKind: 'pointsAppeal', wishId: null, claimId: null, subjectId: freeze._id, assignTo: null, areaIds: freeze.areaIds.slice(0, LEVELS[level]),
    title: `${freeze.memberIds.length} 位居民之间的积分`, reasonText, actionText: '看一看，给个答复', dueAtMs, atMs,
  }];
};

const closeTasks = (freeze: PointFreeze, memberIds: readonly string[], atMs: number, note: string): readonly Effect[] =>
  memberIds.flatMap((memberId) => (Object.keys(LEVELS) as JudgeLevel[]).map((level) => ({ kind: 'closeTask', taskId: taskIdOf(freeze, memberId, level), atMs, note }) as const));

const audit = (freeze: PointFreeze, event: FreezeEvent, kind: 'pointsFrozen' | 'pointsFreezeEnded'): Effect => ({
  kind: 'audit', line: { auditId: deriveId('audit', event.eventId), kind, byId: event.byId, subjectId: freeze._id, areaIds: freeze.areaIds, note: event.kind, atMs: event.atMs },
});

const frozen = (freeze: PointFreeze, event: FreezeEvent): readonly Effect[] => [
  audit(freeze, event, 'pointsFrozen'),
  ...holdsOf(freeze).map((hold) => ({ kind: 'holdPoints', communityId: freeze.communityId, hold, atMs: event.atMs }) as const),
  ...tellAll(freeze, event, `有些积分先放一放，到 ${chinaDateText(freeze.untilMs)}`, `${freeze.reason} 没有收走，到期照常到账。觉得不对，${chinaDateText(appealUntilMsOf(freeze))}前在“我的积分”里说一句，另一位工作人员来看。`),
];

const letGo = (freeze: PointFreeze, event: FreezeEvent, note: string): readonly Effect[] => [
  audit(freeze, event, 'pointsFreezeEnded'),
  ...freeze.memberIds.map((memberId) => ({ kind: 'releasePoints', memberId, freezeId: freeze._id }) as const),
  ...closeTasks(freeze, Object.keys(freeze.appeals), event.atMs, note),
];

const refused = (freeze: PointFreeze, event: EventOf<'appealRefused'>): readonly Effect[] => [
  ...closeTasks(freeze, [event.memberId], event.atMs, '说明了原因'),
  tell(freeze, event, event.memberId, '您说的话，社区看过了', `${freeze.appeals[event.memberId]?.note ?? ''} 积分还先放着，${chinaDateText(freeze.untilMs)}前会有结果。`),
];

const voided = (freeze: PointFreeze, event: FreezeEvent): readonly Effect[] => [
  audit(freeze, event, 'pointsFreezeEnded'),
  ...freeze.memberIds.map((memberId) => ({ kind: 'voidHeldPoints', memberId, freezeId: freeze._id, atMs: event.atMs }) as const),
  ...tellAll(freeze, event, '先放着的那些积分不算了', `${freeze.endNote} 早先到账的不变，别的也照常。想问清楚，请打社区电话。`),
];

/** Pure: what an event of a freeze brings about elsewhere. */
export const freezeEffectsOf = (freeze: PointFreeze, event: FreezeEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'frozen':
      return frozen(freeze, event);
    case 'appealed':
      return ask(freeze, event.memberId, event.atMs, freeze.appeals[event.memberId]?.level === 'community' ? '有人说积分不该先放着，请另一位同事看一眼。' : '有人说积分不该先放着，社区里没有别的同事能看。');
    case 'appealLate':
      return ask(freeze, event.memberId, event.atMs, '有人说积分不该先放着，下面没按时答复。');
    case 'appealRefused':
      return refused(freeze, event);
    case 'lifted':
      return [...letGo(freeze, event, '放开了'), ...tellAll(freeze, event, '放着的积分放开了', `${freeze.endNote} 都按原来的日子到账。`)];
    case 'ended':
      return [...letGo(freeze, event, '到日子放开了'), ...tellAll(freeze, event, '放着的积分放开了', '日子到了，都照常到账。')];
    case 'voided':
      return voided(freeze, event);
    case 'forgotten':
      return [];
  }
};

const clocksOf = (freeze: PointFreeze, nowMs: number): readonly Due<FreezeEvent>[] => {
  if (freeze.state !== 'frozen') return freeze.isForgotten ? [] : [{ atMs: (freeze.endedAtMs ?? freeze.untilMs) + RULES.favours.keptAfterEndMs, change: forgottenByClock(freeze, nowMs) }];
  const late = Object.entries(freeze.appeals).flatMap(([memberId, appeal]) => {
    const change = appeal.state === 'open' ? lateByClock(freeze, memberId, appeal, nowMs) : null;
    return change === null ? [] : [{ atMs: appeal.dueAtMs, change }];
  });
  return [{ atMs: freeze.untilMs, change: endedByClock(freeze, nowMs) }, ...late];
};

export const FREEZE_KIND: AggregateKind<PointFreeze, FreezeEvent> = { collection: 'pointFreezes', effectsOf: freezeEffectsOf, clocksOf, workingDuesOf: ({ appeals }) => Object.keys(appeals).map((memberId) => ({ path: `appeals.${memberId}.dueAtMs`, countFrom: afterWorkingHours(RULES.favours.appealWorkingHours) })) };
