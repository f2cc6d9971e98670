import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Step } from '../aggregate/step';
import type { Member } from '../member/member';
import { isRecipient } from './recipient';
import { claimsOf, isPending, type Wish } from './wish';
import { changed, is, REPLAY, type Outcome } from './wish-change';

const OPEN_STATES: readonly Wish['state'][] = ['review', 'asked', 'publicity', 'open'];

/** The poster takes it back while nobody is on the way. Refusals: NOT_FOUND, WISH_HAS_CLAIMS, WISH_STATE_CHANGED. */
export const decideWithdrawal = (wish: Wish, actor: Member, step: Step): Result<Outcome> => {
  if (!isRecipient(wish, actor)) return refuse('NOT_FOUND');
  if (wish.state === 'withdrawn') return accept(REPLAY);
  if (!OPEN_STATES.includes(wish.state)) return refuse('WISH_STATE_CHANGED');
  if (claimsOf(wish).some(isPending)) return refuse('WISH_HAS_CLAIMS');
  return accept(
    changed({
      // A claim in the same moment changes the revision, so it is either before or after, never overlooked.
      when: { state: is(wish.state), revision: is(wish.revision) },
      set: { state: 'withdrawn', endedAtMs: step.nowMs, 'review.taskId': null, 'review.askNoticeId': null },
      event: { kind: 'withdrawn', closesTaskId: wish.review.taskId, closesNoticeId: wish.review.askNoticeId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
