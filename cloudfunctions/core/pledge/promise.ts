import { changedBy, REPLAY, type OutcomeOf } from '../aggregate/change';
import { byClock, bySomebody } from '../aggregate/versioned';
import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Campaign } from '../mutual/campaign';
import type { CampaignEvent } from '../mutual/campaign-event';
import { countHours, keepOfNeed, linkNeed, receiveOfNeed } from './need';
import type { Pledge } from './pledge';

type Outcome = OutcomeOf<CampaignEvent>;

/** While it is open and while its work goes on. */
const TAKES: readonly Campaign['state'][] = ['open', 'counting', 'succeeded'];
export const takesPledges = ({ state }: Pick<Campaign, 'state'>): boolean => TAKES.includes(state);

/** The pledge that this very act made, while the campaign's event of it waits; null when none does. */
export const madeBy = (campaign: Campaign, step: Step): Pledge | null => {
  const event = campaign.outbox[deriveId('e', step.operationId)];
  return event?.kind === 'needChanged' ? event.pledge : null;
};

/**
 * The campaign keeps what `pledge` promises and its event makes the pledge, both or neither. Refusals: GIVE_NOT_NOW,
 * NOT_FOUND, BAD_INPUT, NEED_FULL, OPERATION_REUSED.
 */
export const decidePromise = (campaign: Campaign, pledge: Pledge, step: Step): Result<Outcome> => {
  const made = madeBy(campaign, step);
  if (made !== null) return made.steps[step.operationId] === step.inputHash ? accept(REPLAY) : refuse('OPERATION_REUSED');
  if (!takesPledges(campaign)) return refuse('GIVE_NOT_NOW', { message: '现在不收了，看看别的事。' });
  if (campaign.isDisclosureOverdue) return refuse('GIVE_NOT_NOW', { message: '公开的报告过了日子，写好之前先不收。' });
  const kept = keepOfNeed(campaign, pledge.needId, pledge._id, pledge.count);
  if (!kept.ok) return kept;
  if ('kind' in kept.value) return accept(REPLAY);
  return accept(changedBy<CampaignEvent>({ ...kept.value, event: { kind: 'needChanged', pledge, hours: null, ...bySomebody(step) } }));
};

/** A pledge tells the campaign how many came, 0 when none; once. */
export const decideNeedTold = (campaign: Campaign, told: { readonly needId: string; readonly pledgeId: string; readonly received: number; readonly atMs: number }): Result<Outcome> => {
  const part = receiveOfNeed(campaign, told.needId, told.pledgeId, told.received);
  if (part === null) return accept(REPLAY);
  return accept(changedBy<CampaignEvent>({ ...part, event: { kind: 'needChanged', pledge: null, hours: null, ...byClock(campaign._id, 'needChanged', told.pledgeId, told.atMs) } }));
};

/** Names the activity of hours. Refusals: as `linkNeed`, CAMPAIGN_STATE_CHANGED. */
export const decideLink = (campaign: Campaign, needId: string, activityId: string, step: Step): Result<Outcome> => {
  if (!takesPledges(campaign)) return refuse('CAMPAIGN_STATE_CHANGED');
  const linked = linkNeed(campaign, needId, activityId);
  if (!linked.ok) return linked;
  if ('kind' in linked.value) return accept(REPLAY);
  return accept(changedBy<CampaignEvent>({ ...linked.value, event: { kind: 'needChanged', pledge: null, hours: { needId, activityId }, ...bySomebody(step) } }));
};

/** What the shifts of an activity say. */
export const decideHours = (campaign: Campaign, needId: string, activityId: string, seats: { readonly taken: number; readonly attended: number }, atMs: number): Result<Outcome> => {
  const part = countHours(campaign, needId, activityId, seats);
  if (part === null) return accept(REPLAY);
  return accept(changedBy<CampaignEvent>({ ...part, event: { kind: 'needChanged', pledge: null, hours: null, ...byClock(campaign._id, 'hoursCounted', `${needId}_${String(atMs)}`, atMs) } }));
};
