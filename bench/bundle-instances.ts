/** Seeded needs of a district that lives in clusters, and the bundling by bisection that ours is measured against. */
import type { BundleNeed } from '../cloudfunctions/core/match/bundle';
import { createRandom } from '../devtools/demo/random';

const CATEGORIES = 12;
const CLUSTERS = 120;
/** Half a degree of latitude and longitude around a town: about 50 km. */
const CENTRE = { lat: 30.5, lng: 114.3 };
const SPAN_DEGREES = 0.45;

/** Nine in ten live in a cluster of about a kilometre; every eighth need is one more of somebody who has one already. */
export const districtNeeds = (seed: number, count: number): readonly BundleNeed[] => {
  const random = createRandom(seed);
  const anywhere = (): { lat: number; lng: number } => ({ lat: CENTRE.lat + (random.next() - 0.5) * SPAN_DEGREES, lng: CENTRE.lng + (random.next() - 0.5) * SPAN_DEGREES });
  const centres = Array.from({ length: CLUSTERS }, anywhere);
  const needs: BundleNeed[] = [];
  for (let index = 0; index < count; index += 1) {
    const category = `c${Math.floor(random.next() ** 1.4 * CATEGORIES)}`;
    const earlier = index > 0 && random.chance(0.125) ? random.pick(needs) : null;
    const centre = random.pick(centres);
    const near = (): number => (random.next() + random.next() + random.next() - 1.5) * 0.02;
    const home = earlier ?? (random.chance(0.1) ? anywhere() : { lat: centre.lat + near(), lng: centre.lng + near() });
    needs.push({ id: `n${String(index).padStart(6, '0')}`, personId: earlier?.personId ?? `p${index}`, category, lat: home.lat, lng: home.lng });
  }
  return needs;
};

const metersPerDegree = 111_195;

/** The usual way: halve by the longer side, by people, until no part has more than `sizeMax`; or, finer, while both halves keep `sizeMin`. Mean distance to the middle, in metres, and the number of bundles. */
export const bisect = (needs: readonly BundleNeed[], { sizeMin, sizeMax, isFine }: { readonly sizeMin: number; readonly sizeMax: number; readonly isFine: boolean }): { readonly meanMeters: number; readonly bundles: number } => {
  const east = metersPerDegree * Math.cos((CENTRE.lat * Math.PI) / 180);
  let [sum, placed, bundles] = [0, 0, 0];
  const halve = (people: readonly (readonly BundleNeed[])[]): void => {
    const at = (person: readonly BundleNeed[]): { x: number; y: number } => ({ x: person[0]!.lng * east, y: person[0]!.lat * metersPerDegree });
    const canHalve = Math.floor(people.length / 2) >= sizeMin;
    if (canHalve && (isFine || people.length > sizeMax)) {
      const side = (of: (point: { x: number; y: number }) => number): number => Math.max(...people.map((person) => of(at(person)))) - Math.min(...people.map((person) => of(at(person))));
      const isWide = side(({ x }) => x) > side(({ y }) => y);
      const sorted = [...people].sort((one, other) => (isWide ? at(one).x - at(other).x : at(one).y - at(other).y));
      halve(sorted.slice(0, sorted.length >> 1));
      halve(sorted.slice(sorted.length >> 1));
      return;
    }
    if (people.length < sizeMin) return;
    const all = people.flat();
    const [x, y] = [all.reduce((total, { lng }) => total + lng * east, 0) / all.length, all.reduce((total, { lat }) => total + lat * metersPerDegree, 0) / all.length];
    for (const { lat, lng } of all) sum += Math.hypot(lng * east - x, lat * metersPerDegree - y);
    placed += all.length;
    bundles += 1;
  };
  for (const category of new Set(needs.map((need) => need.category))) {
    const people = new Map<string, BundleNeed[]>();
    for (const need of needs) if (need.category === category) people.set(need.personId, [...(people.get(need.personId) ?? []), need]);
    halve([...people.values()]);
  }
  return { meanMeters: sum / placed, bundles };
};
