import type { DueHandler } from '../jobs/due';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { isPushed, newPushWeek, pushWeekIdOf, type PushWeek } from './push-week';

/**
 * Takes one of a person's pushes of this week for `causeId`; true when it may be sent, also when it was taken for the
 * same cause before. One request as a rule, three for the first of a week, two for a repeat or a week that is full.
 */
export const takePush = async (memberId: string, causeId: string, nowMs: number): Promise<boolean> => {
  const _id = pushWeekIdOf(memberId, nowMs);
  const add = (): Promise<number> =>
    store.update('pushWeeks', { _id, count: command.lt(RULES.matching.pushesPerWeek), [`pushes.${causeId}`]: command.exists(false) }, { count: command.inc(1), [`pushes.${causeId}`]: nowMs });
  if ((await add()) === 1) return true;
  const week = await store.find<PushWeek>('pushWeeks', _id);
  if (week !== null) return isPushed(week, causeId);
  if ((await store.insertOnce('pushWeeks', newPushWeek(memberId, causeId, nowMs))) === 'inserted') return true;
  // Somebody else began the week in between.
  return (await add()) === 1 || isPushed((await store.find<PushWeek>('pushWeeks', _id)) ?? { pushes: {} }, causeId);
};

/** Which of these people have no push left this week. One request; at most a hundred people. */
export const pushedEnough = async (memberIds: readonly string[], nowMs: number): Promise<ReadonlySet<string>> => {
  if (memberIds.length === 0) return new Set();
  const weeks = await store.query<PushWeek>('pushWeeks', { where: { _id: command.in(memberIds.map((memberId) => pushWeekIdOf(memberId, nowMs))) }, limit: memberIds.length, fields: ['memberId', 'count'] });
  return new Set(weeks.filter(({ count }) => count >= RULES.matching.pushesPerWeek).map(({ memberId }) => memberId));
};

/** What a person was sent unasked lately, for their own export. */
export const pushWeeksOf = (memberId: string, limit: number): Promise<readonly PushWeek[]> => store.query<PushWeek>('pushWeeks', { where: { memberId }, order: [['week', 'desc']], limit });

/** Whoever left was sent nothing. */
export const erasePushWeeks = async (memberId: string): Promise<void> => void (await store.remove('pushWeeks', { memberId }));

/** A week that is long over says nothing any more. */
export const pushWeekDue: DueHandler = { collection: 'pushWeeks', settle: async (id) => void (await store.remove('pushWeeks', { _id: id })) };
