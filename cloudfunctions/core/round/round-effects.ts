import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Round } from './round';
import type { RoundEvent } from './round-event';

const align = (round: Round, wishIds: readonly string[], event: RoundEvent): readonly Effect[] => wishIds.map((wishId) => ({ kind: 'alignRound', roundId: round._id, wishId, atMs: event.atMs }));

const toOrganiser = (round: Round, event: RoundEvent, title: string, body: string): Effect => ({
  kind: 'notice',
  noticeId: deriveId('n', event.eventId, round.organiserId),
  memberId: round.organiserId,
  title,
  body,
  pictureKey: 'calendar',
  target: { page: 'round', wishId: null, claimId: null, subjectId: round._id },
  todo: null,
  atMs: event.atMs,
});

/** Pure: what an event of a round brings about elsewhere. */
export const roundEffectsOf = (round: Round, event: RoundEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'wishesAdded':
    case 'wishesLeft':
      return align(round, event.wishIds, event);
    case 'wishDropped':
      return [toOrganiser(round, event, '有个心愿没能放进来', `“${round.title}”里刚放的一个心愿，已经在别的一期里或者刚结束了，位置空出来了。`)];
    case 'closed':
    case 'reportDue':
      return [{ kind: 'foldRound', roundId: round._id, atMs: event.atMs }];
    case 'reported':
      return event.pass === 1 ? [toOrganiser(round, event, `“${round.title}”办完了`, '小结做好了：办成了几件、送到了几份，都在里面。')] : [];
    case 'created':
    case 'updated':
    case 'opened':
    case 'cancelled':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};
