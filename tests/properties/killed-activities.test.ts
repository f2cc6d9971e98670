import type { Activity } from '../../cloudfunctions/core/activity/activity';
import type { Rating } from '../../cloudfunctions/core/rating/rating';
import type { KeptSignUp } from '../../cloudfunctions/core/shift/sign-up-record.repository';
import { activityOfCloud, activityWords, addShifts, draftActivity, openShift, openShifts, shiftOfCloud, signUpFor, signUpIdOf } from '../flows/support/activity-steps';
import { ADMIN, COMMUNITY, HOUR_MS, STAFF, type Community } from '../flows/support/community';
import { describeKilled, type KilledCase } from './support/killed-command';

/** Activities and shifts, killed at any database call. */
const stateOf = (community: Community, shiftId: string, signUpId: string): string | undefined => shiftOfCloud(community, shiftId).signUps[signUpId]?.state;
const recordIs = (community: Community, shiftId: string, signUpId: string): string | undefined => community.document<KeptSignUp>('signUps', `${shiftId}_${signUpId}`)?.state;

/** A shift that is over, with one person in. */
const overShift = async (community: Community, giver: string): Promise<{ readonly shiftId: string; readonly signUpId: string }> => {
  const shiftId = await openShift(community, { startsInMs: 10 * 60_000, lastsMs: 10 * 60_000 });
  await signUpFor(community, giver, shiftId);
  return { shiftId, signUpId: await signUpIdOf(community, giver) };
};

const fullShift = async (community: Community, poster: string, giver: string): Promise<{ readonly shiftId: string; readonly holds: string; readonly waits: string }> => {
  const shiftId = await openShift(community, { capacity: 1 });
  await signUpFor(community, giver, shiftId);
  await signUpFor(community, poster, shiftId, { ifFull: 'wait' });
  return { shiftId, holds: await signUpIdOf(community, giver), waits: await signUpIdOf(community, poster) };
};

/** Who came to a shift that is over: nobody, or one whose leaving nobody noted. Said when everything else is prepared. */
const marked = async (community: Community, shiftId: string, signUpId: string, hasCome: boolean): Promise<void> => {
  const { startsAtMs } = shiftOfCloud(community, shiftId);
  await community.must(STAFF, 'shift.confirmRoster', { shiftId, came: hasCome ? [{ signUpId, self: { fromMs: startsAtMs, toMs: null } }] : [] });
};

const named = (community: Community, title: string): readonly Activity[] => community.documents<Activity>('activities').filter((activity) => activity.title === title);

const drafts: readonly KilledCase[] = [
  {
    route: 'activity.create',
    prepare: (community, poster) => {
      const title = `给独居老人送餐 ${poster}`;
      return Promise.resolve({ caller: STAFF, input: { areaId: COMMUNITY, words: activityWords({ title }) }, subjectIds: () => named(community, title).map(({ _id }) => _id), happened: () => named(community, title).length === 1 });
    },
  },
  {
    route: 'activity.submit',
    prepare: async (community) => {
      const activityId = await draftActivity(community);
      await addShifts(community, activityId, { startsInMs: 90 * 24 * HOUR_MS });
      return { caller: STAFF, input: { activityId }, subjectIds: () => [activityId], happened: () => activityOfCloud(community, activityId).state === 'submitted' };
    },
  },
  {
    name: 'activity.update of one that people signed up for',
    route: 'activity.update',
    prepare: async (community, poster) => {
      const { activityId, shiftIds } = await openShifts(community, { startsInMs: 90 * 24 * HOUR_MS });
      const [shiftId = ''] = shiftIds;
      await signUpFor(community, poster, shiftId);
      return { caller: STAFF, input: { activityId, words: activityWords({ title: '给独居老人送晚饭' }) }, subjectIds: () => [activityId, shiftId], happened: () => activityOfCloud(community, activityId).title === '给独居老人送晚饭' };
    },
  },
  {
    name: 'activity.cancel, and everybody is told',
    route: 'activity.cancel',
    prepare: async (community, poster, giver) => {
      const { activityId, shiftIds } = await openShifts(community, { startsInMs: 90 * 24 * HOUR_MS });
      const [shiftId = ''] = shiftIds;
      for (const openid of [poster, giver]) await signUpFor(community, openid, shiftId);
      return { caller: STAFF, input: { activityId, reason: '下大雨' }, subjectIds: () => [activityId, shiftId], happened: () => activityOfCloud(community, activityId).state === 'cancelled' };
    },
  },
];

