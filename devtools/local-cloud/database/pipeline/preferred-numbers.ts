/** Series of preferred numbers that $bucketAuto rounds its boundaries to (`granularity`). */
import { failure } from '../expressions/failure';

/** Rounds a boundary to the next preferred number above, or the last one below; 0 stays 0. */
export interface Granularity {
  roundUp(value: number): number;
  roundDown(value: number): number;
}

const SERIES: Readonly<Record<string, readonly number[]>> = {
  R5: [10, 16, 25, 40, 63],
  R10: [100, 125, 160, 200, 250, 315, 400, 500, 630, 800],
  R20: [100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800, 900],
  '1-2-5': [10, 20, 50],
  E6: [10, 15, 22, 33, 47, 68],
  E12: [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82],
  E24: [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91],
};
const KNOWN_BUT_ABSENT = new Set(['R40', 'R80', 'E48', 'E96', 'E192']);

const POWERS_OF_TWO: Granularity = {
  roundUp: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
  roundDown: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
};

/** A member of the series times a power of ten, without the noise of multiplying by 0.1. */
const scaled = (member: number, exponent: number): number => (exponent < 0 ? member / 10 ** -exponent : member * 10 ** exponent);

function seriesGranularity(series: readonly number[]): Granularity {
  const first = series[0] as number;
  const last = series.at(-1) as number;
  const roundUp = (value: number): number => {
    if (value === 0) return 0;
    let exponent = 0;
    while (value >= scaled(last, exponent)) exponent += 1;
    while (value < scaled(first, exponent)) {
      if (value >= scaled(last, exponent - 1)) return scaled(first, exponent);
      exponent -= 1;
    }
    return scaled(series.find((member) => value < scaled(member, exponent)) ?? first * 10, exponent);
  };
  const roundDown = (value: number): number => {
    if (value === 0) return 0;
    let exponent = 0;
    while (value <= scaled(first, exponent)) exponent -= 1;
    while (value > scaled(last, exponent)) {
      if (value <= scaled(first, exponent + 1)) return scaled(last, exponent);
      exponent += 1;
    }
    return scaled([...series].reverse().find((member) => value > scaled(member, exponent)) ?? last / 10, exponent);
  };
  return { roundUp, roundDown };
}

/** The rounding of that name; what MongoDB has and this does not is refused by name. */
export function granularityOf(name: string): Granularity {
  if (name === 'POWERSOF2') return POWERS_OF_TWO;
  const series = Object.hasOwn(SERIES, name) ? SERIES[name] : undefined;
  if (series !== undefined) return seriesGranularity(series);
  if (KNOWN_BUT_ABSENT.has(name)) throw failure(`the local cloud does not support the granularity ${name} of $bucketAuto`);
  throw failure(`Unknown rounding granularity '${name}'`);
}
