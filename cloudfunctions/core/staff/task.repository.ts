import { loadOverrides } from '../calendar/calendar.repository';
import { store, type QueryOptions } from '../platform/store';
import type { EffectOf } from '../effect/effect';
import { findAssignee } from './assignee.repository';
import { newTask, type Task } from './task';

/** Opened once, due by the calendar as it stands now; whoever is named is looked up only for the first. */
export const openTask = async (effect: EffectOf<'openTask'>): Promise<void> => {
  const assignee = effect.assignTo === null ? null : await findAssignee(effect.assignTo, effect.areaIds, effect.taskId);
  await store.insertOnce('tasks', newTask(effect, assignee, effect.dueWorkingMs === undefined ? {} : await loadOverrides(effect.atMs)));
};

/** Closed by an event; a task that is not open, or was never opened, stays as it is. */
export const closeTask = async (effect: EffectOf<'closeTask'>): Promise<void> => {
  await store.update('tasks', { _id: effect.taskId, state: 'open' }, { state: 'done', closedAtMs: effect.atMs, note: effect.note });
};

export const findTask = (taskId: string): Promise<Task | null> => store.find<Task>('tasks', taskId);

/** Closed by a person; false when somebody else was first. */
export const finishOpenTask = async (taskId: string, closed: Pick<Task, 'closedAtMs' | 'closedById' | 'note' | 'operationId'>): Promise<boolean> =>
  (await store.update('tasks', { _id: taskId, state: 'open' }, { state: 'done', ...closed })) === 1;

export const listTasks = (options: QueryOptions): Promise<readonly Task[]> => store.query<Task>('tasks', options);
