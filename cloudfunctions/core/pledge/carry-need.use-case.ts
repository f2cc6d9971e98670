import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { isLiveState } from '../mutual/campaign';
import { CAMPAIGN_KIND } from '../mutual/campaign-kind';
import { campaignRepository } from '../mutual/campaign.repository';
import { oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { decideOver } from './end-pledge';
import { seatsOf, type ShiftSeats } from './hours';
import { needOf } from './need';
import type { Pledge } from './pledge';
import { PLEDGE_KIND } from './pledge-kind';
import { pledgeRepository } from './pledge.repository';
import { decideHours, decideNeedTold } from './promise';

/** Hours of a campaign that are counted while it goes on. `_id` is campaign and need. */
interface NeedHours {
  readonly _id: string;
  readonly campaignId: string;
  readonly needId: string;
  readonly activityId: string;
  readonly wakeAtMs: number;
}

/** What was kept becomes a pledge, once. */
export const openPledge = async ({ pledge }: EffectOf<'openPledge'>): Promise<void> => {
  await pledgeRepository.insert(pledge);
};

export const tellNeed = (effect: EffectOf<'tellNeed'>): Promise<void> => tellAggregate(CAMPAIGN_KIND, effect.campaignId, (campaign) => decideNeedTold(campaign, effect));

/** Page by page; who is told is no longer found, so that a second run goes on where the first one ended. */
export const endPledges = async ({ campaignId, reason, atMs }: EffectOf<'endPledges'>): Promise<void> => {
  for (;;) {
    const waiting = await store.query<Pledge>('pledges', { where: { campaignId, state: oneOf(['promised', 'accepted']) }, limit: RULES.pledge.toldAtOnce, fields: ['state'] });
    for (const { _id } of waiting) await tellAggregate(PLEDGE_KIND, _id, (pledge) => decideOver(pledge, reason, atMs));
    if (waiting.length < RULES.pledge.toldAtOnce) return;
  }
};

const needHoursIdOf = (campaignId: string, needId: string): string => `${campaignId}_${needId}`;

export const followHours = async ({ campaignId, needId, activityId, atMs }: EffectOf<'followHours'>): Promise<void> => {
  const followed: NeedHours = { _id: needHoursIdOf(campaignId, needId), campaignId, needId, activityId, wakeAtMs: atMs };
  if ((await store.insertOnce('needHours', followed)) === 'exists') await store.update('needHours', { _id: followed._id }, { activityId, wakeAtMs: atMs });
};

/**
 * One look at the shifts of an activity. Seats are read by `jobs`, not by each sign-up: those would tell a campaign that
 * nearly none of them has, and a campaign's page would ask for its shifts each time it is opened. Three requests and the
 * clock's; forgotten once the campaign is over or names another activity.
 */
export const countNeedHours = async (id: string, nowMs: number): Promise<void> => {
  const followed = await store.find<NeedHours>('needHours', id);
  if (followed === null) return;
  const { campaignId, needId, activityId } = followed;
  const campaign = await campaignRepository.find(campaignId);
  if (campaign === null || !isLiveState(campaign.state) || needOf(campaign, needId)?.activityId !== activityId) {
    await store.remove('needHours', { _id: id, activityId });
    return;
  }
  const shifts = await store.query<ShiftSeats>('shifts', { where: { activityId }, order: [['startsAtMs', 'asc'], ['_id', 'asc']], limit: RULES.activity.shiftsMax, fields: ['state', 'capacity', 'seatsLeft', 'signUps'] });
  await tellAggregate(CAMPAIGN_KIND, campaignId, (standing) => decideHours(standing, needId, activityId, seatsOf(shifts), nowMs));
  await store.update('needHours', { _id: id, activityId }, { wakeAtMs: nowMs + RULES.pledge.countHoursMs });
};
