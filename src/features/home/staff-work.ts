import type { Role, RoleView, TaskView } from '@contract';

const STAFF_ROLES: ReadonlySet<Role> = new Set<Role>(['administrator', 'staff', 'socialWorker']);
const MINUTES_PER_HOUR = 60;
/** Staff are counted nine till noon and one till six, so eight hours are a day. */
const MINUTES_PER_WORKING_DAY = 8 * MINUTES_PER_HOUR;

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

/** Rounded down: a promise of more time than there is would be a wrong one. */
function inUnits(minutes: number): string {
  if (minutes < MINUTES_PER_HOUR) return `${minutes} 分钟`;
  if (minutes < 2 * MINUTES_PER_WORKING_DAY) return `${Math.floor(minutes / MINUTES_PER_HOUR)} 小时`;
  return `${Math.floor(minutes / MINUTES_PER_WORKING_DAY)} 个工作日`;
}

/** Pure: the row on home out of what is loaded of `staff.queue`; `isEnd` false: more pages follow. */
export function staffWork(tasks: readonly Pick<TaskView, 'workingMinutesLeft'>[], isEnd: boolean): StaffWork {
  const title = `社区待办 · ${tasks.length}${isEnd ? '' : '+'} 件`;
  if (tasks.length === 0) return { title, due: '都办好了', isLate: false };
  const leastMinutes = Math.trunc(Math.min(...tasks.map((task) => task.workingMinutesLeft)));
  const isLate = leastMinutes < 0;
  return { title, due: `最急的${isLate ? '过了' : '还剩'} ${inUnits(Math.abs(leastMinutes))}`, isLate };
}
