import { is, type AdjustOf } from '../aggregate/change';
import { chinaDay } from '../kernel/clock';
import { RULES } from '../rules';
import { matchOf, type MatchBudget, type MatchHold, type MatchTerms } from './match-budget';

/** A part of the budget that a gift takes or gives back; guards itself and tells nobody. */
export type MatchMove = AdjustOf;

/** What a gift must know of the budget: what is left, and what its giver's gifts of the day have taken. */
export type MatchSight = Pick<MatchBudget, 'state' | 'leftFen' | 'holdCount' | 'today'>;

export interface MatchAsked {
  readonly contributionId: string;
  readonly memberId: string;
  readonly amountFen: number;
  readonly nowMs: number;
}

/** A call that is a little behind others counts on the day that has begun. */
const dayFor = ({ today }: MatchSight, nowMs: number): string => (today.day > chinaDay(nowMs) ? today.day : chinaDay(nowMs));

const usedOn = ({ today }: MatchSight, day: string, memberId: string) => (today.day === day && Object.hasOwn(today.used, memberId) ? today.used[memberId] : undefined);

/** Pure: what a gift is matched with, as things were read. */
export const wantedFen = (sight: MatchSight, terms: Pick<MatchTerms, 'numerator' | 'denominator' | 'capFenPerPersonDay'>, { memberId, amountFen, nowMs }: MatchAsked): number => {
  const day = dayFor(sight, nowMs);
  const used = usedOn(sight, day, memberId);
  const isCrowded = used === undefined ? sight.today.day === day && sight.today.people >= RULES.match.peoplePerDay : used.gifts >= RULES.match.giftsPerDay;
  if (sight.state !== 'open' || sight.holdCount >= RULES.match.holdsMax || isCrowded) return 0;
  return Math.max(0, Math.min(matchOf(amountFen, terms), terms.capFenPerPersonDay - (used?.fen ?? 0), sight.leftFen));
};

/** What is written of the giver's day, and what of it must still be as it was read. */
const countedOnDay = (sight: MatchSight, day: string, memberId: string, fen: number): Pick<MatchMove, 'when' | 'set' | 'add'> => {
  const mine = `today.used.${memberId}`;
  const when = { 'today.day': is(sight.today.day) };
  if (sight.today.day !== day) return { when, set: { today: { day, people: 1, used: { [memberId]: { fen, gifts: 1 } } } }, add: {} };
  const used = usedOn(sight, day, memberId);
  if (used === undefined) return { when: { ...when, [mine]: { isAbsent: true } }, set: { [mine]: { fen, gifts: 1 } }, add: { 'today.people': 1 } };
  return { when: { ...when, [`${mine}.fen`]: is(used.fen), [`${mine}.gifts`]: is(used.gifts) }, set: {}, add: { [`${mine}.fen`]: fen, [`${mine}.gifts`]: 1 } };
};

/** Kept for a gift in one update: never more than is left, never beyond the cap of the day, each gift once, while it is open. */
export const holdMove = (sight: MatchSight, { contributionId, memberId, nowMs }: MatchAsked, fen: number): MatchMove => {
  const day = dayFor(sight, nowMs);
  const counted = countedOnDay(sight, day, memberId, fen);
  const hold: MatchHold = { fen, memberId, day, atMs: nowMs, isAsked: false };
  return {
    when: { ...counted.when, state: is('open'), leftFen: { atLeast: fen }, holdCount: { below: RULES.match.holdsMax }, [`holds.${contributionId}`]: { isAbsent: true } },
    set: { ...counted.set, [`holds.${contributionId}`]: hold },
    add: { ...counted.add, leftFen: -fen, heldFen: fen, holdCount: 1 },
  };
};

/** Of exactly the hold that began then: a later one of the same gift is another. */
const ofHold = (contributionId: string, fen: number, heldAtMs: number, to: 'leftFen' | 'spentFen'): MatchMove => ({
  when: { [`holds.${contributionId}.fen`]: is(fen), [`holds.${contributionId}.atMs`]: is(heldAtMs) }, set: {}, add: { heldFen: -fen, holdCount: -1, [to]: fen }, removes: [`holds.${contributionId}`],
});

/** Paid: what was kept is spent. */
export const spendMove = (contributionId: string, fen: number, heldAtMs: number): MatchMove => ofHold(contributionId, fen, heldAtMs, 'spentFen');

/** Not paid: what was kept is free for others, and for the same person while the day lasts. */
export const releaseMove = (contributionId: string, { fen, memberId, day, atMs }: MatchHold, { today }: Pick<MatchBudget, 'today'>): MatchMove => {
  const move = ofHold(contributionId, fen, atMs, 'leftFen');
  const isOfToday = today.day === day;
  return { ...move, when: { ...move.when, 'today.day': is(today.day) }, add: { ...move.add, ...(isOfToday ? { [`today.used.${memberId}.fen`]: -fen, [`today.used.${memberId}.gifts`]: -1 } : {}) } };
};

/** A paid gift went back: its match is the shop's again. Once, however often it is told. */
export const giveBackMove = (contributionId: string, fen: number, nowMs: number): MatchMove => ({
  when: { spentFen: { atLeast: fen }, givenBackCount: { below: RULES.match.givenBackMax }, [`givenBack.${contributionId}`]: { isAbsent: true } },
  set: { [`givenBack.${contributionId}`]: nowMs }, add: { spentFen: -fen, leftFen: fen, givenBackCount: 1 },
});
