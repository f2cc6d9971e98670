import { CERTIFICATE_KIND_LABEL, SKILL_LABEL, type CertificateView } from '@contract';
import { ACCENT_INK, CAPTION, INK, PERSIMMON, SAND, WHITE } from '@/drawings/palette';
import { formatMinutes } from '@/lib/format';
import { boxMark as box, linesOf, textMark as text, type BoxMark, type Sheet, type TextMark } from '@/lib/picture-marks';
import { qrModules } from '@/lib/qr-svg';
import { dayOf, dayText, spanText } from './certificate-words';

type Mark = TextMark | BoxMark;

const WIDTH = 750;
const EDGE = 56;
const LABEL_WIDTH = 150;
/** Modules of the code fall on whole dots of a print, which is twice as fine. */
const DOTS = 2;
const WORKS_SHOWN = 8;
const QR_SIDE = 190;
type Row = readonly [label: string, lines: readonly string[]];
const VALUE_WIDTH = WIDTH - 2 * EDGE - LABEL_WIDTH;
const VALUE_SIZE = 26;

/** What the rules on certificates ask for, as far as it is held here; the number of an identity card is for the holder's own pen. */
function rowsOf(view: CertificateView): readonly Row[] {
  const shown = view.works.slice(0, WORKS_SHOWN);
  const works = [...shown.map((work) => `${work.title}（${work.placeText === '' ? '' : `${work.placeText}，`}${work.times} 次，${formatMinutes(work.minutes)}）`), ...(view.works.length > shown.length ? [`等 ${view.works.length} 项`] : [])];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['姓名', [view.holderName]],
    ['证件号码', ['____________________（本人填写）']],
    ...(view.skill === null ? [] : [['培训内容', [SKILL_LABEL[view.skill]]] as const]),
    [view.skill === null ? '服务组织' : '培训组织', [view.organiserName]],
    [view.skill === null ? '服务时间' : '培训时间', [spanText(view.fromDay, view.toDay)]],
    [view.skill === null ? '服务时长' : '培训时长', [`${formatMinutes(view.minutes)}（${view.times} 次）`]],
    [view.skill === null ? '服务内容' : '培训名称', works],
  ];
  return rows.map(([label, texts]) => [label, texts.flatMap((text) => linesOf(text, VALUE_SIZE, VALUE_WIDTH))]);
}

/** A frame of four thin boxes. */
const frame = (inset: number, height: number, thickness: number, color: string): readonly Mark[] => {
  const [right, bottom] = [WIDTH - inset, height - inset];
  return [box(inset, inset, right - inset, thickness, color), box(inset, bottom - thickness, right - inset, thickness, color), box(inset, inset, thickness, bottom - inset, color), box(right - thickness, inset, thickness, bottom - inset, color)];
};

const ROW_HEIGHT = 40;
const ROW_GAP = 18;

function rowMarks(rows: readonly Row[], top: number): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const marks: Mark[] = [];
  let y = top;
  for (const [label, lines] of rows) {
    marks.push(text(label, EDGE, y + ROW_HEIGHT / 2, 24, { color: CAPTION }));
    lines.forEach((line, index) => marks.push(text(line, EDGE + LABEL_WIDTH, y + ROW_HEIGHT / 2 + index * ROW_HEIGHT, VALUE_SIZE, { isBold: label === '姓名' || label.endsWith('时长') })));
    y += lines.length * ROW_HEIGHT + ROW_GAP;
  }
  return { marks, bottom: y };
}

function qrMarks(codeText: string, left: number, top: number): readonly Mark[] {
  const { size, dark } = qrModules(codeText);
  const module = Math.floor((QR_SIDE * DOTS) / size) / DOTS;
  return [box(left, top, module * size, module * size, '#ffffff'), ...dark.map(([x, y]) => box(left + x * module, top + y * module, module, module, INK))];
}

/** Code at the left; who certifies, when, whom to ask and room for the seal at the right; how to check it below. */
function footMarks(view: CertificateView, top: number): readonly Mark[] {
  const left = EDGE + QR_SIDE + 36;
  return [
    ...qrMarks(view.codeText, EDGE, top),
    text(view.organiserName, left, top + 24, 26, { isBold: true }),
    text(`${dayText(dayOf(view.issuedAtMs))} 开具`, left, top + 66, 24),
    text(`核实电话 ${view.contactPhone}`, left, top + 106, 24),
    text('（盖章）', left, top + 158, 24, { color: CAPTION }),
    text(`编号 ${view.number}`, EDGE, top + QR_SIDE + 38, 24, { isBold: true }),
    text('在“邻愿”小程序“核对证明”里扫码或输编号，可查有没有变更、撤销。', EDGE, top + QR_SIDE + 76, 19, { color: CAPTION }),
  ];
}

/** Pure: the whole sheet as plain marks. */
export function certificateSheet(view: CertificateView): Omit<Sheet, 'marks'> & { readonly marks: readonly Mark[] } {
  const rows = rowMarks(rowsOf(view), 218);
  const height = rows.bottom + 22 + QR_SIDE + 76 + 64;
  return {
    width: WIDTH, height,
    marks: [
      box(0, 0, WIDTH, height, WHITE),
      ...frame(20, height, 4, PERSIMMON),
      ...frame(30, height, 1, SAND),
      text(CERTIFICATE_KIND_LABEL[view.kind], WIDTH / 2, 110, 48, { isBold: true, align: 'center', color: ACCENT_INK }),
      text(view.skill === null ? '兹证明以下志愿服务由本组织记录' : '兹证明本人从头到尾参加了以下培训', WIDTH / 2, 166, 22, { align: 'center', color: CAPTION }),
      ...rows.marks,
      box(EDGE, rows.bottom, WIDTH - 2 * EDGE, 1, SAND),
      ...footMarks(view, rows.bottom + 22),
    ],
  };
}
