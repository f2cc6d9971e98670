import { REPLAY } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { isWithin } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { isErrand } from '../last-leg/last-leg';
import type { Member } from '../member/member';
import type { Wish } from '../wish/wish';
import { changed, is, type Outcome } from '../wish/wish-change';
import { wishesMaxOf, type Round } from './round';
import { beginRoundStep, bySomebody, roundChanged, roundMoved, type RoundOutcome } from './round-step';

/** What putting a wish into a round looks at. */
export const PICK_FIELDS = ['areaId', 'state', 'roundId', 'errandFor'] as const satisfies readonly (keyof Wish)[];
export type PickedWish = Pick<Wish, '_id' | (typeof PICK_FIELDS)[number]>;

const isOpenTo = (round: Round): boolean => round.state === 'draft' || round.state === 'open';

/**
 * Wishes as a later round sees them: who stands in a round that is over stands in none. A round never opens again, so
 * what was read here still holds when the wish is told.
 */
export const freedWishes = <W extends { readonly roundId: string | null }>(wishes: readonly W[], endedRoundIds: ReadonlySet<string>): readonly W[] =>
  wishes.map((wish) => (wish.roundId !== null && endedRoundIds.has(wish.roundId) ? { ...wish, roundId: null } : wish));

const mayJoin = (wish: PickedWish, roundId: string): boolean => wish.state === 'open' && !isErrand(wish) && (wish.roundId === null || wish.roundId === roundId);

/**
 * Takes wishes into the round's list; they join one by one afterwards, and one that another round took meanwhile is
 * dropped again. Refusals: OUT_OF_AREA, NOT_FOUND, WISH_IN_ROUND, ROUND_STATE_CHANGED, ROUND_FULL, OPERATION_REUSED.
 */
export const decideAddWishes = (round: Round, wishIds: readonly string[], found: readonly PickedWish[], actor: Member, step: Step): Result<RoundOutcome> => {
  const begun = beginRoundStep(round, actor, step);
  if (begun !== null) return begun;
  if (!isOpenTo(round)) return refuse('ROUND_STATE_CHANGED');
  const fresh = [...new Set(wishIds)].filter((wishId) => !round.wishIds.includes(wishId));
  const known = new Map(found.map((wish) => [wish._id, wish]));
  for (const wishId of fresh) {
    const wish = known.get(wishId);
    if (wish === undefined) return refuse('NOT_FOUND');
    if (!isWithin(wish.areaId, round.areaId)) return refuse('OUT_OF_AREA', { message: `只能放${round.areaName}里的心愿。` });
    if (!mayJoin(wish, round._id)) return refuse('WISH_IN_ROUND');
  }
  if (round.wishIds.length + fresh.length > wishesMaxOf(round.kind)) return refuse('ROUND_FULL', { message: `最多放 ${wishesMaxOf(round.kind)} 个，还放得下 ${wishesMaxOf(round.kind) - round.wishIds.length} 个。` });
  return accept(roundChanged(round, step, { wishIds: [...round.wishIds, ...fresh] }, { kind: 'wishesAdded', wishIds: fresh, ...bySomebody(step) }));
};

/** Refusals: OUT_OF_AREA, ROUND_STATE_CHANGED, OPERATION_REUSED. A wish that is not in it is already out. */
export const decideRemoveWish = (round: Round, wishId: string, actor: Member, step: Step): Result<RoundOutcome> => {
  const begun = beginRoundStep(round, actor, step);
  if (begun !== null) return begun;
  if (!isOpenTo(round)) return refuse('ROUND_STATE_CHANGED');
  if (!round.wishIds.includes(wishId)) return accept(REPLAY);
  return accept(roundChanged(round, step, { wishIds: round.wishIds.filter((id) => id !== wishId) }, { kind: 'wishesLeft', wishIds: [wishId], ...bySomebody(step) }));
};

/** The wish did not join: its place is free again. */
export const decideDrop = (round: Round, wishId: string, atMs: number): Result<RoundOutcome> => {
  if (!round.wishIds.includes(wishId)) return accept(REPLAY);
  const event = { kind: 'wishDropped' as const, wishId, eventId: deriveId('e', round._id, 'wishDropped', wishId, String(round.version)), atMs, byId: 'clock' };
  return accept({ kind: 'change', change: roundMoved(round, { wishIds: round.wishIds.filter((id) => id !== wishId) }, event) });
};

/** Whether the round wants the wish among its own. */
export const holdsWish = (round: Round | null, wishId: string): boolean => round !== null && round.state !== 'cancelled' && round.wishIds.includes(wishId);

/** A wish joins a round: at most one that still runs, and only while it is open. Refusals: WISH_IN_ROUND. */
export const decideJoin = (wish: Wish, roundId: string, endedRoundIds: ReadonlySet<string>, atMs: number): Result<Outcome> => {
  if (wish.roundId === roundId) return accept(REPLAY);
  if (!freedWishes([wish], endedRoundIds).every((freed) => mayJoin(freed, roundId))) return refuse('WISH_IN_ROUND');
  return accept(
    changed({
      when: { roundId: is(wish.roundId), state: is('open') },
      set: { roundId },
      event: { kind: 'roundJoined', roundId, eventId: deriveId('e', wish._id, 'roundJoined', roundId, String(wish.revision)), atMs, byId: 'clock' },
    }),
  );
};

export const decideLeave = (wish: Wish, roundId: string, atMs: number): Result<Outcome> => {
  if (wish.roundId !== roundId) return accept(REPLAY);
  return accept(
    changed({
      when: { roundId: is(roundId) },
      set: { roundId: null },
      event: { kind: 'roundLeft', roundId, eventId: deriveId('e', wish._id, 'roundLeft', roundId, String(wish.revision)), atMs, byId: 'clock' },
    }),
  );
};
