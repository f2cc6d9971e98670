/** The four views: what is stored, what ran, what arrived in WeChat, what was paid. */
import { fill, h } from '../../../page-kit/dom';
import type { MeterRecord } from '../../functions/meters';
import { durationOf, jsonBlock, shorten, table, timeOf } from './parts';
import { PAGE_SIZE, readCollections, readDocument, readDocuments, readInvocations, readMessages, readPayments, type ShownDocument } from './read';

/** Puts something into the pane on the right. */
export type Open = (title: string, ...content: readonly HTMLElement[]) => void;

export interface View {
  readonly title: string;
  show(place: HTMLElement, open: Open): Promise<void>;
}

const idOf = (document: ShownDocument): string => String(document._id);

/** The first fields of a document besides its id, in one line. */
const gist = ({ _id: _, ...fields }: ShownDocument): string => shorten(Object.entries(fields).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join('  '), 220);

async function showDocuments(place: HTMLElement, open: Open, collection: string, skip: number): Promise<void> {
  const { documents, next } = await readDocuments(collection, skip);
  const go = (to: number): (() => void) => () => void showDocuments(place, open, collection, to);
  const find = h('input', { type: 'search', placeholder: '按 _id 打开', label: '按 _id 打开' });
  find.addEventListener('change', () => {
    void readDocument(collection, find.value.trim()).then((document) => {
      if (document === undefined) open(`${collection} / ${find.value}`, h('p', { class: 'empty' }, '没有这个文档。'));
      else open(`${collection} / ${idOf(document)}`, jsonBlock(document));
    });
  });
  fill(
    place,
    h('nav', { class: 'path' },
      h('button', { type: 'button', onClick: () => void storedView.show(place, open) }, '全部集合'),
      h('b', {}, collection),
      find,
      h('span', { class: 'pages' },
        h('button', { type: 'button', disabled: skip === 0, onClick: go(Math.max(0, skip - PAGE_SIZE)) }, '上一页'),
        `第 ${skip + 1}–${skip + documents.length} 条`,
        h('button', { type: 'button', disabled: next === undefined, onClick: go(next ?? skip) }, '下一页'))),
    table<ShownDocument>([{ title: '_id', cell: (row) => shorten(idOf(row), 40) }, { title: '内容', cell: gist }], documents, '这个集合还是空的。', (row) => open(`${collection} / ${idOf(row)}`, jsonBlock(row))),
  );
}

const storedView: View = {
  title: '集合',
  show: async (place, open) => {
    const collections = await readCollections();
    fill(place, table(
      [
        { title: '集合', cell: (row) => row.name },
        { title: '文档', cell: (row) => row.documents.toLocaleString('zh-CN'), isNumber: true },
        { title: '索引', cell: (row) => row.indexes.map((index) => `${index.name}${index.unique ? '（唯一）' : ''} ${index.fields.join('+')}`).join('，') },
      ],
      collections,
      '还没有集合。',
      (row) => void showDocuments(place, open, row.name, 0),
    ));
  },
};

const wireTable = ({ calls }: MeterRecord): HTMLElement =>
  table(
    [
      { title: '请求', cell: (call) => `${call.action.replace('database.', '')}${call.collection === undefined ? '' : ` ${call.collection}`}` },
      { title: '索引', cell: (call) => call.index ?? '' },
      { title: '看过', cell: (call) => String(call.documentsExamined ?? ''), isNumber: true },
      { title: '返回', cell: (call) => String(call.documentsReturned ?? ''), isNumber: true },
      { title: '用时', cell: (call) => durationOf(call.wallMs), isNumber: true },
      { title: '错误', cell: (call) => call.code ?? '' },
    ],
    calls,
    '没有发出请求。',
  );

const logLines = ({ logs }: MeterRecord): HTMLElement => (logs.length === 0 ? h('p', { class: 'empty' }, '没有日志。') : h('pre', {}, logs.map(({ level, text }) => `${level.padEnd(5)} ${text}`).join('\n')));

const ranView: View = {
  title: '调用',
  show: async (place, open) => {
    const invocations = await readInvocations();
    fill(place, table<MeterRecord>(
      [
        { title: '真实时间', cell: (row) => timeOf(row.startedAtMs) },
        { title: '函数', cell: (row) => row.function },
        { title: '路由', cell: (row) => row.route ?? '' },
        { title: '谁', cell: (row) => shorten(row.openid ?? '', 24) },
        { title: '请求', cell: (row) => String(row.totals.requests), isNumber: true },
        { title: '看过 / 返回', cell: (row) => `${row.totals.documentsExamined} / ${row.totals.documentsReturned}`, isNumber: true },
        { title: '用时', cell: (row) => durationOf(row.wallMs), isNumber: true },
        { title: '结果', cell: (row) => (row.errCode === undefined ? '好' : String(row.errCode)) },
      ],
      invocations,
      '还没有调用。在预览里点一点，或者从别的进程用 SDK 连过来。',
      (row) => open(`${row.function} ${row.route ?? ''} · ${row.requestId}`, h('h3', {}, '发出的请求'), wireTable(row), h('h3', {}, '日志'), logLines(row)),
    ));
  },
};

const arrivedView: View = {
  title: '消息',
  show: async (place, open) => {
    fill(place, table(
      [
        { title: '时间', cell: (row) => timeOf(row.atMs) },
        { title: '给谁', cell: (row) => row.openid },
        { title: '模板', cell: (row) => row.templateId },
        { title: '内容', cell: (row) => Object.values(row.data).map(({ value }) => value).join(' · ') },
      ],
      await readMessages(),
      '还没有发出订阅消息。',
      (row) => open(`消息 ${row.messageId}`, jsonBlock(row)),
    ));
  },
};

const LIST_TITLES: Readonly<Record<string, string>> = { orders: '订单', refunds: '退款', callbacks: '回调' };

const paidView: View = {
  title: '支付',
  show: async (place, open) => {
    const lists = Object.entries(await readPayments());
    fill(place, ...lists.flatMap(([name, rows]) => [
      h('h3', {}, LIST_TITLES[name] ?? name),
      table([{ title: '内容', cell: gist }], rows, '还没有。', (row) => open(LIST_TITLES[name] ?? name, jsonBlock(row))),
    ]));
  },
};

export const VIEWS: readonly View[] = [storedView, ranView, arrivedView, paidView];
