import type { TaskKind, TaskView } from '@contract';
import type { EffectOf } from '../effect/effect';
import { MINUTE_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs, workingMsBetween, type CalendarOverrides } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import type { Wish } from '../wish/wish';

/** Who a task names. */
export interface Assignee {
  readonly memberId: string;
  readonly displayName: string;
}

/** One thing staff must do, with its clock. Opened and closed by events; written once under an id made from its cause. */
export interface Task {
  readonly _id: string;
  readonly kind: TaskKind;
  readonly state: 'open' | 'done';
  /** What it is about: a wish, one of its claims, or another aggregate (a case, a unit …). */
  readonly wishId: string | null;
  readonly claimId: string | null;
  readonly subjectId: string | null;
  /** Whose name stands on it; anybody of the area may still do it. */
  readonly assigneeId: string | null;
  readonly assigneeName: string;
  readonly areaIds: readonly string[];
  /** 0 stands before 1: urgent ones first, then by the time left. */
  readonly rank: 0 | 1;
  readonly title: string;
  readonly reasonText: string;
  readonly actionText: string;
  readonly dueAtMs: number;
  readonly openedAtMs: number;
  readonly closedAtMs: number | null;
  /** Null when an event closed it. */
  readonly closedById: string | null;
  readonly note: string;
  /** The operation that closed it by hand, so that a repeated tap is the same tap. */
  readonly operationId: string | null;
}

const dueMsOf = ({ dueWorkingMs, dueAtMs, atMs }: EffectOf<'openTask'>, overrides: CalendarOverrides): number => (dueWorkingMs === undefined ? dueAtMs : addWorkingMs(atMs, dueWorkingMs, overrides));

/** `overrides`: the days that administrators entered; staff have their hours on the others. */
export const newTask = (effect: EffectOf<'openTask'>, assignee: Assignee | null = null, overrides: CalendarOverrides = {}): Task => ({
  _id: effect.taskId,
  kind: effect.taskKind,
  state: 'open',
  wishId: effect.wishId,
  claimId: effect.claimId,
  subjectId: effect.subjectId,
  assigneeId: assignee?.memberId ?? null,
  assigneeName: assignee?.displayName ?? '',
  areaIds: effect.areaIds,
  rank: effect.isUrgent === true ? 0 : 1,
  title: effect.title,
  reasonText: effect.reasonText,
  actionText: effect.actionText,
  dueAtMs: dueMsOf(effect, overrides),
  openedAtMs: effect.atMs,
  closedAtMs: null,
  closedById: null,
  note: '',
  operationId: null,
});

export const taskView = (task: Task, nowMs: number): TaskView => ({
  taskId: task._id,
  kind: task.kind,
  wishId: task.wishId,
  claimId: task.claimId,
  subjectId: task.subjectId,
  assigneeName: task.assigneeName,
  title: task.title,
  reasonText: task.reasonText,
  actionText: task.actionText,
  isUrgent: task.rank === 0,
  dueAtMs: task.dueAtMs,
  workingMinutesLeft: Math.round(workingMsBetween(nowMs, task.dueAtMs) / MINUTE_MS),
});

/** A wish that nobody claims, or that was referred, ends by one of the choices on its own page. */
const DECIDED_IN_REFERRAL: Partial<Readonly<Record<TaskKind, string>>> = {
  unclaimed: '这件要选一种办法：拆小、用项目经费，或者转介。',
  unclaimedLate: '这件要选一种办法：拆小、用项目经费，或者转介。',
  referralOffer: '这件要先说接还是接不了。',
  referralReturned: '这件要再转一次，或者说办得怎么样。',
  referralReport: '这件要说办得怎么样。',
  referralStuck: '这件要再转一次，或者说办得怎么样。',
};

