/** What a path is drawn into: a canvas, or whatever follows it in a test. */
export type PathPen = Pick<CanvasRenderingContext2D, 'beginPath' | 'moveTo' | 'lineTo' | 'bezierCurveTo' | 'closePath'>;

/** How many numbers each letter of a path takes. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, a: 7, z: 0 };
/** Numbers as drawings write them: no blank before a sign or a second point, and the two flags of an arc run together. */
const NUMBER = /[+-]?(?:\d+\.\d+|\.\d+|\d+)/y;
const FLAG = /[01]/y;
const GAP = /[\s,]*/y;

interface Step {
  readonly letter: string;
  readonly numbers: readonly number[];
}

/** Pure: a path in its steps; throws on anything a drawing of ours doesn't use. */
function stepsOf(path: string): readonly Step[] {
  const steps: Step[] = [];
  let at = 0;
  const skip = (): void => { GAP.lastIndex = at; GAP.exec(path); at = GAP.lastIndex; };
  const read = (pattern: RegExp): number | null => {
    skip();
    pattern.lastIndex = at;
    const found = pattern.exec(path);
    if (found === null) return null;
    at = pattern.lastIndex;
    return Number(found[0]);
  };
  let letter = '';
  for (skip(); at < path.length; skip()) {
    const next = path[at] ?? '';
    if (/[a-z]/i.test(next)) { letter = next; at += 1; }
    const takes = TAKES[letter.toLowerCase()];
    if (takes === undefined) throw new Error(`no such step of a path: ${letter}`);
    const numbers: number[] = [];
    while (numbers.length < takes) {
      const number = read(takes === 7 && (numbers.length === 3 || numbers.length === 4) ? FLAG : NUMBER);
      if (number === null) throw new Error(`a number is missing in the path: ${path.slice(at, at + 12)}`);
      numbers.push(number);
    }
    steps.push({ letter, numbers });
    // More pairs after a move are lines.
    if (letter === 'm') letter = 'l';
    if (letter === 'M') letter = 'L';
  }
  return steps;
}

/** A quarter of a turn at most is followed closely by one curve. */
const QUARTER = Math.PI / 2;

/** An arc of a circle, as drawings use them: one radius, no turned axes. */
function traceArc(pen: PathPen, from: readonly [number, number], [radius, , , isLarge, isSweep, toX, toY]: readonly number[]): void {
  const [x, y] = from;
  const [endX, endY] = [toX ?? x, toY ?? y];
  const half = Math.hypot(endX - x, endY - y) / 2;
  const r = Math.max(radius ?? 0, half);
  const rise = Math.sqrt(Math.max(0, r * r - half * half)) * (isLarge === isSweep ? -1 : 1);
  const [dx, dy] = half === 0 ? [0, 0] : [(endX - x) / (2 * half), (endY - y) / (2 * half)];
  const [centreX, centreY] = [(x + endX) / 2 - dy * rise, (y + endY) / 2 + dx * rise];
  const start = Math.atan2(y - centreY, x - centreX);
  let turn = Math.atan2(endY - centreY, endX - centreX) - start;
  if (isSweep === 1 && turn < 0) turn += 2 * Math.PI;
  if (isSweep === 0 && turn > 0) turn -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / QUARTER));
  const pull = (4 / 3) * Math.tan(turn / parts / 4);
  for (let part = 0; part < parts; part += 1) {
    const [a, b] = [start + (turn * part) / parts, start + (turn * (part + 1)) / parts];
    const [ax, ay, bx, by] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    pen.bezierCurveTo(centreX + r * (ax - pull * ay), centreY + r * (ay + pull * ax), centreX + r * (bx + pull * by), centreY + r * (by - pull * bx), centreX + r * bx, centreY + r * by);
  }
}

/** Follows an SVG path with a pen, for canvases that know no `Path2D` of SVG text, as WeChat's. The caller fills or strokes. */
export function tracePath(pen: PathPen, path: string): void {
  pen.beginPath();
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** Where the last curve came in from; a smooth one goes on from there. */
  let pull: readonly [number, number] | null = null;
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void => {
    pen.bezierCurveTo(x1, y1, x2, y2, toX, toY);
    [x, y, pull] = [toX, toY, [x2, y2]];
  };
  for (const { letter, numbers } of stepsOf(path)) {
    const isRelative = letter === letter.toLowerCase();
    const [baseX, baseY] = isRelative ? [x, y] : [0, 0];
    const n = (index: number): number => numbers[index] ?? 0;
    const came: readonly [number, number] = pull ?? [x, y];
    pull = null;
    switch (letter.toLowerCase()) {
      case 'm':
        [x, y] = [baseX + n(0), baseY + n(1)];
        [startX, startY] = [x, y];
        pen.moveTo(x, y);
        break;
      case 'l':
        [x, y] = [baseX + n(0), baseY + n(1)];
        pen.lineTo(x, y);
        break;
      case 'h':
        x = baseX + n(0);
        pen.lineTo(x, y);
        break;
      case 'v':
        y = baseY + n(0);
        pen.lineTo(x, y);
        break;
      case 'c':
        curve(baseX + n(0), baseY + n(1), baseX + n(2), baseY + n(3), baseX + n(4), baseY + n(5));
        break;
      case 's':
        curve(2 * x - came[0], 2 * y - came[1], baseX + n(0), baseY + n(1), baseX + n(2), baseY + n(3));
        break;
      case 'a':
        traceArc(pen, [x, y], [n(0), n(1), n(2), n(3), n(4), baseX + n(5), baseY + n(6)]);
        [x, y] = [baseX + n(5), baseY + n(6)];
        break;
      default:
        pen.closePath();
        [x, y] = [startX, startY];
    }
  }
}