const afterwards: readonly KilledCase[] = [
  {
    route: 'shift.checkIn',
    prepare: async (community, _poster, giver) => {
      const shiftId = await openShift(community, { startsInMs: 50 * 60_000, lastsMs: 12 * HOUR_MS });
      await signUpFor(community, giver, shiftId);
      const signUpId = await signUpIdOf(community, giver);
      const freshInput = async (): Promise<unknown> => ({ shiftId, code: (await community.must(STAFF, 'shift.roster', { shiftId })).checkInCode ?? '' });
      return { caller: giver, input: null, freshInput, subjectIds: () => [shiftId], happened: () => shiftOfCloud(community, shiftId).signUps[signUpId]?.inMs !== undefined };
    },
  },
  {
    route: 'shift.sayEnd',
    prepare: async (community, _poster, giver) => {
      const { shiftId, signUpId } = await overShift(community, giver);
      const { startsAtMs } = shiftOfCloud(community, shiftId);
      const freshInput = async (): Promise<unknown> => {
        await marked(community, shiftId, signUpId, true);
        return { shiftId, signUpId, toMs: startsAtMs + 5 * 60_000 };
      };
      return { caller: giver, input: null, freshInput, subjectIds: () => [shiftId], happened: () => shiftOfCloud(community, shiftId).signUps[signUpId]?.toMs !== undefined };
    },
  },
  {
    route: 'rating.rateShift',
    prepare: async (community, _poster, giver) => {
      const { shiftId, signUpId } = await overShift(community, giver);
      const { startsAtMs } = shiftOfCloud(community, shiftId);
      const freshInput = async (): Promise<unknown> => {
        await community.must(STAFF, 'shift.confirmRoster', { shiftId, came: [{ signUpId, self: { fromMs: startsAtMs, toMs: startsAtMs + 5 * 60_000 } }] });
        return { shiftId, satisfaction: 'satisfied', words: '门口有人接，水也备好了', secondsOnScreen: 30 };
      };
      const rated = (): boolean => community.documents<Rating>('ratings').some(({ about }) => about.shiftId === shiftId) && community.document<KeptSignUp>('signUps', `${shiftId}_${signUpId}`)?.ratedAtMs !== null;
      return { caller: giver, input: null, freshInput, subjectIds: () => [shiftId], happened: rated };
    },
  },
  {
    name: 'shift.sayWhy, for staff to look at',
    route: 'shift.sayWhy',
    prepare: async (community, _poster, giver) => {
      const { shiftId, signUpId } = await overShift(community, giver);
      const freshInput = async (): Promise<unknown> => {
        await marked(community, shiftId, signUpId, false);
        return { shiftId, signUpId, reason: 'other', words: '那天停电' };
      };
      return { caller: giver, input: null, freshInput, subjectIds: () => [shiftId, `${shiftId}_${signUpId}`], happened: () => shiftOfCloud(community, shiftId).signUps[signUpId]?.appeal === 'open' };
    },
  },
  {
    route: 'shift.decideAbsence',
    prepare: async (community, _poster, giver) => {
      const { shiftId, signUpId } = await overShift(community, giver);
      const freshInput = async (): Promise<unknown> => {
        await marked(community, shiftId, signUpId, false);
        await community.must(giver, 'shift.sayWhy', { shiftId, signUpId, reason: 'other', words: '那天停电' });
        return { shiftId, signUpId, excuse: true, words: '问过了，没事' };
      };
      return { caller: ADMIN, input: null, freshInput, subjectIds: () => [shiftId, `${shiftId}_${signUpId}`], happened: () => stateOf(community, shiftId, signUpId) === 'excused' };
    },
  },
];

