import type { ApiContract, Page, TaskView } from '@contract';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, unwrap } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { command } from '../platform/store';
import { wishRepository } from '../wish/wish.repository';
import { ownAreaIds } from './own-areas';
import { decideFinish, taskView } from './task';
import { findTask, finishOpenTask, listTasks } from './task.repository';

/** Rows read at a time: the chips count what was read, and a community's whole day should stand in one page. */
const QUEUE_PAGE = 50;

const QUEUE_ORDER = [['rank', 'asc'], ['dueAtMs', 'asc'], ['_id', 'asc']] as const;

/** Where a staff list looks: the asked node, if it is theirs, else everything they work for. Refuses OUT_OF_AREA. */
export const queueAreaIds = (member: Member, areaId: string | null): readonly string[] => {
  if (areaId === null) return ownAreaIds(member);
  return worksAt(member, areaId) ? [areaId] : fail('OUT_OF_AREA');
};

/** What staff must do: urgent wishes first, then the least working time left. One query. */
export const staffQueue = async (context: MemberContext, input: ApiContract['staff.queue']['parsed']): Promise<Page<TaskView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.number(), v.string()]));
  const areaIds = queueAreaIds(context.member, input.areaId);
  const [only] = areaIds;
  const where = whereAfter({ areaIds: areaIds.length === 1 ? only : command.in([...areaIds]), state: 'open' }, QUEUE_ORDER, last);
  const tasks = await listTasks({ where, order: QUEUE_ORDER, limit: QUEUE_PAGE + 1 });
  const shown = tasks.slice(0, QUEUE_PAGE);
  const end = shown.at(-1);
  return { items: shown.map((task) => taskView(task, context.nowMs)), nextCursor: tasks.length > shown.length && end ? encodeCursor([end.rank, end.dueAtMs, end._id]) : null };
};

/** A person says how a task was dealt with; the line stays on the task with their id. */
export const finishTask = async (context: MemberContext, input: ApiContract['staff.finishTask']['parsed']): Promise<{ readonly taskId: string }> => {
  const task = (await findTask(input.taskId)) ?? fail('NOT_FOUND');
  const wish = task.wishId === null ? null : await wishRepository.find(task.wishId);
  if (unwrap(decideFinish(task, wish, context.member, context.operationId)) === 'replay') return { taskId: task._id };
  const isFinished = await finishOpenTask(task._id, { closedAtMs: context.nowMs, closedById: context.callerId, note: input.note, operationId: context.operationId });
  return isFinished ? { taskId: task._id } : fail('BUSY');
};
