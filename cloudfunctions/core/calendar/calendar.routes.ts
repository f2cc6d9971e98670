import type { CALENDAR_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { getCalendarYear, setCalendarDays } from './calendar.use-case';

export const calendarHandlers: Pick<Handlers, keyof typeof CALENDAR_ROUTES> = {
  'calendar.get': getCalendarYear,
  'calendar.setDays': setCalendarDays,
};
