import { fruitArt, OBJECT_NAMES, objectArt, STREET_BLOCKS } from '@/drawings';
import { tracePath } from './trace-path';

const traced = (path: string): readonly string[] => {
  const said: string[] = [];
  const note = (name: string) => (...numbers: number[]): void => void said.push(`${name} ${numbers.map((number) => Number(number.toFixed(2))).join(' ')}`.trim());
  tracePath({ beginPath: note('begin'), moveTo: note('M'), lineTo: note('L'), bezierCurveTo: note('C'), closePath: note('Z') }, path);
  return said.slice(1);
};

describe('a path followed by a pen', () => {
  it('goes on from where it is, and closes where it began', () => {
    expect(traced('M10 4l2-1h3V9z')).toEqual(['M 10 4', 'L 12 3', 'L 15 3', 'L 15 9', 'Z']);
    expect(traced('M1 1 3 4m2 0 1 1')).toEqual(['M 1 1', 'L 3 4', 'M 5 4', 'L 6 5']);
    expect(traced('M0 0c.5.4 1-.3 2.2-1.1.3.4 1 1 2 2')).toEqual(['M 0 0', 'C 0.5 0.4 1 -0.3 2.2 -1.1', 'C 2.5 -0.7 3.2 -0.1 4.2 0.9']);
  });

  it('goes on smoothly where a curve came in', () => {
    expect(traced('M0 0c0 1 1 2 2 2s2-1 2-2')).toEqual(['M 0 0', 'C 0 1 1 2 2 2', 'C 3 2 4 1 4 0']);
  });

  it('turns an arc into curves that end where it ends', () => {
    expect(traced('M0 0a5 5 0 0 1 10 0').at(-1)).toMatch(/ 10 0$/);
    // Half a turn over the top: its highest point is a radius above.
    expect(traced('M0 0a5 5 0 0 1 10 0')[1]).toMatch(/ 5 -5$/);
    expect(traced('M20 40a7 7 0 1 1-.2 14')).toHaveLength(3);
  });

  it('follows every drawing there is, and refuses what it does not know', () => {
    for (const name of OBJECT_NAMES) for (const path of [...objectArt(name).blocks.map(([block]) => block), ...objectArt(name).lines]) expect(traced(path).join(' ')).not.toContain('NaN');
    for (const path of [...STREET_BLOCKS.map(([block]) => block), fruitArt('held').outline, fruitArt('delivered').inner?.[0] ?? '']) expect(traced(path).length).toBeGreaterThan(2);
    expect(() => traced('M0 0q1 1 2 2')).toThrow('no such step');
    expect(() => traced('M0')).toThrow('number is missing');
  });
});
