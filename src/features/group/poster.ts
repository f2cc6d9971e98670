import type { ShareSightView } from '@contract';
import { ACCENT_INK, ACCENT_TINT, CAPTION, DUSK, INK, objectArt, PERSIMMON, SAND, STREET_BLOCKS, STREET_SIZE, WHITE, fruitArt, type ShareState } from '@/drawings';
import { clipped } from '@/lib/clipped';
import type { Painting } from '@/lib/paint-picture';
import { linesOf, textWidth } from '@/lib/picture-marks';
import { tracePath } from '@/lib/trace-path';
import { SHARE_LIMITS } from './share-limits';
import { posterWords, type PosterWords } from './poster-words';

/** In px of the picture itself; a phone shows it at half that. */
const WIDTH = 750;
const EDGE = 48;
const INNER = WIDTH - 2 * EDGE;
const PANEL = { height: 380, radius: 36 } as const;
const OBJECT_SIDE = 290;
const CODE_SIDE = 220;
const FRUIT_SIDE = 50;
const FONT = '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
/** A drawing this large is drawn with a finer line than on a card. */
const POSTER_LINE = 1.6;
/** 关怀模式 is at least 1.3 times as large. */
const LARGE = 1.3;

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly color: string;
}

/** Everything of a poster and where it stands; texts stand on their middle line. */
export interface Poster {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly panelTop: number;
  readonly drawing: PosterWords['drawing'];
  readonly tag: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  readonly fruits: readonly { readonly state: ShareState; readonly x: number; readonly y: number; readonly side: number }[];
  readonly dashY: number;
  readonly code: { readonly x: number; readonly y: number; readonly side: number };
}

const line = (text: string, x: number, y: number, size: number, more: Partial<Line> = {}): Line => ({ text, x, y, size, isBold: false, color: INK, ...more });

const statesOf = ({ shares }: ShareSightView): readonly ShareState[] => {
  if (shares === null || shares.wanted > SHARE_LIMITS.posterFruits) return [];
  const { delivered, held, left } = shares;
  return [...Array<ShareState>(delivered).fill('delivered'), ...Array<ShareState>(held).fill('held'), ...Array<ShareState>(left).fill('open')];
};

/** The first lines of a text; the last of them cut where more follows. */
const firstLines = (text: string, size: number, count: number, width = INNER): readonly string[] => {
  const all = linesOf(text, size, width);
  const shown = all.slice(0, count);
  return all.length > count ? [...shown.slice(0, -1), clipped(`${shown.at(-1) ?? ''}…`, [...(shown.at(-1) ?? '')].length)] : shown;
};

/** Pure: a poster of one thing, in usual or large type. */
export function posterOf(sight: ShareSightView, isLarge: boolean, nowMs: number): Poster {
  const words = posterWords(sight, nowMs);
  const grown = isLarge ? LARGE : 1;
  const [titleSize, noteSize, headSize] = [Math.round(56 * grown), Math.round(29 * grown), Math.round(29 * grown)];
  const lines: Line[] = [line(`邻愿 · ${words.place}`, EDGE + 62, 74, headSize, { isBold: true })];
  const tagWidth = textWidth(words.tag, headSize) + 40;
  if (words.tag !== '') lines.push(line(words.tag, WIDTH - EDGE - tagWidth + 20, 74, headSize, { isBold: true, color: ACCENT_INK }));
  const panelTop = 74 + Math.round(50 * grown);
  let y = panelTop + PANEL.height + 34;
  const put = (texts: readonly string[], size: number, gap: number, more: Partial<Line> = {}): void => {
    for (const text of texts) {
      lines.push(line(text, EDGE, y + (size + gap) / 2, size, more));
      y += size + gap;
    }
  };
  put(firstLines(words.title, titleSize, SHARE_LIMITS.posterTitleLines), titleSize, 18, { isBold: true });
  if (words.note !== '') put(firstLines(words.note, noteSize, 2), noteSize, 16, { color: CAPTION });
  const states = statesOf(sight);
  const fruits: Poster['fruits'][number][] = [];
  if (words.left !== '') {
    const leftSize = Math.round(42 * grown);
    const leftWidth = textWidth(words.left, leftSize);
    const room = INNER - leftWidth - 24;
    const side = Math.min(FRUIT_SIDE, room / Math.max(1, states.length));
    y += 22;
    states.forEach((state, index) => fruits.push({ state, x: EDGE + index * side, y: y + (leftSize - side) / 2 + 5, side: side - 8 }));
    lines.push(line(words.left, states.length === 0 ? EDGE : WIDTH - EDGE - leftWidth, y + leftSize / 2, leftSize, { isBold: true, color: ACCENT_INK }));
    y += leftSize;
  }
  const dashY = y + 34;
  const code = { x: WIDTH - EDGE - CODE_SIDE, y: dashY + 34, side: CODE_SIDE };
  y = code.y + 12;
  const footWidth = INNER - CODE_SIDE - 24;
  const actSize = Math.round(34 * grown);
  put(linesOf(words.act, actSize, footWidth), actSize, 14, { isBold: true });
  put(words.how.flatMap((text) => linesOf(text, noteSize, footWidth)), noteSize, 14, { color: CAPTION });
  return {
    width: WIDTH, height: Math.ceil(Math.max(y, code.y + CODE_SIDE) + EDGE), lines, panelTop, drawing: words.drawing, fruits, dashY, code,
    tag: words.tag === '' ? null : { x: WIDTH - EDGE - tagWidth, y: 74 - headSize, width: tagWidth, height: headSize * 2 },
  };
}

