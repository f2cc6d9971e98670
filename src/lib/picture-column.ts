import { SAND, WHITE } from '@/drawings/palette';
import { boxMark, linesOf, textMark, textWidth, type Mark, type Sheet } from './picture-marks';

/** In px of the sheet. */
export const WIDTH = 750;
export const EDGE = 48;
export const INNER = WIDTH - 2 * EDGE;
export const SEPARATOR = ' · ';

interface Inking {
  readonly isBold?: boolean;
  readonly color?: string;
  /** Px kept free beside the words, for a shape or a number. */
  readonly left?: number;
  readonly right?: number;
}

/** A column of words and shapes, filled from above. */
export class Column {
  readonly marks: Mark[] = [];
  y = EDGE;

  constructor(private readonly zoom: number) {}

  size(px: number): number {
    return px * this.zoom;
  }

  gap(px: number): void {
    this.y += px;
  }

  words(text: string, px: number, { left = 0, right = 0, ...ink }: Inking = {}): void {
    const size = this.size(px);
    for (const line of linesOf(text, size, INNER - left - right)) {
      this.marks.push(textMark(line, EDGE + left, this.y + size * 0.7, size, ink));
      this.y += size * 1.4;
    }
  }

  /** Parts one after the other; a new line begins with a whole part. */
  parts(parts: readonly string[], px: number, more: Inking = {}): void {
    const lines = parts.filter((part) => part !== '').reduce<string[]>((all, part) => {
      const longer = `${all.at(-1) ?? ''}${SEPARATOR}${part}`;
      return all.length > 0 && textWidth(longer, this.size(px)) <= INNER - (more.left ?? 0) - (more.right ?? 0) ? [...all.slice(0, -1), longer] : [...all, part];
    }, []);
    for (const line of lines) this.words(line, px, more);
  }

  rule(): void {
    this.marks.push(boxMark(EDGE, this.y, INNER, 1, SAND));
    this.gap(18);
  }

  sheet(): Sheet {
    const height = Math.ceil(this.y + EDGE);
    return { width: WIDTH, height, marks: [boxMark(0, 0, WIDTH, height, WHITE), ...this.marks] };
  }
}
