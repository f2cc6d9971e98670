import type { NoticeTarget } from '@contract';
import type { AuditKind } from '../audit/audit.repository';
import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { LINKED_RULES } from '../linked-rules';
import { endedByClock } from './change-linked';
import type { LinkedCampaign, LinkedEvent } from './linked-campaign';

const targetOf = (campaign: LinkedCampaign): NoticeTarget => ({ page: 'linked', wishId: null, claimId: null, subjectId: campaign._id });

/** Each text is a turn of its own. */
const taskIdOf = (campaign: LinkedCampaign, editedAtMs: number): string => deriveId('k', 'linkedCheck', campaign._id, String(editedAtMs));

const ask = (campaign: LinkedCampaign, event: LinkedEvent): Effect => ({
  kind: 'openTask', taskId: taskIdOf(campaign, event.atMs), taskKind: 'linkedCheck', wishId: null, claimId: null, subjectId: campaign._id, assignTo: null, areaIds: campaign.areaIds,
  title: campaign.facts.title, reasonText: `${campaign.facts.charityName}的公开募捐，等另一位核对`, actionText: '打开核对', ...dueInWorkingHours(event.atMs, LINKED_RULES.linked.checkWorkingHours), atMs: event.atMs,
});

const close = (campaign: LinkedCampaign, editedAtMs: number, note: string, event: LinkedEvent): Effect => ({ kind: 'closeTask', taskId: taskIdOf(campaign, editedAtMs), atMs: event.atMs, note });

const tell = (campaign: LinkedCampaign, event: LinkedEvent, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId), memberId: campaign.editedById, title, body, pictureKey: 'hand', target: targetOf(campaign), todo: null, atMs: event.atMs,
});

const AUDIT_KIND: Readonly<Record<LinkedEvent['kind'], AuditKind>> = { entered: 'linkedEntered', updated: 'linkedUpdated', shown: 'linkedShown', refused: 'linkedRefused', mirrored: 'linkedMirrored', disclosed: 'linkedDisclosed', ended: 'linkedEnded' };

const audit = (campaign: LinkedCampaign, event: LinkedEvent): Effect => ({
  kind: 'audit', line: { auditId: deriveId('a', event.eventId), kind: AUDIT_KIND[event.kind], byId: event.byId, subjectId: campaign._id, areaIds: campaign.areaIds, note: '', atMs: event.atMs },
});

const besides = (campaign: LinkedCampaign, event: LinkedEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'entered':
      return [ask(campaign, event)];
    case 'updated':
      return [...(event.wasWaiting ? [close(campaign, event.earlierMs, '改过了', event)] : []), ask(campaign, event)];
    case 'shown':
      return [close(campaign, event.editedAtMs, '核对过了', event), tell(campaign, event, `“${campaign.facts.title}”能看到了`, '另一位核对过，居民点“去平台看”就到平台。进度请隔几天照平台抄一次。')];
    case 'refused':
      return [close(campaign, event.editedAtMs, '退回了', event), tell(campaign, event, `“${campaign.facts.title}”有一处不对`, campaign.note)];
    case 'ended':
      return event.waitedSinceMs === null ? [] : [close(campaign, event.waitedSinceMs, '结束了', event)];
    case 'mirrored':
    case 'disclosed':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const effectsOf = (campaign: LinkedCampaign, event: LinkedEvent): readonly Effect[] => [audit(campaign, event), ...besides(campaign, event)];

const clocksOf = (campaign: LinkedCampaign): readonly Due<LinkedEvent>[] => (campaign.state === 'shown' ? [{ atMs: campaign.facts.endsAtMs, change: endedByClock(campaign) }] : []);

export const LINKED_KIND: AggregateKind<LinkedCampaign, LinkedEvent> = { collection: 'linkedCampaigns', effectsOf, clocksOf };
