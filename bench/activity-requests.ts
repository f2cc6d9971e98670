import type { RouteName } from '@contract';
import { activityWords, addShifts, draftActivity, openShift, openShifts, shiftOfCloud, signUpFor, signUpIdOf } from '../tests/flows/support/activity-steps';
import { ADMIN, COMMUNITY, DAY_MS, HOUR_MS, MERCHANT, NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const planningRoutes = async (community: Community, call: Call): Promise<void> => {
  await call(STAFF, 'activity.create', { areaId: COMMUNITY, words: activityWords() });
  const activityId = await draftActivity(community);
  await call(STAFF, 'activity.update', { activityId, words: activityWords({ title: '改过的名字' }) });
  const times = [{ startsAtMs: community.nowMs() + DAY_MS, endsAtMs: community.nowMs() + DAY_MS + HOUR_MS }];
  await call(STAFF, 'shift.add', { activityId, times, placeText: '驿站', capacity: 8, leadCode: (await community.me(POSTER)).code });
  await call(STAFF, 'activity.submit', { activityId });
  await call(ADMIN, 'activity.queue', { areaId: COMMUNITY });
  await call(ADMIN, 'activity.decide', { activityId, decision: { kind: 'publish' } });
  await community.runJobs();
  await call(NEIGHBOUR, 'activity.get', { activityId });
  await call(STAFF, 'activity.mine', { shelf: 'published' });
  const [shift] = await addShifts(community, activityId, { capacity: 4 });
  const shiftId = shift?.shiftId ?? '';
  const { startsAtMs, endsAtMs } = shiftOfCloud(community, shiftId);
  await call(STAFF, 'shift.update', { shiftId, startsAtMs: startsAtMs + HOUR_MS, endsAtMs: endsAtMs + HOUR_MS, placeText: '驿站', capacity: 5, leadCode: (await community.me(POSTER)).code });
  await call(STAFF, 'shift.cancel', { shiftId, reason: '下大雨' });
  await call(STAFF, 'activity.cancel', { activityId, reason: '场地停水' });
};

/** Going there and back: among thirty other dates, so that lists have something to choose from. */
const joiningRoutes = async (community: Community, call: Call): Promise<void> => {
  for (let rounds = 0; rounds < 3; rounds += 1) await openShifts(community, { count: 10 });
  const shiftId = await openShift(community, { capacity: 1, startsInMs: DAY_MS });
  const { activityId, kind } = shiftOfCloud(community, shiftId);
  await call(NEIGHBOUR, 'shift.signUp', { shiftId, phone: '13800001111' });
  await call(POSTER, 'shift.signUp', { shiftId, ifFull: 'similar' });
  await call(POSTER, 'shift.signUp', { shiftId, ifFull: 'wait' });
  await call(NEIGHBOUR, 'activity.list', { fromDay: null, toDay: null, kind: null });
  await call(NEIGHBOUR, 'activity.list', { fromDay: null, toDay: null, kind });
  await call(NEIGHBOUR, 'shift.get', { shiftId });
  await call(NEIGHBOUR, 'shift.similar', { shiftId, activityId, kind });
  await call(NEIGHBOUR, 'shift.mine', { ahead: true });
  await call(STAFF, 'shift.led', {});
  await call(STAFF, 'shift.callList', { shiftId });
  await call(STAFF, 'shift.answers', { shiftId });
  await call(NEIGHBOUR, 'shift.cancelSignUp', { shiftId, signUpId: await signUpIdOf(community, NEIGHBOUR), reason: '家里有事' });
  await call(POSTER, 'shift.answerOffer', { shiftId, signUpId: await signUpIdOf(community, POSTER), accept: true });
};

const rosterRoutes = async (community: Community, call: Call): Promise<void> => {
  const shiftId = await openShift(community, { startsInMs: HOUR_MS });
  for (const openid of [NEIGHBOUR, POSTER, MERCHANT]) await signUpFor(community, openid, shiftId);
  const { checkInCode } = await community.must(STAFF, 'shift.roster', { shiftId });
  await call(NEIGHBOUR, 'shift.checkIn', { shiftId, code: checkInCode });
  await community.advance(4 * HOUR_MS);
  await community.runJobs();
  await call(STAFF, 'shift.roster', { shiftId });
  const { startsAtMs: fromMs, endsAtMs } = shiftOfCloud(community, shiftId);
  const signUpId = await signUpIdOf(community, NEIGHBOUR);
  const { code } = await community.me(ADMIN);
  await call(STAFF, 'shift.confirmRoster', { shiftId, came: [{ signUpId, self: { fromMs, toMs: null } }], walkIns: [{ code, name: '区管理员', fromMs, toMs: null }] });
  await community.runJobs();
  await call(NEIGHBOUR, 'shift.sayEnd', { shiftId, signUpId, toMs: endsAtMs });
  await call(NEIGHBOUR, 'rating.rateShift', { shiftId, satisfaction: 'satisfied', words: '门口有人接，水也备好了', secondsOnScreen: 30 });
  const absent = { shiftId, signUpId: await signUpIdOf(community, POSTER) };
  await call(POSTER, 'shift.sayWhy', { ...absent, reason: 'other', words: '电梯坏了' });
  await call(ADMIN, 'shift.absence', absent);
  await call(ADMIN, 'shift.decideAbsence', { ...absent, excuse: false, words: '下次先说一声' });
};

/** Who stayed away three times asks first. */
const askedRoutes = async (community: Community, call: Call): Promise<void> => {
  for (let times = 0; times < 3; times += 1) {
    const missed = await openShift(community, { startsInMs: HOUR_MS });
    await signUpFor(community, MERCHANT, missed);
    await community.advance(4 * HOUR_MS);
    await community.runJobs();
    await community.must(STAFF, 'shift.confirmRoster', { shiftId: missed, came: [] });
    await community.runJobs();
    await community.advance(73 * HOUR_MS);
    for (let run = 0; run < 2; run += 1) await community.runJobs();
  }
  const shiftId = await openShift(community);
  await signUpFor(community, MERCHANT, shiftId);
  await call(STAFF, 'shift.approve', { shiftId, signUpId: await signUpIdOf(community, MERCHANT), accept: true });
};

/** Activities from draft to roster. Some ten days go by in it. */
export const activityRoutes = async (community: Community, call: Call): Promise<void> => {
  await planningRoutes(community, call);
  await joiningRoutes(community, call);
  await rosterRoutes(community, call);
  await askedRoutes(community, call);
};
