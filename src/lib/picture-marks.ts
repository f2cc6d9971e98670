import { INK } from '@/drawings/palette';
import type { Painting } from './paint-picture';

/** A way over paper: begin, line, curve, close. */
export type Step = readonly ['M' | 'L', number, number] | readonly ['C', number, number, number, number, number, number] | readonly ['Z'];

interface Inked {
  /** Null: not filled. */
  readonly color: string | null;
  readonly stroke?: string;
  readonly wide?: number;
  /** From 0 to 1. */
  readonly opacity?: number;
  readonly dash?: readonly [number, number];
}

export type TextMark = { readonly kind: 'text'; readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly isBold: boolean; readonly color: string; readonly align: 'left' | 'center' | 'right' };
export type BoxMark = { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly color: string; readonly radius?: number; readonly stroke?: string; readonly wide?: number; readonly opacity?: number };
export type CircleMark = { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number } & Inked;
export type PathMark = { readonly kind: 'path'; readonly steps: readonly Step[] } & Inked;

/** One thing to draw, in px of its sheet. Texts stand on their middle line. */
export type Mark = TextMark | BoxMark | CircleMark | PathMark;

/** A picture as plain marks: told to SVG for the page, painted on a canvas to be saved. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

const FONT = '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
/** A print of it stays sharp… */
const SCALE = 2;
/** … as far as every phone's canvas goes. */
const CANVAS_MAX_PX = 4_000;
const HALF_WIDE = 0x2e80;
const NARROW = 0.58;

/** About how wide a text gets: Chinese letters are square, others a good half of that. */
export const textWidth = (text: string, size: number): number => [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > HALF_WIDE ? size : size * NARROW), 0);

/** Pure: a text in lines no wider than `width`. */
export function linesOf(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (textWidth(line + letter, size) > width && line !== '') {
      lines.push(line);
      line = '';
    }
    // No line begins with a blank.
    if (line !== '' || letter !== ' ') line += letter;
  }
  return [...lines, line];
}

export const textMark = (text: string, x: number, y: number, size: number, more: Partial<TextMark> = {}): TextMark => ({ kind: 'text', text, x, y, size, isBold: false, color: INK, align: 'left', ...more });
export const boxMark = (x: number, y: number, width: number, height: number, color: string, more: Partial<BoxMark> = {}): BoxMark => ({ kind: 'box', x, y, width, height, color, ...more });

const inkOf = ({ color, stroke, wide = 1, opacity, dash }: Inked): string =>
  `fill="${color ?? 'none'}"${stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${wide}" stroke-linejoin="round"`}${opacity === undefined ? '' : ` opacity="${opacity}"`}${dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`}`;

const numbersOf = (step: Step): readonly number[] => (step as readonly (string | number)[]).filter((part): part is number => typeof part === 'number');

const shapeOf = (mark: Exclude<Mark, TextMark>): string => {
  if (mark.kind === 'box') return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" rx="${mark.radius ?? 0}" ${inkOf(mark)}/>`;
  if (mark.kind === 'circle') return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" ${inkOf(mark)}/>`;
  return `<path d="${mark.steps.map((step) => `${step[0]}${numbersOf(step).join(' ')}`).join('')}" ${inkOf(mark)}/>`;
};

/** Pure: shapes as an SVG document. Words are left to the page, whose type they follow. */
export const sheetSvg = ({ width, height, marks }: Omit<Sheet, 'marks'> & { readonly marks: readonly Exclude<Mark, TextMark>[] }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${marks.map(shapeOf).join('')}</svg>`;

/** Numbers of a step are points: across, then down. */
const movedStep = (step: Step, x: number, y: number, by: number): Step => [step[0], ...numbersOf(step).map((number, index) => number * by + (index % 2 === 0 ? x : y))] as unknown as Step;

const moved = (mark: Mark, x: number, y: number, by: number): Mark => {
  if (mark.kind === 'path') return { ...mark, wide: (mark.wide ?? 1) * by, steps: mark.steps.map((step) => movedStep(step, x, y, by)) };
  const placed = { x: mark.x * by + x, y: mark.y * by + y };
  if (mark.kind === 'text') return { ...mark, ...placed, size: mark.size * by };
  if (mark.kind === 'circle') return { ...mark, ...placed, radius: mark.radius * by, wide: (mark.wide ?? 1) * by };
  return { ...mark, ...placed, width: mark.width * by, height: mark.height * by, radius: (mark.radius ?? 0) * by, wide: (mark.wide ?? 1) * by };
};

/** Pure: marks of one sheet put on another, `by` times as large, their left top corner at `x`, `y`. */
export const placedMarks = (marks: readonly Mark[], x: number, y: number, by = 1): readonly Mark[] => marks.map((mark) => moved(mark, x, y, by));

const fontOf = ({ isBold, size }: Pick<TextMark, 'isBold' | 'size'>): string => `${isBold ? '600 ' : ''}${size}px ${FONT}`;

function roundBox(context: CanvasRenderingContext2D, { x, y, width, height, radius = 0 }: BoxMark): void {
  if (radius === 0) return context.rect(x, y, width, height);
  const corner = Math.min(radius, width / 2, height / 2);
  context.moveTo(x + corner, y);
  context.arcTo(x + width, y, x + width, y + height, corner);
  context.arcTo(x + width, y + height, x, y + height, corner);
  context.arcTo(x, y + height, x, y, corner);
  context.arcTo(x, y, x + width, y, corner);
  context.closePath();
}

function trace(context: CanvasRenderingContext2D, mark: Exclude<Mark, TextMark>): void {
  context.beginPath();
  if (mark.kind === 'box') return roundBox(context, mark);
  if (mark.kind === 'circle') return context.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
  for (const step of mark.steps) {
    if (step[0] === 'M') context.moveTo(step[1], step[2]);
    else if (step[0] === 'L') context.lineTo(step[1], step[2]);
    else if (step[0] === 'C') context.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
    else context.closePath();
  }
}

function paintShape(context: CanvasRenderingContext2D, mark: Exclude<Mark, TextMark>): void {
  trace(context, mark);
  context.globalAlpha = mark.opacity ?? 1;
  if (mark.color !== null) {
    context.fillStyle = mark.color;
    context.fill();
  }
  if (mark.stroke !== undefined) {
    context.strokeStyle = mark.stroke;
    context.lineWidth = mark.wide ?? 1;
    context.lineJoin = 'round';
    context.setLineDash(mark.kind === 'box' ? [] : [...(mark.dash ?? [])]);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** A sheet as something to paint on a canvas. */
export function paintingOf({ width, height, marks }: Sheet): Painting {
  const scale = Math.min(SCALE, CANVAS_MAX_PX / Math.max(width, height));
  return {
    width: Math.floor(width * scale), height: Math.floor(height * scale),
    letters: marks.flatMap((mark) => (mark.kind === 'text' ? [{ font: fontOf(mark), text: mark.text }] : [])),
    paint: (context) => {
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.textBaseline = 'middle';
      for (const mark of marks) {
        if (mark.kind !== 'text') paintShape(context, mark);
        else {
          context.fillStyle = mark.color;
          context.font = fontOf(mark);
          context.textAlign = mark.align;
          context.fillText(mark.text, mark.x, mark.y);
        }
      }
    },
  };
}
