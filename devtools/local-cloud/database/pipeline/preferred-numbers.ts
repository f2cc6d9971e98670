/** Series of preferred numbers that $bucketAuto rounds its boundaries to (`granularity`). */
import { failure } from '../expressions/failure';

/** Rounds a boundary to the next preferred number above, or the last one below; 0 stays 0. */
export interface Granularity {
  roundUp(value: number): number;
  roundDown(value: number): number;
}

/** The E series of IEC 60063 with three digits: evenly spaced on a logarithmic scale. 9.20 is the one exception of the norm. */
const electronicSeries = (steps: number): number[] =>
  Array.from({ length: steps }, (_, i) => Math.round(100 * 10 ** (i / steps))).map((member) => (member === 919 ? 920 : member));

/** Renard's series as in ISO 3; MongoDB's R40 leaves 3.35 out. */
const SERIES: Readonly<Record<string, readonly number[]>> = {
  R5: [10, 16, 25, 40, 63],
  R10: [100, 125, 160, 200, 250, 315, 400, 500, 630, 800],
  R20: [100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800, 900],
  R40: [
    100, 106, 112, 118, 125, 132, 140, 150, 160, 170, 180, 190, 200, 212, 224, 236, 250, 265, 280, 300,
    315, 355, 375, 400, 425, 450, 475, 500, 530, 560, 600, 630, 670, 710, 750, 800, 850, 900, 950,
  ],
  R80: [
    103, 109, 115, 122, 128, 136, 145, 155, 165, 175, 185, 195, 206, 218, 230, 243, 258, 272, 290, 307,
    325, 345, 365, 387, 412, 437, 462, 487, 515, 545, 575, 615, 650, 690, 730, 775, 825, 875, 925, 975,
  ],
  '1-2-5': [10, 20, 50],
  E6: [10, 15, 22, 33, 47, 68],
  E12: [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82],
  E24: [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91],
  E48: electronicSeries(48),
  E96: electronicSeries(96),
  E192: electronicSeries(192),
};

const POWERS_OF_TWO: Granularity = {
  roundUp: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
  roundDown: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
};

/** Members are multiplied by powers of ten in floating point, noise included, as MongoDB does: 63 × 0.1 is 6.300000000000001. */
function seriesGranularity(series: readonly number[]): Granularity {
  const first = series[0] as number;
  const last = series.at(-1) as number;
  const roundUp = (value: number): number => {
    if (value === 0) return 0;
    let scale = 1;
    while (value >= last * scale) scale *= 10;
    while (value < first * scale) {
      const above = first * scale;
      scale /= 10;
      // Between the series and its tenfold.
      if (value >= last * scale) return above;
    }
    return (series.find((member) => value < member * scale) ?? last) * scale;
  };
  const roundDown = (value: number): number => {
    if (value === 0) return 0;
    let scale = 1;
    while (value <= first * scale) scale /= 10;
    while (value > last * scale) {
      const below = last * scale;
      scale *= 10;
      if (value <= first * scale) return below;
    }
    return ([...series].reverse().find((member) => value > member * scale) ?? first) * scale;
  };
  return { roundUp, roundDown };
}

/** The rounding of that name. */
export function granularityOf(name: string): Granularity {
  if (name === 'POWERSOF2') return POWERS_OF_TWO;
  const series = Object.hasOwn(SERIES, name) ? SERIES[name] : undefined;
  if (series === undefined) throw failure(`Unknown rounding granularity '${name}'`);
  return seriesGranularity(series);
}
