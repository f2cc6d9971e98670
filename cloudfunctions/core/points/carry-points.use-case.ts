import type { EffectOf } from '../effect/effect';
import { memberPoints } from '../ledger/account';
import { carryUsable } from '../ledger/ledger.repository';

/** The points of somebody on paper become theirs: one person, so nothing is given to another. Repeats harmlessly. */
export const carryPoints = ({ personId, memberId, communityId, atMs }: EffectOf<'carryPoints'>): Promise<void> =>
  carryUsable(memberPoints(personId), memberPoints(memberId), { communityId, nowMs: atMs, cause: { kind: 'takeover', aggregateId: personId, text: '以前社区电话里帮您记的' } });
