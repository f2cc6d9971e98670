import type { Role, RoleView, TaskView } from '@contract';
import { timeLeft } from '@/lib/working-time';

const STAFF_ROLES: ReadonlySet<Role> = new Set<Role>(['administrator', 'staff', 'socialWorker']);

/** What home says about the queue of staff. */
export interface StaffWork {
  /** "社区待办 · 3 件"; "20+" while more pages follow. */
  readonly title: string;
  /** How soon the first is due. */
  readonly due: string;
  readonly isLate: boolean;
}

/** Pure: may this person open the queue of staff? */
export const doesStaffWork = (roles: readonly RoleView[]): boolean => roles.some((held) => STAFF_ROLES.has(held.role));

/** Pure: the row on home out of what is loaded of `staff.queue`; `isEnd` false: more pages follow. */
export function staffWork(tasks: readonly Pick<TaskView, 'workingMinutesLeft'>[], isEnd: boolean): StaffWork {
  const title = `社区待办 · ${tasks.length}${isEnd ? '' : '+'} 件`;
  if (tasks.length === 0) return { title, due: '都办好了', isLate: false };
  const left = timeLeft(Math.min(...tasks.map((task) => task.workingMinutesLeft)));
  return { title, due: `最急的${left.sentence}`, isLate: left.tone === 'overdue' };
}
