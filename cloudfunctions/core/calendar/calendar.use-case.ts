import type { ApiContract, CalendarYearView } from '@contract';
import { writeAudit } from '../audit/audit.repository';
import { deriveId } from '../kernel/ids';
import type { MemberContext } from '../platform/context';
import { calendarYearOf, calendarYearView, overridesOf } from './calendar-year';
import { findCalendarYear, saveCalendarYear } from './calendar.repository';

export const getCalendarYear = async (_context: MemberContext, input: ApiContract['calendar.get']['parsed']): Promise<CalendarYearView> => {
  const year = await findCalendarYear(input.year);
  return calendarYearView(input.year, overridesOf(year === null ? [] : [year]));
};

/** An administrator enters a year; the line of audit stands before the days count. */
export const setCalendarDays = async (context: MemberContext, input: ApiContract['calendar.setDays']['parsed']): Promise<CalendarYearView> => {
  const year = calendarYearOf(input, context.callerId, context.operationId, context.nowMs);
  await writeAudit({ auditId: deriveId('a', context.operationId), kind: 'calendarSet', byId: context.callerId, subjectId: year._id, areaIds: context.member.areaIds, note: `放假 ${year.holidays.length} 天，调休上班 ${year.workdays.length} 天`, atMs: context.nowMs });
  await saveCalendarYear(year);
  return calendarYearView(input.year, overridesOf([year]));
};
