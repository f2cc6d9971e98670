import { TASK_KINDS, type TaskKind, type TaskView } from '@contract';

export interface KindCount {
  readonly kind: TaskKind;
  readonly count: number;
}

/** Pure: how many of each kind are loaded, in the order of the contract, kinds without any left out. */
export function countKinds(tasks: readonly TaskView[]): readonly KindCount[] {
  return TASK_KINDS.map((kind) => ({ kind, count: tasks.filter((task) => task.kind === kind).length })).filter(({ count }) => count > 0);
}

/**
 * Pure: the task that lies open: the one that was tapped while it still waits, else the first, so that after a
 * decision the next one opens by itself.
 */
export function decideLead(tasks: readonly TaskView[], tappedTaskId: string | null): TaskView | null {
  return tasks.find((task) => task.taskId === tappedTaskId) ?? tasks[0] ?? null;
}

/** Pure: the line under the headline: how many ran out, or how the most urgent stands. */
export function queueSummary(name: string, tasks: readonly TaskView[]): string {
  const overdue = tasks.filter((task) => task.workingMinutesLeft < 0).length;
  return overdue === 0 ? `${name}，没有一件超时` : `${name}，${overdue} 件超了时间，先办它们`;
}
