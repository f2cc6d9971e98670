import { LIMITS, type ApiContract, type Page, type ServiceHoursView, type ServiceReader, type ServiceRecordView } from '@contract';
import * as v from 'valibot';
import { chinaDay } from '../kernel/clock';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { memberHours } from '../ledger/account';
import type { Account } from '../ledger/balance';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { command, store, type Guard } from '../platform/store';
import { RULES } from '../rules';
import { mayLead } from '../shift/shift-access';
import { shiftRepository } from '../shift/shift.repository';
import type { ServiceDay } from './service-day';
import type { ServiceRecord } from './service-record';
import { serviceReaderOf, serviceRecordView } from './service-view';
import { serviceRepository } from './service.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const BY_TIME = [['fromMs', 'desc'], ['_id', 'desc']] as const;
const placeSchema = v.tuple([v.number(), v.string()]);

/** One page of records, the latest service first. One request. */
const pageOf = async (context: MemberContext, where: Guard, cursor: string | null, reader: ServiceReader | null = null): Promise<Page<ServiceRecordView>> => {
  const found = await serviceRepository.list({ where: whereAfter(where, BY_TIME, decodeCursor(cursor, placeSchema)), order: BY_TIME, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  const items = page.flatMap((record) => {
    const as = reader ?? serviceReaderOf(record, context.member);
    return as === null ? [] : [serviceRecordView(record, as, context.member)];
  });
  return { items, nextCursor: found.length > page.length && end !== undefined ? encodeCursor([end.fromMs, end._id]) : null };
};

/** What counts of the days since 1 January. */
const minutesOfYear = async (memberId: string, year: string): Promise<number> => {
  const days = await store.query<Pick<ServiceDay, 'countedMinutes'>>('serviceDays', { where: { memberId, day: command.gte(`${year}-01-01`).and(command.lte(`${year}-12-31`)) }, limit: RULES.service.daysOfYear, fields: ['countedMinutes'] });
  return days.reduce((sum, { countedMinutes }) => sum + countedMinutes, 0);
};

/** One's own hours: what the ledger says, and the records. */
export const myService = async (context: MemberContext, { cursor }: Parsed<'service.mine'>): Promise<ServiceHoursView> => {
  const year = chinaDay(context.nowMs).slice(0, 4);
  const [account, yearMinutes, page] = await Promise.all([
    store.find<Account>('accounts', memberHours(context.callerId)),
    minutesOfYear(context.callerId, year),
    pageOf(context, { memberId: context.callerId }, cursor, 'self'),
  ]);
  return { ...page, totalMinutes: account?.posted ?? 0, yearMinutes, year: Number(year), minutesADayMax: RULES.service.minutesADayMax, backDays: RULES.service.backDays };
};

export const viewFor = (context: MemberContext, record: ServiceRecord): ServiceRecordView => serviceRecordView(record, serviceReaderOf(record, context.member) ?? fail('NOT_FOUND'), context.member);

export const getService = async (context: MemberContext, { recordId }: Parsed<'service.get'>): Promise<ServiceRecordView> => viewFor(context, await serviceRepository.get(recordId));

export const serviceWaiting = (context: MemberContext, { cursor }: Parsed<'service.waiting'>): Promise<Page<ServiceRecordView>> => pageOf(context, { secondId: context.callerId, state: 'waiting' }, cursor, 'second');

/** For whoever leads the shift or may manage it; for others it is not there. */
export const serviceOfShift = async (context: MemberContext, { shiftId, cursor }: Parsed<'service.ofShift'>): Promise<Page<ServiceRecordView>> => {
  if (!mayLead(await shiftRepository.get(shiftId), context.member)) return fail('NOT_FOUND');
  return pageOf(context, { shiftId }, cursor);
};

/** Refuses OUT_OF_AREA. */
export const listService = async (context: MemberContext, { areaId, state, cursor }: Parsed<'service.list'>): Promise<Page<ServiceRecordView>> => {
  if (!worksAt(context.member, areaId)) return fail('OUT_OF_AREA');
  return pageOf(context, { areaIds: areaId, state }, cursor);
};