const cases: readonly KilledCase[] = [
  {
    route: 'shift.add',
    prepare: async (community) => {
      const activityId = await draftActivity(community);
      const startsAtMs = community.nowMs() + 90 * 24 * HOUR_MS;
      return {
        caller: STAFF, input: { activityId, times: [{ startsAtMs, endsAtMs: startsAtMs + HOUR_MS }, { startsAtMs: startsAtMs + HOUR_MS, endsAtMs: startsAtMs + 2 * HOUR_MS }], placeText: '驿站', capacity: 5, leadCode: null },
        subjectIds: () => [activityId, ...activityOfCloud(community, activityId).shiftIds],
        happened: () => activityOfCloud(community, activityId).shiftIds.length === 2,
      };
    },
  },
  {
    route: 'activity.decide',
    prepare: async (community) => {
      const activityId = await draftActivity(community);
      const [shift] = await addShifts(community, activityId, { startsInMs: 90 * 24 * HOUR_MS });
      await community.must(STAFF, 'activity.submit', { activityId });
      return { caller: ADMIN, input: { activityId, decision: { kind: 'publish' } }, subjectIds: () => [activityId, shift?.shiftId ?? ''], happened: () => activityOfCloud(community, activityId).state === 'published' };
    },
  },
  {
    route: 'shift.signUp',
    prepare: async (community, poster) => {
      const shiftId = await openShift(community, { startsInMs: 90 * 24 * HOUR_MS });
      const signUpId = await signUpIdOf(community, poster);
      return { caller: poster, input: { shiftId, phone: '13800001111' }, subjectIds: () => [shiftId], happened: () => stateOf(community, shiftId, signUpId) === 'joined' };
    },
  },
  {
    name: 'shift.cancelSignUp, and the place is offered to the next',
    route: 'shift.cancelSignUp',
    prepare: async (community, poster, giver) => {
      const { shiftId, holds } = await fullShift(community, poster, giver);
      return { caller: giver, input: { shiftId, signUpId: holds }, subjectIds: () => [shiftId], happened: () => stateOf(community, shiftId, holds) === 'cancelled' && recordIs(community, shiftId, holds) === 'cancelled' };
    },
  },
  {
    route: 'shift.answerOffer',
    prepare: async (community, poster, giver) => {
      const { shiftId, holds, waits } = await fullShift(community, poster, giver);
      await community.must(giver, 'shift.cancelSignUp', { shiftId, signUpId: holds });
      return { caller: poster, input: { shiftId, signUpId: waits, accept: true }, subjectIds: () => [shiftId], happened: () => stateOf(community, shiftId, waits) === 'joined' };
    },
  },
  {
    route: 'shift.update',
    prepare: async (community, poster, giver) => {
      const shiftId = await openShift(community, { startsInMs: 90 * 24 * HOUR_MS });
      for (const openid of [poster, giver]) await signUpFor(community, openid, shiftId);
      const { startsAtMs, endsAtMs } = shiftOfCloud(community, shiftId);
      return { caller: STAFF, input: { shiftId, startsAtMs: startsAtMs + HOUR_MS, endsAtMs: endsAtMs + HOUR_MS, placeText: '换到活动室', capacity: 9, leadCode: null }, subjectIds: () => [shiftId], happened: () => shiftOfCloud(community, shiftId).placeText === '换到活动室' };
    },
  },
  {
    route: 'shift.cancel',
    prepare: async (community, poster, giver) => {
      const shiftId = await openShift(community, { startsInMs: 90 * 24 * HOUR_MS });
      for (const openid of [poster, giver]) await signUpFor(community, openid, shiftId);
      return { caller: STAFF, input: { shiftId, reason: '下大雨' }, subjectIds: () => [shiftId], happened: () => shiftOfCloud(community, shiftId).state === 'cancelled' };
    },
  },
  {
    route: 'shift.confirmRoster',
    prepare: async (community, _poster, giver) => {
      const { shiftId, signUpId } = await overShift(community, giver);
      const { startsAtMs } = shiftOfCloud(community, shiftId);
      return { caller: STAFF, input: { shiftId, came: [{ signUpId, self: { fromMs: startsAtMs, toMs: startsAtMs + 5 * 60_000 } }] }, subjectIds: () => [shiftId], happened: () => stateOf(community, shiftId, signUpId) === 'attended' };
    },
  },
];

describeKilled([...drafts, ...cases, ...afterwards], { perHour: 6 });
