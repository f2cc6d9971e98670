import { LIMITS, type ApiContract, type MySignUpView, type Page, type ShiftCardView, type ShiftDetailView, type SimilarShiftsView } from '@contract';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { startOfChinaDayMs, chinaDay, DAY_MS } from '../kernel/clock';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { command, oneOf } from '../platform/store';
import { RULES } from '../rules';
import { listSignUps } from './sign-up-record.repository';
import type { SignUpRecord } from './sign-up-record';
import { clashesOf, shiftCardView, type ShiftCard } from './shift-card';
import { getVisibleShift, ownOf, ownSince, shownInOf } from './shift-reads.use-case';
import { listShiftCards } from './shift.repository';
import { mySignUpView, shiftDetailView } from './shift-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const PLACE = v.tuple([v.number(), v.string()]);
const SOONEST = [['startsAtMs', 'asc'], ['_id', 'asc']] as const;
const LATEST = [['startsAtMs', 'desc'], ['_id', 'desc']] as const;

/** A page and where the next one begins; one row more than shown was read. */
const pageOf = <R extends { readonly _id: string; readonly startsAtMs: number }, V>(rows: readonly R[], view: (row: R) => V): Page<V> => {
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > shown.length && end ? encodeCursor([end.startsAtMs, end._id]) : null };
};

/** From the day on which the list begins; what began today and still goes on is among it. */
const daysOf = (input: Parsed<'activity.list'>, nowMs: number): unknown => {
  const from = command.gte(startOfChinaDayMs(input.fromDay ?? chinaDay(nowMs)));
  return input.toDay === null ? from : from.and(command.lt(startOfChinaDayMs(input.toDay) + DAY_MS));
};

/** The activities home. */
export const listActivities = async (context: MemberContext, input: Parsed<'activity.list'>): Promise<Page<ShiftCardView>> => {
  const last = decodeCursor(input.cursor, PLACE);
  const days = last === null ? { startsAtMs: daysOf(input, context.nowMs) } : {};
  const base = { shownIn: oneOf(shownInOf(context.member)), state: 'open', ...(input.kind !== null && { kind: input.kind }), ...days };
  const endMs = input.toDay === null ? null : startOfChinaDayMs(input.toDay) + DAY_MS;
  const [shifts, own] = await Promise.all([listShiftCards({ where: whereAfter(base, SOONEST, last), order: SOONEST, limit: LIMITS.pageSize + 1 }), ownSince(context, context.nowMs)]);
  const within = endMs === null ? shifts : shifts.filter((shift) => shift.startsAtMs < endMs);
  return pageOf(within, (shift) => shiftCardView(shift, own));
};

export const getShift = async (context: MemberContext, input: Parsed<'shift.get'>): Promise<ShiftDetailView> => {
  const shift = await getVisibleShift(input.shiftId, context.member);
  // Ahead of it one's other shifts may clash; afterwards one may have said how it was.
  const own = shift.state === 'confirmed' ? await ownOf(context, shift._id) : await ownSince(context, context.nowMs);
  return shiftDetailView(shift, context.member, own, context.nowMs);
};

/** What is ahead of one kind where the reader looks: siblings of an activity are among it. One request. */
export const readAhead = (context: MemberContext, kind: ShiftCard['kind']): Promise<readonly ShiftCard[]> =>
  listShiftCards({ where: { shownIn: oneOf(shownInOf(context.member)), state: 'open', kind, startsAtMs: command.gt(context.nowMs) }, order: SOONEST, limit: RULES.activity.similarRead });

/** Pure: free ones of the same activity, then of the same kind; not at a time that is taken already. */
export const similarOf = (ahead: readonly ShiftCard[], shift: { readonly shiftId: string; readonly activityId: string }, seats: number, own: readonly SignUpRecord[]): readonly ShiftCardView[] => {
  const free = ahead.filter((each) => each._id !== shift.shiftId && each.seatsLeft >= seats && each.waitingCount === 0 && clashesOf(each, own).length === 0 && !own.some((record) => record.shiftId === each._id && record.isActive));
  const [same, others] = [free.filter((each) => each.activityId === shift.activityId), free.filter((each) => each.activityId !== shift.activityId)];
  return [...same, ...others].slice(0, RULES.activity.similarShown).map((each) => shiftCardView(each, own));
};

export const similarShifts = async (context: MemberContext, input: Parsed<'shift.similar'>): Promise<SimilarShiftsView> => {
  const [ahead, own] = await Promise.all([readAhead(context, input.kind), ownSince(context, context.nowMs)]);
  const dates = ahead.filter((each) => each.activityId === input.activityId).slice(0, RULES.activity.datesShown);
  return { dates: dates.map((each) => shiftCardView(each, own)), similar: similarOf(ahead, input, 1, own) };
};

export const mySchedule = async (context: MemberContext, input: Parsed<'shift.mine'>): Promise<Page<MySignUpView>> => {
  const order = input.ahead ? SOONEST : LATEST;
  const where = whereAfter({ memberId: context.callerId, isActive: input.ahead }, order, decodeCursor(input.cursor, PLACE));
  return pageOf(await listSignUps({ where, order, limit: LIMITS.pageSize + 1 }), (record) => mySignUpView(record, context.nowMs));
};

/** Those still to come or to be confirmed. */
export const ledShifts = async (context: MemberContext, input: Parsed<'shift.led'>): Promise<Page<ShiftCardView>> => {
  const where = whereAfter({ leadId: context.callerId, state: command.in(['open', 'over']) }, SOONEST, decodeCursor(input.cursor, PLACE));
  return pageOf(await listShiftCards({ where, order: SOONEST, limit: LIMITS.pageSize + 1 }), (shift) => shiftCardView(shift));
};
