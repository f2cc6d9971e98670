import type { KeptSignUp } from '../../cloudfunctions/core/shift/sign-up-record.repository';
import { activityOfCloud, addShifts, draftActivity, openShift, shiftOfCloud, signUpFor, signUpIdOf } from '../flows/support/activity-steps';
import { ADMIN, HOUR_MS, STAFF, type Community } from '../flows/support/community';
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

describeKilled(cases, { perHour: 6 });
