import jsQR from 'jsqr';
import type { CertificateView } from '@contract';
import { linesOf } from '@/lib/picture-marks';
import { certificateSheet } from './certificate-picture';

type Mark = ReturnType<typeof certificateSheet>['marks'][number];

const work = (title: string) => ({ title, placeText: '青枫驿站', times: 6, minutes: 540, fromDay: '2026-01-02', toDay: '2026-11-09' });
const view: CertificateView = {
  certificateId: 'ct_1', number: '2345-6789-ABCD-EFGH-JKMN-PQRS', kind: 'service', skill: null, standing: 'valid', organiserName: '青枫社区', contactPhone: '0571-8800101', fromDay: '2026-01-02', toDay: '2026-11-09',
  minutes: 570, minutesNow: 570, times: 7, timesNow: 7, works: [work('给独居老人送餐'), work('名字特别长的一次志愿服务，长得一行放不下，要换到下面一行才行')], issuedAtMs: Date.parse('2026-11-29T04:00:00Z'), revokedAtMs: null,
  reader: 'holder', holderName: '林晓', isNameShown: false, codeText: 'linyuan-certificate:23456789ABCDEFGHJKMNPQRS', why: '', canRevoke: false,
};

const textsOf = (marks: readonly Mark[]): readonly string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

/** The sheet as grey dots, boxes only: what a scanner sees of the code. */
const dotsOf = (marks: readonly Mark[], width: number, height: number, scale: number): Uint8ClampedArray => {
  const dots = new Uint8ClampedArray(width * scale * height * scale * 4).fill(255);
  for (const mark of marks) {
    if (mark.kind !== 'box' || (mark.color !== '#2A211B' && mark.color !== '#ffffff')) continue;
    const shade = mark.color === '#ffffff' ? 255 : 30;
    for (let y = Math.round(mark.y * scale); y < Math.round((mark.y + mark.height) * scale); y += 1) for (let x = Math.round(mark.x * scale); x < Math.round((mark.x + mark.width) * scale); x += 1) dots.fill(shade, (y * width * scale + x) * 4, (y * width * scale + x) * 4 + 3);
  }
  return dots;
};

describe('the picture of a certificate', () => {
  test('says what the rules ask for, with room for what is not held here', () => {
    const words = textsOf(certificateSheet(view).marks).join('|');
    for (const said of ['志愿服务证明', '林晓', '青枫社区', '2026 年 1 月 2 日 – 11 月 9 日', '9 小时 30 分（7 次）', '给独居老人送餐', '2026 年 11 月 29 日 开具', '核实电话 0571-8800101', '编号 2345-6789-ABCD-EFGH-JKMN-PQRS', '本人填写', '盖章']) expect(words).toContain(said);
    expect(words).not.toContain('ct_1');
  });

  test('everything lies on the sheet, and long words go on below', () => {
    const sheet = certificateSheet({ ...view, works: Array.from({ length: 12 }, (_, index) => work(`服务 ${index}`)) });
    for (const mark of sheet.marks) {
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.y + (mark.kind === 'box' ? mark.height : mark.size / 2)).toBeLessThanOrEqual(sheet.height);
    }
    expect(textsOf(sheet.marks)).toContain('等 12 项');
    expect(linesOf('一二三四五六', 20, 60)).toEqual(['一二三', '四五六']);
  });

  test('its code is read by another hand', () => {
    const { marks, width, height } = certificateSheet(view);
    const rounded = Math.ceil(height);
    expect(jsQR(dotsOf(marks, width, rounded, 2), width * 2, rounded * 2)?.data).toBe(view.codeText);
  });
});
