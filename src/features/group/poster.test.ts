import jsQR from 'jsqr';
import { SHARE_ITEM_KINDS, type ShareSightView } from '@contract';
import { qrModules } from '@/lib/qr-svg';
import { textWidth } from '@/lib/picture-marks';
import { posterOf, posterPainting } from './poster';

const NOW_MS = Date.parse('2026-11-26T09:41:00+08:00');
const wish: ShareSightView = {
  itemKind: 'wish', itemId: 'w', standing: 'open', title: '6 位老人，各盼一袋米一桶油', placeName: '青枫社区', pictureKey: 'rice', shares: { wanted: 6, left: 2, held: 2, delivered: 2 }, seats: null, fromMs: null,
  untilMs: Date.parse('2026-11-30T23:59:00+08:00'), note: '10 斤米、5 升油',
};
const every = SHARE_ITEM_KINDS.map((itemKind): ShareSightView => ({ ...wish, itemKind, title: '名字特别长的一件事，长得一行放不下，两行也放不下，三行还是放不下，要截断才行', seats: { capacity: 9, left: 3 }, fromMs: NOW_MS }));
const LINK = 'http://127.0.0.1:5190/scan?page=packages%2Fgroup%2Fenter%2Findex&scene=ABCD2345';

/** A code as WeChat might draw it, in dots: black is true. */
const CODE_PX = 430;
const codeDots = (): ((x: number, y: number) => boolean) => {
  const { size, dark } = qrModules(LINK);
  const black = new Set(dark.map(([x, y]) => y * size + x));
  return (x, y) => black.has(Math.floor((y / CODE_PX) * size) * size + Math.floor((x / CODE_PX) * size));
};

/** Paints into grey dots what a scanner sees: grounds as they are filled, the code's picture where it is put. Paths and letters are left out. */
const scanned = (isLarge: boolean): string | null => {
  const painting = posterPainting(wish, 'data:image/png;base64,', isLarge, NOW_MS);
  const { width, height } = painting;
  const dots = new Uint8ClampedArray(width * height * 4).fill(255);
  const isBlack = codeDots();
  const put = (x: number, y: number, shade: number): void => void dots.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3);
  const nothing = (): void => undefined;
  const context = {
    ...Object.fromEntries(['save', 'restore', 'translate', 'scale', 'clip', 'fill', 'stroke', 'beginPath', 'moveTo', 'lineTo', 'bezierCurveTo', 'closePath', 'fillText'].map((name) => [name, nothing])),
    fillRect: (left: number, top: number, w: number, h: number) => { for (let y = Math.round(top); y < Math.round(top + h); y += 1) for (let x = Math.round(left); x < Math.round(left + w); x += 1) put(x, y, 250); },
    drawImage: (_picture: unknown, left: number, top: number, w: number, h: number) => {
      for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) put(Math.round(left) + x, Math.round(top) + y, isBlack((x / w) * CODE_PX, (y / h) * CODE_PX) ? 10 : 255);
    },
  } as unknown as CanvasRenderingContext2D;
  painting.paint(context, [{} as CanvasImageSource]);
  return jsQR(dots, width, height)?.data ?? null;
};

describe('the poster', () => {
  test('its code is read back by another hand, in usual and in large type', () => {
    expect([scanned(false), scanned(true)]).toEqual([LINK, LINK]);
  });

  test('everything lies on the sheet and clear of the code, whatever the kind and the type', () => {
    for (const sight of [wish, ...every]) {
      for (const isLarge of [false, true]) {
        const { width, height, lines, code, fruits } = posterOf(sight, isLarge, NOW_MS);
        expect(code.y + code.side).toBeLessThan(height);
        for (const { text, x, y, size } of lines) {
          expect({ text, isIn: x >= 0 && x + textWidth(text, size) <= width && y + size / 2 < height }).toEqual({ text, isIn: true });
          if (y > code.y) expect({ text, isClear: x + textWidth(text, size) <= code.x }).toEqual({ text, isClear: true });
        }
        for (const fruit of fruits) expect(fruit.x + fruit.side).toBeLessThan(width);
      }
    }
  });

  test('large type is at least 1.3 times as large', () => {
    const [usual, large] = [false, true].map((isLarge) => posterOf(wish, isLarge, NOW_MS).lines.find(({ text }) => text.startsWith('还差'))?.size ?? 0);
    expect((large ?? 0) / (usual ?? 1)).toBeGreaterThanOrEqual(1.29);
  });

  test('tells shares as fruits and words; of mutual aid the title alone', () => {
    expect(posterOf(wish, false, NOW_MS).fruits.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'held', 'held', 'open', 'open']);
    const said = posterOf({ ...wish, itemKind: 'mutual', shares: null, untilMs: null, note: '' }, false, NOW_MS).lines.map(({ text }) => text).join('|');
    expect(said).toContain('本社区成员可参加');
    expect(said).not.toMatch(/米、5 升油|还差/);
  });
});
