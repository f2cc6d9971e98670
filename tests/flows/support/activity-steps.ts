import type { ActivityWordsInput, ApiContract, ShiftCardView } from '@contract';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import { activityWords } from '../../../cloudfunctions/core/shift/shift.fixtures';
import type { Shift } from '../../../cloudfunctions/core/shift/shift';
import { ADMIN, COMMUNITY, DAY_MS, HOUR_MS, STAFF, type Community } from './community';

export { activityWords };

export const shiftOfCloud = (community: Community, shiftId: string): Shift => {
  const shift = community.document<Shift>('shifts', shiftId);
  if (shift === null) throw new Error(`no shift ${shiftId}`);
  return shift;
};

export const activityOfCloud = (community: Community, activityId: string): Activity => {
  const activity = community.document<Activity>('activities', activityId);
  if (activity === null) throw new Error(`no activity ${activityId}`);
  return activity;
};

/** A draft of the community's staff. */
export const draftActivity = async (community: Community, words: Partial<ActivityWordsInput> = {}, by = STAFF): Promise<string> =>
  (await community.must(by, 'activity.create', { areaId: COMMUNITY, words: activityWords(words) })).activityId;

export interface Times {
  readonly startsInMs?: number;
  readonly lastsMs?: number;
  readonly capacity?: number;
  readonly count?: number;
  readonly leadCode?: string | null;
}

/** A day apart each, the first in three days unless told otherwise. */
export const addShifts = (community: Community, activityId: string, { startsInMs = 3 * DAY_MS, lastsMs = 2 * HOUR_MS, capacity = 8, count = 1, leadCode = null }: Times = {}, by = STAFF): Promise<readonly ShiftCardView[]> => {
  // Read once: a clock that ticks in between would make a shift a millisecond longer.
  const firstMs = community.nowMs() + startsInMs;
  const times = Array.from({ length: count }, (_unused, index) => ({ startsAtMs: firstMs + index * DAY_MS, endsAtMs: firstMs + index * DAY_MS + lastsMs }));
  return community.must(by, 'shift.add', { activityId, times, placeText: '青枫驿站门口', capacity, leadCode });
};

/** Drafted by staff, checked by the administrator, open for sign-ups. */
export const openShifts = async (community: Community, times: Times = {}, words: Partial<ActivityWordsInput> = {}): Promise<{ readonly activityId: string; readonly shiftIds: readonly string[] }> => {
  const activityId = await draftActivity(community, words);
  const shifts = await addShifts(community, activityId, times);
  await community.must(STAFF, 'activity.submit', { activityId });
  await community.must(ADMIN, 'activity.decide', { activityId, decision: { kind: 'publish' } });
  await community.runJobs();
  return { activityId, shiftIds: shifts.map((shift) => shift.shiftId) };
};

export const openShift = async (community: Community, times: Times = {}, words: Partial<ActivityWordsInput> = {}): Promise<string> => {
  const { shiftIds } = await openShifts(community, { ...times, count: 1 }, words);
  const [shiftId] = shiftIds;
  if (shiftId === undefined) throw new Error('no shift was made');
  return shiftId;
};

type SignUpRaw = ApiContract['shift.signUp']['input'];

export const signUpFor = (community: Community, openid: string, shiftId: string, changes: Partial<SignUpRaw> = {}) => community.must(openid, 'shift.signUp', { shiftId, ...changes });

export const signUpIdOf = async (community: Community, openid: string, nth = 1): Promise<string> => `${(await community.me(openid)).memberId}_${nth}`;
