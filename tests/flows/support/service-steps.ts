import { openShift, shiftOfCloud, signUpFor, signUpIdOf, type Times } from './activity-steps';
import { DAY_MS, HOUR_MS, type Community } from './community';

const MINUTE_MS = 60_000;

/** A shift led by somebody without a role, at which these people were so many minutes; confirmed and counted. */
export const servedShift = async (community: Community, lead: string, people: readonly string[], minutes: number, times: Times = {}): Promise<string> => {
  const shiftId = await openShift(community, { leadCode: (await community.me(lead)).code, ...times });
  for (const openid of people) await signUpFor(community, openid, shiftId);
  await community.advance(3 * DAY_MS + 3 * HOUR_MS);
  await community.runJobs();
  const { startsAtMs: fromMs } = shiftOfCloud(community, shiftId);
  const came = await Promise.all(people.map(async (openid) => ({ signUpId: await signUpIdOf(community, openid), self: { fromMs, toMs: fromMs + minutes * MINUTE_MS } })));
  await community.must(lead, 'shift.confirmRoster', { shiftId, came });
  for (let run = 0; run < 3; run += 1) await community.runJobs();
  return shiftId;
};
