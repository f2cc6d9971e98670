import { RULES } from '../../cloudfunctions/core/rules';
import { WaySums, type Ways } from '../../cloudfunctions/core/favour/way';
import { deriveId } from '../../cloudfunctions/core/kernel/ids';
import { DAY_MS } from '../../cloudfunctions/core/kernel/clock';
import type { Grant } from '../../cloudfunctions/core/points/decide-earning';
import { createRandom, type Random } from '../demo/random';

/**
 * Ninety days of a community of 5,000 in which everybody means well, for asking how often the report of mutual favours
 * names somebody all the same. Among them the patterns that look most like favours: a daughter and an old neighbour, a
 * team that goes to the same old people every week, friends who do each other a good turn, a group that shares its work.
 */
const RESIDENTS = 5_000;
const ELDERS = 800;
const VOLUNTEERS = 150;
const DAUGHTERS = 200;
const FRIENDS = 250;
const SHARING_GROUPS = 20;

const UNTIL_MS = 1_000 * DAY_MS;
export const TOWN_PERIOD = { fromMs: UNTIL_MS - RULES.favours.periodMs, untilMs: UNTIL_MS } as const;

export interface Town {
  readonly ways: Ways;
  /** People who helped or were helped at all. */
  readonly active: number;
}

/** Writes down who did something for whom, as the months of the ledger keep it. */
class Diary {
  private readonly sums = new WaySums(TOWN_PERIOD);
  private readonly people = new Set<string>();
  private lines = 0;

  helped(giverId: string, servedId: string, times: number, isRated: boolean): void {
    if (giverId === servedId) return;
    for (const id of [giverId, servedId]) this.people.add(id);
    for (let time = 0; time < times; time += 1) {
      this.grant(giverId, { kind: 'delivery', withId: servedId, points: 5 });
      if (isRated) this.grant(servedId, { kind: 'carefulRating', withId: giverId, points: 1 });
    }
  }

  town(): Town {
    return { ways: this.sums.ways(), active: this.people.size };
  }

  private grant(memberId: string, parts: Pick<Grant, 'kind' | 'withId' | 'points'>): void {
    this.lines += 1;
    this.sums.add({ memberId, grants: { [deriveId('t', String(this.lines))]: { ...parts, quantity: 1, text: '', atMs: TOWN_PERIOD.fromMs + this.lines, reason: null } } });
  }
}

/** People of one staircase know each other: whoever helps mostly helps near by. */
const neighbourOf = (index: number, random: Random): number => (index + random.between(1, 40)) % RESIDENTS;

export const honestTown = (seed: number): Town => {
  const random = createRandom(seed);
  const diary = new Diary();
  const id = (index: number): string => `m_${index}`;
  const anyone = (): number => random.between(0, RESIDENTS - 1);
  const elder = (): number => random.between(0, ELDERS - 1);
  for (let index = 0; index < RESIDENTS; index += 1) if (random.chance(0.25)) diary.helped(id(index), id(neighbourOf(index, random)), random.between(1, 3), random.chance(0.6));
  for (let index = 0; index < VOLUNTEERS; index += 1) {
    const volunteer = anyone();
    for (let round = random.between(2, 8); round > 0; round -= 1) diary.helped(id(volunteer), id(elder()), random.between(1, 6), random.chance(0.6));
  }
  for (let index = 0; index < DAUGHTERS; index += 1) diary.helped(id(anyone()), id(elder()), random.between(8, 60), random.chance(0.6));
  for (let index = 0; index < FRIENDS; index += 1) {
    const [one, other] = [id(anyone()), id(anyone())];
    diary.helped(one, other, random.between(1, 4), random.chance(0.6));
    diary.helped(other, one, random.between(0, 4), random.chance(0.6));
  }
  for (let group = 0; group < SHARING_GROUPS; group += 1) {
    const members = Array.from({ length: random.between(6, 9) }, anyone);
    for (const one of members) for (const other of members) if (random.chance(0.5)) diary.helped(id(one), id(other), random.between(1, 4), random.chance(0.6));
  }
  return diary.town();
};
