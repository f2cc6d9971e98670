import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Group, GroupEvent } from './group';

const tell = (group: Group, event: GroupEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'hand',
  target: { page: 'me', wishId: null, claimId: null, subjectId: group._id }, todo: null, atMs: event.atMs,
});

const audit = (group: Group, event: GroupEvent, kind: 'groupEnded' | 'groupOwnerRemoved'): Effect => ({
  kind: 'audit', line: { auditId: deriveId('audit', event.eventId), kind, byId: event.byId, subjectId: group._id, areaIds: group.areaIds, note: '', atMs: event.atMs },
});

const ENDED_BODY = { owner: '一位群主解绑了。群里的卡片照样能打开，只是不再数人。', staff: '', left: '没有群主了。想再用，重新绑一次就好。' } as const;

const effectsOf = (group: Group, event: GroupEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'groupBound':
    case 'groupInvited':
    case 'groupRenamed':
      return [];
    case 'groupOwnerJoined':
      return group.ownerIds.filter((id) => id !== event.memberId).map((id) => tell(group, event, id, `“${group.name}”多了一位群主`, '拿着您或另一位群主给的邀请码来的。不认得，请告诉社区。'));
    case 'groupOwnerGone':
      return event.cause === 'staff' ? [audit(group, event, 'groupOwnerRemoved'), tell(group, event, event.memberId, `您不再管“${group.name}”了`, '社区调整了这个群的群主。有疑问请打社区电话。')] : [];
    case 'groupEnded': {
      const body = event.cause === 'staff' ? `社区说：${group.note}` : ENDED_BODY[event.cause];
      const told = event.toldIds.map((id) => tell(group, event, id, `“${group.name}”不再绑着了`, body));
      const followed: readonly Effect[] = [{ kind: 'closeShares', groupId: group._id, atMs: event.atMs }, ...told];
      return event.cause === 'staff' || (event.cause === 'left' && event.toldIds.length > 0) ? [audit(group, event, 'groupEnded'), ...followed] : followed;
    }
    default: {
      const never: never = event;
      return never;
    }
  }
};

/** Nothing of it is due by itself: an invitation that ran out is refused when it is used. */
export const GROUP_KIND: AggregateKind<Group, GroupEvent> = { collection: 'groups', effectsOf, clocksOf: () => [] };