/** Decided where they belong; closing them by hand would leave a wish or a photo without an owner. */
const DECIDED_ELSEWHERE: Partial<Readonly<Record<TaskKind, string>>> = { review: '这件要在审核里通过、问一句或退回。', photoReview: '先看照片，公开或不公开都行。', benefitCheck: '这件要先说补贴适不适用。', posting: '请记下纸质公示贴在哪儿，这件就办完了。', objection: '请在公示里写下核实的结果。', difficulty: '请在这件困难帮扶里办完这一步。', unitWithoutContact: '给这个单位定一位联系人，或者关掉它。', dispute: '这件要打开来，写明问下来的结果。', callBack: '打完电话，在回访里记下结果。', ratingAppeal: '打开申诉，写一句答复。', thanksVoice: '先听一遍录音，再说能不能放。', pointsAppeal: '打开看看 TA 说的，写一句答复。', ratingMedia: '先看一眼照片或听一遍录音，再说行不行。', safetyReport: '打开看是什么事，写明做了什么，这件才算办完。', nobodyHome: '打开看看，写一句人怎么样了。', rectification: '打开这件整改，办完这一步。', activityReview: '打开活动，发布或退回去补。', rosterLate: '名单记好了，这件就办完了。', shiftWithoutLead: '给这一班换上一位领队，或者取消它。', absence: '打开看看 TA 说的，写一句答复。', matchBudget: '打开这份配捐，对过收据或退完余款，这件就办完了。', teamReview: '打开这支队伍，同意或写一句为什么不行。', campaignReview: '打开这件社区互助，通过、问一句或写为什么不行。', campaignReport: '公开写好了，这件就办完了。', campaignPhoto: '打开这件互助，看过照片再说能不能公开。', supplyAsk: '打开这份资源，点还能提供或先歇着，这件就办完了。', supplyCertificate: '打开这份资源，记下证书有效期或写一句为什么不行。', directedOffer: '打开这份定向赠与，接下、问一句或写为什么不接。', directedThings: '打开这份赠与，点收了，这件就办完了。', directedReport: '报告写好了，这件就办完了。', directedPhoto: '打开这份赠与，看过照片再说能不能公开。', directedLeftover: '打开这份赠与，余款说定、办好了，这件就办完了。', teamWithoutLead: '给这支队伍定一位队长，或者关掉它。', spendingReview: '打开这笔用款，同意或写一句为什么不行。', payout: '付了款，在用款里记下凭证号，这件就办完了。', grantReview: '打开这份申请，定下数目或写一句为什么不批。', grantReport: '打开这个项目，看过报告就结，或请对方补。', laneConfirm: '在众筹开通里确认或重新登记，这件就办完了。', linkedCheck: '打开这场募捐，核对过再点，或写一句哪里不对。', ...DECIDED_IN_REFERRAL };

/** Two people look at cash, at the desk. */
const DECIDED_AT_DESK: Partial<Readonly<Record<TaskKind, string>>> = { cashToConfirm: '点过钱、对过收据，这件才算办完。', cashToReturn: '退好了，另一位同事看过，这件才算办完。' };

/** As long as a delivery is neither confirmed nor taken back, somebody must go on asking. */
const isUnsettled = (task: Task, wish: Wish | null): boolean =>
  task.kind === 'confirmOverdue' && task.claimId !== null && wish?.claims[task.claimId]?.state === 'delivered';

/** The area of a task is the last of its path: the node itself. */
const areaOf = (task: Task): string => task.areaIds.at(-1) ?? '';

/** Whether a person may finish a task by hand. Refusals: OUT_OF_AREA, NOT_ALLOWED, WISH_STATE_CHANGED. */
export const decideFinish = (task: Task, wish: Wish | null, actor: Member, operationId: string): Result<'finish' | 'replay'> => {
  if (!worksAt(actor, areaOf(task))) return refuse('OUT_OF_AREA');
  if (task.state === 'done') return task.operationId === operationId || task.closedById === actor._id ? accept('replay') : refuse('WISH_STATE_CHANGED', { message: '这件已经有人办好了。' });
  const elsewhere = DECIDED_ELSEWHERE[task.kind] ?? DECIDED_AT_DESK[task.kind];
  if (elsewhere !== undefined) return refuse('NOT_ALLOWED', { message: elsewhere });
  if (isUnsettled(task, wish)) return refuse('NOT_ALLOWED', { message: '先替对方确认收到，或把这份放回去，这件才算办完。' });
  return accept('finish');
};
