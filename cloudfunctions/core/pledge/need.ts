import type { NeedInput, NeedKind, NeedView } from '@contract';
import type { OutboxEvent } from '../aggregate/aggregate';
import { is, REPLAY, type Change } from '../aggregate/change';
import { accept, refuse, type Result } from '../kernel/result';

/** One thing that a campaign needs besides money. Small: an entry of the host's map. */
export interface Need {
  readonly kind: NeedKind;
  readonly text: string;
  /** 张、件、天; of hours always 人. */
  readonly unit: string;
  readonly wanted: number;
  /** Said to be given, and what came of it; never above `wanted`. Of hours: seats taken. */
  readonly promised: number;
  /** Came, or was used; of hours: were there. */
  readonly received: number;
  /** Pledge id → how many it keeps until they come or it ends. As many as are wanted at most, so that the host stays bounded. */
  readonly kept: Readonly<Record<string, number>>;
  /** Of hours: the activity whose shifts people sign up for. */
  readonly activityId: string | null;
}

/** The part of a host (a campaign) that pledges work on. */
export interface NeedsPart {
  readonly needs: Readonly<Record<string, Need>>;
}

/** A part of a change of the host, who adds what happened. It guards itself: the host's version is left alone, so that neighbours who promise at once do not get in each other's way. */
export type NeedsChange = Pick<Change<OutboxEvent>, 'when' | 'set' | 'add' | 'removes'>;

const HOURS_UNIT = '人';

/** Pure: the needs of a new host, in the order they were written; only hours have an activity. */
export const newNeeds = (inputs: readonly NeedInput[]): NeedsPart['needs'] =>
  Object.fromEntries(inputs.map(({ kind, text, unit, wanted, activityId }, index): [string, Need] => [
    `n${index + 1}`,
    { kind, text, unit: kind === 'hours' ? HOURS_UNIT : unit, wanted, promised: 0, received: 0, kept: {}, activityId: kind === 'hours' ? activityId : null },
  ]));

export const needOf = ({ needs }: NeedsPart, needId: string): Need | null => (Object.hasOwn(needs, needId) ? (needs[needId] ?? null) : null);

const keeps = (need: Need, pledgeId: string): number | null => (Object.hasOwn(need.kept, pledgeId) ? (need.kept[pledgeId] ?? null) : null);

export const leftOf = ({ wanted, promised }: Pick<Need, 'wanted' | 'promised'>): number => Math.max(0, wanted - promised);

/**
 * Keeps `count` of a need for a pledge; the guard is the rule: promised + count ≤ wanted. Refusals: NOT_FOUND, BAD_INPUT
 * (hours are signed up for), NEED_FULL. REPLAY when it is kept already.
 */
export const keepOfNeed = (part: NeedsPart, needId: string, pledgeId: string, count: number): Result<NeedsChange | typeof REPLAY> => {
  const need = needOf(part, needId);
  if (need === null) return refuse('NOT_FOUND');
  if (need.kind === 'hours') return refuse('BAD_INPUT', { fields: { needId: '出力请到活动里报名' } });
  if (keeps(need, pledgeId) !== null) return accept(REPLAY);
  const left = leftOf(need);
  if (!Number.isInteger(count) || count < 1) return refuse('BAD_INPUT', { fields: { count: '至少 1' } });
  if (count > left) return refuse('NEED_FULL', left === 0 ? {} : { message: `现在只差 ${left} ${need.unit}了。`, fields: { count: `最多 ${left} ${need.unit}` } });
  const at = `needs.${needId}`;
  return accept({
    when: { [`${at}.wanted`]: is(need.wanted), [`${at}.promised`]: { below: need.wanted - count + 1 }, [`${at}.kept.${pledgeId}`]: { isAbsent: true } },
    set: { [`${at}.kept.${pledgeId}`]: count },
    add: { [`${at}.promised`]: count },
  });
};

/** What a pledge keeps is not coming: others may give it. Null when nothing is kept, so that a second telling changes nothing. */
export const releaseOfNeed = (part: NeedsPart, needId: string, pledgeId: string): NeedsChange | null => receiveOfNeed(part, needId, pledgeId, 0);

/** `received` of what a pledge keeps came (0 ≤ received ≤ kept), the rest is free for others. Null when nothing is kept. */
export const receiveOfNeed = (part: NeedsPart, needId: string, pledgeId: string, received: number): NeedsChange | null => {
  const need = needOf(part, needId);
  const kept = need === null ? null : keeps(need, pledgeId);
  if (kept === null) return null;
  const came = Math.min(received, kept);
  const at = `needs.${needId}`;
  return { when: { [`${at}.kept.${pledgeId}`]: is(kept) }, set: {}, add: { [`${at}.promised`]: came - kept, [`${at}.received`]: came }, removes: [`${at}.kept.${pledgeId}`] };
};

/** Hours as the shifts of their activity say: seats taken and people who were there. Null when nothing is new. */
export const countHours = (part: NeedsPart, needId: string, activityId: string, seats: { readonly taken: number; readonly attended: number }): NeedsChange | null => {
  const need = needOf(part, needId);
  if (need === null || need.kind !== 'hours' || need.activityId !== activityId) return null;
  if (need.promised === seats.taken && need.received === seats.attended) return null;
  const at = `needs.${needId}`;
  return { when: { [`${at}.activityId`]: is(activityId) }, set: { [`${at}.promised`]: seats.taken, [`${at}.received`]: seats.attended }, add: {} };
};

/** Names the activity of an hours' need. Refusals: NOT_FOUND, BAD_INPUT (not hours). REPLAY when it is that one already. */
export const linkNeed = (part: NeedsPart, needId: string, activityId: string): Result<NeedsChange | typeof REPLAY> => {
  const need = needOf(part, needId);
  if (need === null) return refuse('NOT_FOUND');
  if (need.kind !== 'hours') return refuse('BAD_INPUT', { fields: { needId: '只有出力的才连活动' } });
  if (need.activityId === activityId) return accept(REPLAY);
  const at = `needs.${needId}`;
  return accept({ when: { [`${at}.activityId`]: is(need.activityId) }, set: { [`${at}.activityId`]: activityId, [`${at}.promised`]: 0, [`${at}.received`]: 0 }, add: {} });
};

export const needViews = ({ needs }: NeedsPart): readonly NeedView[] =>
  Object.entries(needs).map(([needId, { kind, text, unit, wanted, promised, received, activityId }]) => ({ needId, kind, text, unit, wanted, promised, received, activityId }));

/** "还差 3 人搬料", the first need that is not met; empty when everything is promised. */
export const needsTextOf = ({ needs }: NeedsPart): string => {
  const open = Object.values(needs).find((need) => leftOf(need) > 0);
  return open === undefined ? '' : `还差 ${leftOf(open)} ${open.unit}${open.text}`;
};

const isNeedRight = ({ kind, wanted, promised, received, kept, activityId }: Need): boolean => {
  const keptSum = Object.values(kept).reduce((sum, count) => sum + count, 0);
  return kind === 'hours' ? keptSum === 0 && promised >= 0 && received >= 0 : promised <= wanted && received >= 0 && promised === received + keptSum && activityId === null;
};

/** What must hold at every moment; a false is a defect. */
export const areNeedsCoherent = ({ needs }: NeedsPart): boolean => Object.values(needs).every(isNeedRight);
