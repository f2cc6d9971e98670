import { deriveId } from '../kernel/ids';
import type { RULES } from '../rules';
import type { Way, Ways } from './way';

export type CircleRules = Readonly<Record<keyof Pick<(typeof RULES)['favours'], 'peopleMax' | 'minConfirmations' | 'minEachWay' | 'share' | 'shareOfEach' | 'closeOnesLooked' | 'circlesShown'>, number>>;

/** Two to four people who mostly confirm each other. It says what was counted, never why they did so. */
export interface Circle {
  /** Made from the people. */
  readonly circleId: string;
  /** In the order of their ids. */
  readonly memberIds: readonly string[];
  /** Confirmations among them, and of any of them with anybody. */
  readonly times: number;
  readonly allTimes: number;
  readonly ratings: number;
  readonly points: number;
  /** Each direction among them. */
  readonly ways: readonly Way[];
}

export const circleIdOf = (memberIds: readonly string[]): string => deriveId('fc', ...[...memberIds].sort());

const add = (sums: Map<string, number>, id: string, times: number): void => void sums.set(id, (sums.get(id) ?? 0) + times);

/** What is asked of the ways again and again. */
class Ties {
  private readonly closeOnes = new Map<string, Map<string, number>>();
  private readonly involved = new Map<string, number>();

  constructor(private readonly ways: Ways, private readonly rules: CircleRules) {
    for (const { byId, forId, times } of ways.values()) {
      add(this.involved, byId, times);
      add(this.involved, forId, times);
      if (times >= rules.minEachWay) this.tie(byId, forId, times);
    }
  }

  people(): readonly string[] {
    return [...this.closeOnes.keys()].sort();
  }

  /** Those somebody is linked with in either direction, the closest first. */
  closeTo(id: string): readonly string[] {
    const close = [...(this.closeOnes.get(id) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return close.slice(0, this.rules.closeOnesLooked).map(([other]) => other);
  }

  way(byId: string, forId: string): Way | null {
    return this.ways.get(`${byId}>${forId}`) ?? null;
  }

  /** Confirmations somebody gave or got. */
  timesOf(id: string): number {
    return this.involved.get(id) ?? 0;
  }

  private tie(a: string, b: string, times: number): void {
    for (const [one, other] of [[a, b], [b, a]] as const) {
      const close = this.closeOnes.get(one) ?? new Map<string, number>();
      add(close, other, times);
      this.closeOnes.set(one, close);
    }
  }
}

/** Every set of two to `peopleMax` people who hang together by links; each once. */
const candidates = (ties: Ties, rules: CircleRules): readonly (readonly string[])[] => {
  const seen = new Map<string, readonly string[]>();
  const grow = (members: readonly string[]): void => {
    if (members.length >= rules.peopleMax) return;
    for (const next of members.flatMap((member) => ties.closeTo(member))) {
      if (members.includes(next)) continue;
      const grown = [...members, next].sort();
      const key = grown.join('>');
      if (seen.has(key)) continue;
      seen.set(key, grown);
      grow(grown);
    }
  };
  for (const person of ties.people()) grow([person]);
  return [...seen.values()];
};

/** Whether what goes out from anybody comes back to them: each is reached from the first along links, and the first from each. */
const comesRound = (members: readonly string[], isLink: (byId: string, forId: string) => boolean): boolean => {
  const reached = (forward: boolean): number => {
    const found = new Set(members.slice(0, 1));
    for (const from of found) for (const to of members) if (forward ? isLink(from, to) : isLink(to, from)) found.add(to);
    return found.size;
  };
  return reached(true) === members.length && reached(false) === members.length;
};

const sum = (ways: readonly Way[], field: 'times' | 'ratings' | 'points'): number => ways.reduce((total, way) => total + way[field], 0);

/** The circle these people are, or null when they are none. */
const circleOf = (members: readonly string[], ties: Ties, rules: CircleRules): Circle | null => {
  if (!comesRound(members, (byId, forId) => (ties.way(byId, forId)?.times ?? 0) >= rules.minEachWay)) return null;
  const ways = members.flatMap((byId) => members.flatMap((forId) => ties.way(byId, forId) ?? []));
  const times = sum(ways, 'times');
  const allTimes = members.reduce((total, member) => total + ties.timesOf(member), 0) - times;
  if (times < rules.minConfirmations || times < rules.share * allTimes) return null;
  const isMostlyHere = (member: string): boolean => sum(ways.filter(({ byId, forId }) => byId === member || forId === member), 'times') >= rules.shareOfEach * ties.timesOf(member);
  if (!members.every(isMostlyHere)) return null;
  return { circleId: circleIdOf(members), memberIds: members, times, allTimes, ratings: sum(ways, 'ratings'), points: sum(ways, 'points'), ways };
};

/** The clearest first: the larger share, then the more confirmations, then fewer people. */
const clearestFirst = (a: Circle, b: Circle): number =>
  b.times * a.allTimes - a.times * b.allTimes || b.times - a.times || a.memberIds.length - b.memberIds.length || (a.circleId < b.circleId ? -1 : 1);

/**
 * Pure: pairs and small circles that mostly confirm each other. What goes one way only is none, however often: a daughter
 * who brings an old neighbour his meals every day helps him, and nothing comes back. Each person stands in one circle,
 * the clearest. In whatever order the ways come, the answer is the same.
 */
export const findCircles = (ways: Ways, rules: CircleRules): readonly Circle[] => {
  const ties = new Ties(ways, rules);
  const found = candidates(ties, rules).flatMap((members) => circleOf(members, ties, rules) ?? []).sort(clearestFirst);
  const taken = new Set<string>();
  const circles: Circle[] = [];
  for (const circle of found) {
    if (circle.memberIds.some((member) => taken.has(member))) continue;
    circles.push(circle);
    for (const member of circle.memberIds) taken.add(member);
  }
  return circles.slice(0, rules.circlesShown);
};
