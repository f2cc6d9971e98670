import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import type { Step, Steps } from '../aggregate/step';
import { pathOf } from '../kernel/area-tree';
import { DAY_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { partiesOf, type Member } from '../member/member';
import type { PointHold } from '../points/hold';
import { RULES } from '../rules';
import type { FavourReport } from './favour-report';
import type { Circle } from './find-circles';

/** Who is asked for an answer: staff of the community, or of a node above. */
export type JudgeLevel = 'community' | 'street' | 'district';

export type FreezeEvent = OutboxEvent &
  (
    | { readonly kind: 'frozen' }
    | { readonly kind: 'appealed'; readonly memberId: string }
    /** Nobody answered in time; `from` was asked so far. */
    | { readonly kind: 'appealLate'; readonly memberId: string; readonly from: JudgeLevel }
    | { readonly kind: 'appealRefused'; readonly memberId: string }
    /** By staff: an appeal was granted, or they saw it otherwise themselves. */
    | { readonly kind: 'lifted' }
    /** Its days were over. */
    | { readonly kind: 'ended' }
    | { readonly kind: 'voided' }
    /** What people wrote is kept no longer. */
    | { readonly kind: 'forgotten' }
  );

/** "Please look again": once a person, one sentence, answered by another person with a reason. */
export interface FreezeAppeal {
  readonly words: string;
  readonly byId: string;
  readonly atMs: number;
  readonly dueAtMs: number;
  readonly level: JudgeLevel;
  readonly state: 'open' | 'granted' | 'refused' | 'over';
  readonly note: string;
  readonly decidedById: string | null;
}

/**
 * Points that people of one circle get by each other wait, for some days, until somebody looked. Nothing is taken by it:
 * at its end everything goes on, on its own day. Only people begin it, answer and void; the clock alone can only let go.
 */
export interface PointFreeze extends Aggregate<FreezeEvent> {
  readonly communityId: string;
  readonly areaIds: readonly string[];
  /** As the report told it on the day. */
  readonly circle: Circle;
  readonly memberIds: readonly string[];
  readonly reportFromMs: number;
  readonly reportUntilMs: number;
  /** In words that the people read. */
  readonly reason: string;
  readonly frozenById: string;
  readonly frozenAtMs: number;
  readonly untilMs: number;
  readonly state: 'frozen' | 'lifted' | 'ended' | 'voided';
  /** By who appeals; at most one a person. */
  readonly appeals: Readonly<Record<string, FreezeAppeal>>;
  /** What staff said who lifted or voided it; empty when its days were over. */
  readonly endNote: string;
  readonly endedById: string | null;
  readonly endedAtMs: number | null;
  readonly isForgotten: boolean;
  readonly steps: Steps;
}

export const freezeIdOf = (actorId: string, operationId: string): string => deriveId('pf', actorId, operationId);

/** Until when somebody may appeal. */
export const appealUntilMsOf = ({ frozenAtMs, untilMs }: Pick<PointFreeze, 'frozenAtMs' | 'untilMs'>): number => Math.min(untilMs, frozenAtMs + RULES.favours.appealMs);

/** Whoever is in the circle is no judge of it. */
export const isInCircle = ({ memberIds }: Pick<Circle, 'memberIds'>, member: Member): boolean => partiesOf(member).some((partyId) => memberIds.includes(partyId));

/** Which of those somebody speaks for is in the circle. */
export const ownIdIn = ({ memberIds }: Pick<Circle, 'memberIds'>, member: Member): string | null => partiesOf(member).find((partyId) => memberIds.includes(partyId)) ?? null;

/** Pure: what holds each one's points: those they get by the others. */
export const holdsOf = ({ _id, memberIds, untilMs }: Pick<PointFreeze, '_id' | 'memberIds' | 'untilMs'>): readonly PointHold[] =>
  memberIds.map((memberId) => ({ _id: memberId, freezeId: _id, withIds: memberIds.filter((other) => other !== memberId), untilMs }));

/** Pure: the document of a new freeze. */
export const newFreeze = (report: FavourReport, circle: Circle, words: { readonly days: number; readonly reason: string }, step: Step): PointFreeze => {
  const { communityId, fromMs, untilMs } = report;
  return {
    _id: freezeIdOf(step.actorId, step.operationId), communityId, areaIds: pathOf(communityId), circle, memberIds: circle.memberIds, reportFromMs: fromMs, reportUntilMs: untilMs,
    reason: words.reason, frozenById: step.actorId, frozenAtMs: step.nowMs, untilMs: step.nowMs + words.days * DAY_MS, state: 'frozen', appeals: {},
    endNote: '', endedById: null, endedAtMs: null, isForgotten: false, steps: { [step.operationId]: step.inputHash },
    ...bornWith<FreezeEvent>({ kind: 'frozen', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId }),
  };
};
