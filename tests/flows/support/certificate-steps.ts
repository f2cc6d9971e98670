import type { CertificateOrganiserView, CertificateView } from '@contract';
import type { Certificate } from '../../../cloudfunctions/core/certificate/certificate';
import { openShift, shiftOfCloud, signUpFor, signUpIdOf, type Times } from './activity-steps';
import { HOUR_MS, STAFF, type Community } from './community';

const MINUTE_MS = 60_000;

/** These people serve at one shift together, from its beginning, each so many minutes; the roster is confirmed and told. */
export const serve = async (community: Community, minutesOf: Readonly<Record<string, number>>, title = '给独居老人送餐', times: Times = {}): Promise<string> => {
  const shiftId = await openShift(community, { startsInMs: 10 * MINUTE_MS, lastsMs: 3 * HOUR_MS, ...times }, { title });
  for (const openid of Object.keys(minutesOf)) await signUpFor(community, openid, shiftId);
  await community.advance(3 * HOUR_MS + 20 * MINUTE_MS);
  await community.runJobs();
  const { startsAtMs } = shiftOfCloud(community, shiftId);
  const came = [];
  for (const [openid, minutes] of Object.entries(minutesOf)) came.push({ signUpId: await signUpIdOf(community, openid), self: { fromMs: startsAtMs, toMs: startsAtMs + minutes * MINUTE_MS } });
  await community.must(STAFF, 'shift.confirmRoster', { shiftId, came });
  for (let run = 0; run < 3; run += 1) await community.runJobs();
  return shiftId;
};

/** The one organiser that recorded hours of somebody. */
export const organiserOf = async (community: Community, openid: string): Promise<CertificateOrganiserView> => {
  const [organiser] = (await community.must(openid, 'certificate.choices', {})).organisers;
  if (organiser === undefined) throw new Error(`${openid} has no hours`);
  return organiser;
};

/** All of somebody's hours, certified. */
export const certifyAll = async (community: Community, openid: string, isNameShown = false): Promise<CertificateView> => {
  const { organiserId, fromDay, toDay } = await organiserOf(community, openid);
  return community.must(openid, 'certificate.request', { organiserId, fromDay, toDay, isNameShown });
};

export const certificateOfCloud = (community: Community, certificateId: string): Certificate | null => community.document<Certificate>('certificates', certificateId);
