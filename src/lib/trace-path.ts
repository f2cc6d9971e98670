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

interface Place {
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** Where the last curve came in from; a smooth one goes on from there. */
  pull: readonly [x: number, y: number] | null;
}

const curve = (pen: PathPen, at: Place, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void => {
  pen.bezierCurveTo(x1, y1, x2, y2, x, y);
  Object.assign(at, { x, y, pull: [x2, y2] });
};

const straight = (pen: PathPen, at: Place, x: number, y: number): void => {
  pen.lineTo(x, y);
  Object.assign(at, { x, y });
};

/** One step from where the pen stands; `dx` and `dy` are what its numbers count from. */
function traceStep(pen: PathPen, at: Place, { letter, numbers }: Step): void {
  const isRelative = letter === letter.toLowerCase();
  const [dx, dy] = isRelative ? [at.x, at.y] : [0, 0];
  const n = (index: number): number => numbers[index] ?? 0;
  const [cameX, cameY] = at.pull ?? [at.x, at.y];
  at.pull = null;
  switch (letter.toLowerCase()) {
    case 'm':
      Object.assign(at, { x: dx + n(0), y: dy + n(1), startX: dx + n(0), startY: dy + n(1) });
      pen.moveTo(at.x, at.y);
      break;
    case 'l':
      straight(pen, at, dx + n(0), dy + n(1));
      break;
    case 'h':
      straight(pen, at, dx + n(0), at.y);
      break;
    case 'v':
      straight(pen, at, at.x, dy + n(0));
      break;
    case 'c':
      curve(pen, at, dx + n(0), dy + n(1), dx + n(2), dy + n(3), dx + n(4), dy + n(5));
      break;
    case 's':
      curve(pen, at, 2 * at.x - cameX, 2 * at.y - cameY, dx + n(0), dy + n(1), dx + n(2), dy + n(3));
      break;
    case 'a':
      traceArc(pen, [at.x, at.y], [n(0), n(1), n(2), n(3), n(4), dx + n(5), dy + n(6)]);
      Object.assign(at, { x: dx + n(5), y: dy + n(6) });
      break;
    default:
      pen.closePath();
      Object.assign(at, { x: at.startX, y: at.startY });
  }
}

/** Follows an SVG path with a pen, for canvases that know no `Path2D` of SVG text, as WeChat's. The caller fills or strokes. */
export function tracePath(pen: PathPen, path: string): void {
  pen.beginPath();
  const at: Place = { x: 0, y: 0, startX: 0, startY: 0, pull: null };
  for (const step of stepsOf(path)) traceStep(pen, at, step);
}
