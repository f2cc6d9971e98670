/** A point on the ground, in metres east and north of somewhere near. */
export interface Ground {
  readonly x: number;
  readonly y: number;
}

const EARTH_RADIUS_METERS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle distance. */
export const metersBetween = (one: { readonly lat: number; readonly lng: number }, other: { readonly lat: number; readonly lng: number }): number => {
  const [up, along] = [Math.sin(((other.lat - one.lat) * RADIANS) / 2), Math.sin(((other.lng - one.lng) * RADIANS) / 2)];
  const part = up * up + Math.cos(one.lat * RADIANS) * Math.cos(other.lat * RADIANS) * along * along;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(part)));
};

/** The ground around a latitude as if it were flat: right to a part in a thousand across a city. */
export const groundAround = (latitude: number): ((lat: number, lng: number) => Ground) => {
  const [north, east] = [EARTH_RADIUS_METERS * RADIANS, EARTH_RADIUS_METERS * RADIANS * Math.cos(latitude * RADIANS)];
  return (lat, lng) => ({ x: lng * east, y: (lat - latitude) * north });
};

/** Swapped, every place of China lies beyond the pole or on the ice: latitude 73 to 135, longitude 3 to 54. */
const isSwapped = (lat: number, lng: number): boolean => lat >= 73 && lng >= 3 && lng <= 54;

/** Whether this can be where somebody lives: two numbers, on the earth, not the wrong way round, and not the 0, 0 of a form left empty. */
export const isPlace = (lat: unknown, lng: unknown): boolean =>
  typeof lat === 'number' && typeof lng === 'number' && Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && !isSwapped(lat, lng) && !(lat === 0 && lng === 0);