type Context = CanvasRenderingContext2D;

const fontOf = ({ isBold, size }: Pick<Line, 'isBold' | 'size'>): string => `${isBold ? '600 ' : ''}${size}px ${FONT}`;

const fillBlocks = (context: Context, blocks: readonly (readonly [path: string, color: string])[]): void => {
  for (const [path, color] of blocks) {
    context.fillStyle = color;
    tracePath(context, path);
    context.fill();
  }
};

/** What is drawn inside stands on a grid of its own. */
const onGrid = (context: Context, x: number, y: number, scale: number, draw: () => void): void => {
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  draw();
  context.restore();
};

const roundBox = (context: Context, x: number, y: number, width: number, height: number, radius: number): void => {
  const [w, h, r] = [width - 2 * radius, height - 2 * radius, radius];
  tracePath(context, `M${x + r} ${y}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 -${r} ${r}h-${w}a${r} ${r} 0 0 1 -${r} -${r}v-${h}a${r} ${r} 0 0 1 ${r} -${r}z`);
};

function paintFruit(context: Context, state: ShareState): void {
  const { outline, fill, inner } = fruitArt(state);
  tracePath(context, outline);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = PERSIMMON;
  context.lineWidth = 1.5;
  context.stroke();
  if (inner !== null) fillBlocks(context, [inner]);
}

function paintPanel(context: Context, { panelTop, drawing }: Poster): void {
  context.save();
  roundBox(context, EDGE, panelTop, INNER, PANEL.height, PANEL.radius);
  context.clip();
  context.fillStyle = DUSK;
  context.fillRect(EDGE, panelTop, INNER, PANEL.height);
  const scale = INNER / STREET_SIZE.width;
  onGrid(context, EDGE, panelTop + PANEL.height - STREET_SIZE.height * scale, scale, () => fillBlocks(context, STREET_BLOCKS));
  onGrid(context, (WIDTH - OBJECT_SIDE) / 2, panelTop + PANEL.height - OBJECT_SIDE - 24, OBJECT_SIDE / 64, () => {
    const { blocks, lines } = objectArt(drawing);
    fillBlocks(context, blocks);
    context.strokeStyle = INK;
    context.lineWidth = POSTER_LINE;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (const path of lines) {
      tracePath(context, path);
      context.stroke();
    }
  });
  context.restore();
}

function paintPoster(context: Context, poster: Poster, codePicture: CanvasImageSource | undefined): void {
  context.fillStyle = WHITE;
  context.fillRect(0, 0, poster.width, poster.height);
  onGrid(context, EDGE, 74 - 26, 52 / 20, () => paintFruit(context, 'delivered'));
  if (poster.tag !== null) {
    const { x, y, width, height } = poster.tag;
    roundBox(context, x, y, width, height, 16);
    context.fillStyle = ACCENT_TINT;
    context.fill();
  }
  paintPanel(context, poster);
  for (const { state, x, y, side } of poster.fruits) onGrid(context, x, y, side / 20, () => paintFruit(context, state));
  context.fillStyle = SAND;
  for (let x = EDGE; x < WIDTH - EDGE; x += 14) context.fillRect(x, poster.dashY, 8, 2);
  if (codePicture !== undefined) context.drawImage(codePicture, poster.code.x, poster.code.y, poster.code.side, poster.code.side);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const words of poster.lines) {
    context.fillStyle = words.color;
    context.font = fontOf(words);
    context.fillText(words.text, words.x, words.y);
  }
}

/** The poster as something to paint on a canvas, with the picture of its code. */
export function posterPainting(sight: ShareSightView, codeUri: string, isLarge: boolean, nowMs: number): Painting {
  const poster = posterOf(sight, isLarge, nowMs);
  return {
    width: poster.width, height: poster.height, pictures: [codeUri],
    letters: poster.lines.map((words) => ({ font: fontOf(words), text: words.text })),
    paint: (context, [codePicture]) => paintPoster(context, poster, codePicture),
  };
}
