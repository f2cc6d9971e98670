import type { DeliveryDayView, DeliveryListView } from '@contract';
import { textWidth, type Sheet } from '@/lib/picture-marks';
import { deliverySheet } from './delivery-picture';
import { rowNote, tableName } from './delivery-words';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');

const row = (index: number): DeliveryDayView['places'][number]['rows'][number] => ({ claimId: `c${index}`, wishId: `w${index}`, title: `给独居的老人送一袋东北大米和一桶菜籽油，第 ${index} 家`, pictureKey: 'rice', shares: 12, shareNote: '5 公斤一袋', note: '下午三点以后，放在门卫那里，说一声就好', isOverdue: index === 1 });
const day = (dayText: string, from: number, count: number): DeliveryDayView => ({ dayText, shareCount: count * 12, places: [{ placeText: '放到青枫社区驿站，门口有人收', rows: Array.from({ length: count }, (_none, index) => row(from + index)) }] });
const list = (...days: readonly DeliveryDayView[]): DeliveryListView => ({ giverName: '红旗粮油店', madeAtMs: NOW_MS, wishCount: 30, shareCount: 360, days, text: '', csv: '' });

const textsOf = ({ marks }: Sheet): readonly string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

/** Words that run beyond the sheet. */
const beyond = ({ width, height, marks }: Sheet): readonly string[] =>
  marks.flatMap((mark) => {
    if (mark.kind !== 'text') return [];
    const wide = textWidth(mark.text, mark.size);
    const left = mark.align === 'right' ? mark.x - wide : mark.x;
    return left < 0 || left + wide > width || mark.y + mark.size / 2 > height ? [mark.text] : [];
  });

/** Words that stand over each other: on one line, and neither ends where the other begins. */
const over = ({ marks }: Sheet): readonly string[] => {
  const placed = marks.flatMap((mark) => (mark.kind === 'text' ? [{ text: mark.text, y: mark.y, from: mark.align === 'right' ? mark.x - textWidth(mark.text, mark.size) : mark.x, to: mark.align === 'right' ? mark.x : mark.x + textWidth(mark.text, mark.size) }] : []));
  return placed.flatMap((one, index) => placed.slice(index + 1).filter((other) => Math.abs(one.y - other.y) < 4 && one.from < other.to && other.from < one.to).map((other) => `${one.text} / ${other.text}`));
};

describe('the delivery list as a picture', () => {
  it('keeps every word on the sheet, in large type too, with a box for each row', () => {
    for (const zoom of [1, 1.3]) {
      const sheet = deliverySheet(list(day('11 月 21 日', 0, 5), day('还没定哪天', 5, 4)), zoom);
      expect([beyond(sheet), over(sheet)]).toEqual([[], []]);
      expect(sheet.marks.filter((mark) => mark.kind === 'box' && mark.stroke !== undefined)).toHaveLength(9);
      expect(textsOf(sheet)).toEqual(expect.arrayContaining(['红旗粮油店', '11 月 21 日', '还没定哪天', '× 12']));
    }
  });

  it('of a long list it shows the nearest days and says how much it leaves out', () => {
    const sheet = deliverySheet(list(day('11 月 21 日', 0, 20), day('11 月 22 日', 20, 10), day('11 月 23 日', 30, 3)), 1);
    expect(textsOf(sheet).join('')).toContain('后面还有 9 件');
    expect(textsOf(sheet)).not.toContain('11 月 23 日');
    expect(sheet.height).toBeLessThan(4_000);
  });
});

describe('words of the list', () => {
  it('a row says what there is to say; the file has a name that WeChat takes', () => {
    expect(rowNote({ shareNote: '5 公斤', note: '', isOverdue: true })).toBe('5 公斤 · 过了日子，尽快');
    expect(rowNote({ shareNote: '', note: '', isOverdue: false })).toBe('');
    expect(tableName('老周/五金: "分店"', NOW_MS)).toBe('老周 五金 分店 送货清单 2026-11-20.csv');
  });
});
