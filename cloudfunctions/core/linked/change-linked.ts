import type { LinkedFacts } from '@contract';
import type { Change, OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { LINKED_RULES } from '../linked-rules';
import type { LinkedCampaign, LinkedEvent, Mirrored } from './linked-campaign';

type Outcome = Result<OutcomeOf<LinkedEvent>>;

const beginAct = (campaign: LinkedCampaign, member: Member, step: Step): Outcome | null => (worksAt(member, campaign.areaId) ? knownStep(campaign.steps, step) : refuse('OUT_OF_AREA'));

const waitsSince = (campaign: LinkedCampaign): number | null => (campaign.state === 'checking' ? campaign.editedAtMs : null);

/** Whatever it said before, it is shown again only after a second look. Refusals: OUT_OF_AREA, LINKED_CHANGED, OPERATION_REUSED. */
export const decideUpdate = (campaign: LinkedCampaign, facts: LinkedFacts, member: Member, step: Step): Outcome => {
  const begun = beginAct(campaign, member, step);
  if (begun !== null) return begun;
  if (campaign.state === 'ended') return refuse('LINKED_CHANGED');
  const set = { state: 'checking', facts, editedById: member._id, editedAtMs: step.nowMs, checkedById: null, checkedByName: '', note: '' };
  return accept(versionChanged<LinkedEvent>(campaign, step, set, { kind: 'updated', wasWaiting: campaign.state === 'checking', earlierMs: campaign.editedAtMs, ...bySomebody(step) }));
};

export type LinkedDecision = { readonly kind: 'approve' } | { readonly kind: 'refuse'; readonly note: string };

/** Refusals: OUT_OF_AREA, LINKED_CHANGED, LINKED_OWN, OPERATION_REUSED. */
export const decideCheck = (campaign: LinkedCampaign, version: number, decision: LinkedDecision, member: Member, step: Step): Outcome => {
  const begun = beginAct(campaign, member, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'checking' || campaign.version !== version) return refuse('LINKED_CHANGED');
  if (campaign.editedById === member._id) return refuse('LINKED_OWN');
  const looked = { checkedById: member._id, checkedByName: member.displayName };
  const about = { editedAtMs: campaign.editedAtMs, ...bySomebody(step) };
  if (decision.kind === 'refuse') return accept(versionChanged<LinkedEvent>(campaign, step, { ...looked, state: 'refused', note: decision.note }, { kind: 'refused', ...about }));
  if (campaign.facts.endsAtMs <= step.nowMs) return refuse('LINKED_CHANGED', { message: '备案的募捐期已经过了，请先改日子。' });
  return accept(versionChanged<LinkedEvent>(campaign, step, { ...looked, state: 'shown', shownAtMs: step.nowMs, note: '' }, { kind: 'shown', ...about }));
};

/** An older sentence never replaces a newer one. Refusals: OUT_OF_AREA, LINKED_CHANGED, BAD_INPUT, OPERATION_REUSED. */
export const decideMirror = (campaign: LinkedCampaign, said: Omit<Mirrored, 'byId'>, member: Member, step: Step): Outcome => {
  const begun = beginAct(campaign, member, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'shown' && campaign.state !== 'ended') return refuse('LINKED_CHANGED');
  if (said.raisedAtMs > step.nowMs) return refuse('BAD_INPUT', { fields: { raisedAtMs: '不能是以后的时间' } });
  if (campaign.mirrored !== null && said.raisedAtMs < campaign.mirrored.raisedAtMs) return refuse('BAD_INPUT', { fields: { raisedAtMs: '已经有更新的进度了' } });
  return accept(versionChanged<LinkedEvent>(campaign, step, { mirrored: { ...said, byId: member._id } }, { kind: 'mirrored', ...bySomebody(step) }));
};

/** Refusals: OUT_OF_AREA, LINKED_CHANGED, LINKED_FULL, OPERATION_REUSED. */
export const decideDisclose = (campaign: LinkedCampaign, title: string, url: string, member: Member, step: Step): Outcome => {
  const begun = beginAct(campaign, member, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'shown' && campaign.state !== 'ended') return refuse('LINKED_CHANGED');
  if (campaign.disclosures.length >= LINKED_RULES.linked.disclosuresMax) return refuse('LINKED_FULL');
  return accept(versionChanged<LinkedEvent>(campaign, step, { disclosures: [...campaign.disclosures, { title, url, atMs: step.nowMs }] }, { kind: 'disclosed', ...bySomebody(step) }));
};

/** One that waits for its second look is put away instead: nobody ever reads it. Refusals: OUT_OF_AREA, LINKED_CHANGED, OPERATION_REUSED. */
export const decideEnd = (campaign: LinkedCampaign, note: string, member: Member, step: Step): Outcome => {
  const begun = beginAct(campaign, member, step);
  if (begun !== null) return begun;
  if (campaign.state !== 'shown' && campaign.state !== 'checking') return refuse('LINKED_CHANGED');
  return accept(versionChanged<LinkedEvent>(campaign, step, { state: campaign.state === 'shown' ? 'ended' : 'refused', note }, { kind: 'ended', waitedSinceMs: waitsSince(campaign), ...bySomebody(step) }));
};

/** The plan on file ran out. */
export const endedByClock = (campaign: LinkedCampaign): Change<LinkedEvent> =>
  versionMoved<LinkedEvent>(campaign, { state: 'ended', note: '备案的募捐期到了。' }, { kind: 'ended', waitedSinceMs: waitsSince(campaign), ...byClock(campaign._id, 'ended', String(campaign.facts.endsAtMs), campaign.facts.endsAtMs) });
