import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, momentSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/**
 * Lane A, 公开募捐: a campaign of a certified charity on a designated platform, told of here and led to there. There is no
 * sum in these types that anybody could pay: what was raised is a sentence of the platform, with its time and its source.
 */
export const LINKED_STATES = ['checking', 'shown', 'refused', 'ended'] as const;
export type LinkedState = (typeof LINKED_STATES)[number];
export const LINKED_STATE_LABEL: Readonly<Record<LinkedState, string>> = { checking: '等另一位核对', shown: '正在募捐', refused: '没有通过', ended: '已经结束' };

/**
 * Platforms that the Ministry of Civil Affairs designated under Art. 27 of the Charity Law: its notices of the first
 * (31 August 2016), second (1 June 2018) and third batch (15 November 2021), without 中国慈善信息平台 and 基金会中心网, which
 * gave it back. Others may have since: whoever checks an entry looks the platform up on the ministry's site that day.
 */
export const LINKED_PLATFORMS = {
  tencent: '腾讯公益', taobao: '淘宝公益', alipay: '支付宝公益', weibo: '新浪微公益', qingsong: '轻松公益', jd: '京东公益', baidu: '百度公益', gongyibao: '公益宝', xinhua: '新华公益', lianquan: '联劝网', guangzhou: '广益联募',
  meituan: '美团公益', didi: '滴滴公益', shanyuan: '善源公益', rongego: '融e购公益', shuidi: '水滴公益', suning: '苏宁公益', bangbang: '帮帮公益', yeepay: '易宝公益', fupin: '中国社会扶贫网',
  bytedance: '字节跳动公益', xiaomi: '小米公益', qinqing: '亲青公益', bilibili: '哔哩哔哩公益', pingan: '平安公益', qihoo: '360公益', cmcc: '中国移动公益', mango: '芒果公益', cilian: '慈链公益', ctrip: '携程公益',
} as const;
export type LinkedPlatform = keyof typeof LINKED_PLATFORMS;

/** Where giving happens: the platform's own mini-program, or its page for a browser. */
export type LinkedLink = { readonly kind: 'miniProgram'; readonly appId: string; readonly path: string } | { readonly kind: 'web'; readonly url: string };

export interface LinkedFacts {
  readonly title: string;
  readonly story: string;
  readonly charityName: string;
  /** 公开募捐资格证书. */
  readonly certificateNo: string;
  /** 募捐方案备案编号. */
  readonly filingNo: string;
  readonly platform: LinkedPlatform;
  readonly link: LinkedLink;
  /** Until when the plan on file runs. */
  readonly endsAtMs: number;
}

export interface LinkedCardView {
  readonly linkedId: string;
  readonly title: string;
  readonly charityName: string;
  readonly platformName: string;
  readonly areaName: string;
  readonly state: LinkedState;
  readonly endsAtMs: number;
  /** What the platform said, e.g. "已筹 3.2 万元"; empty before anybody looked. */
  readonly raisedText: string;
  readonly raisedAtMs: number | null;
}

export interface LinkedView extends LinkedCardView {
  readonly areaId: string;
  readonly version: number;
  readonly story: string;
  readonly certificateNo: string;
  readonly filingNo: string;
  readonly platform: LinkedPlatform;
  /** Null when it is not for going there now: not checked, ended, or the lane is closed. */
  readonly link: LinkedLink | null;
  /** Where the mirrored sentence was read. */
  readonly raisedSource: string;
  readonly disclosures: readonly { readonly title: string; readonly url: string; readonly atMs: number }[];
  /** Of an ended one why, of a refused one what is wrong; else empty. */
  readonly note: string;
  /** Staff of its area only; else empty. */
  readonly enteredByName: string;
  readonly checkedByName: string;
  /** Its link for whoever edits or checks it; else null. */
  readonly staffLink: LinkedLink | null;
  readonly canEdit: boolean;
  readonly canCheck: boolean;
  readonly canTell: boolean;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const linkedRef = { linkedId: idSchema };
const urlSchema = v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.urlCharacters, '网址太长了'), v.regex(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s<>"']*)?$/i, '网址要以 https:// 开头，中间没有空格'));
const numberSchema = (empty: string) => v.pipe(textSchema(LIMITS.documentNoCharacters, empty), v.regex(/^[0-9A-Za-z\u4e00-\u9fa5〔〕（）()\-]+$/, '编号里只有字母、数字和括号'));

const facts = {
  title: textSchema(LIMITS.titleCharacters, '请写标题'),
  story: textSchema(LIMITS.storyCharacters, '请写几句为什么募捐'),
  charityName: textSchema(LIMITS.entityCharacters, '请写是哪家慈善组织'),
  certificateNo: numberSchema('请写公开募捐资格证书的编号'),
  filingNo: numberSchema('请写募捐方案的备案编号'),
  platform: v.picklist(Object.keys(LINKED_PLATFORMS) as [LinkedPlatform, ...LinkedPlatform[]], '请选民政部指定的平台'),
  link: v.variant('kind', [
    v.strictObject({ kind: v.literal('miniProgram'), appId: v.pipe(v.string(), v.trim(), v.regex(/^wx[0-9a-f]{16}$/, 'AppID 是 wx 开头的 18 位')), path: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.urlCharacters, '路径太长了'), v.regex(/^[\w\-./?=&%]*$/, '路径里有不认识的字符')) }),
    v.strictObject({ kind: v.literal('web'), url: urlSchema }),
  ]),
  endsAtMs: momentSchema,
};
export type LinkedFactsInput = v.InferInput<v.StrictObjectSchema<typeof facts, undefined>>;

export const LINKED_ROUTES = {
  /** By staff, where lane A is open; nobody else sees it before another one of them checked it. */
  'linked.enter': route<LinkedView>()({ input: v.strictObject({ areaId: areaIdSchema, ...facts }), mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** Rewritten, it waits for the second look again. */
  'linked.update': route<LinkedView>()({ input: v.strictObject({ ...linkedRef, ...facts }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** By another than whoever entered or last rewrote it, of the version they read; who approves has looked it up. */
  'linked.check': route<LinkedView>()({
    input: v.strictObject({
      ...linkedRef, version: v.pipe(v.number(), v.integer(), v.minValue(1)),
      decision: v.variant('kind', [v.strictObject({ kind: v.literal('approve'), hasLookedUp: v.literal(true, '先到民政部网站上核对平台、证书和备案') }), v.strictObject({ kind: v.literal('refuse'), note: textSchema(LIMITS.noteCharacters, '请写一句哪里不对') })]),
    }),
    mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck',
  }),
  /** What the platform says has come, as a sentence with its time and where it was read. */
  'linked.mirror': route<LinkedView>()({ input: v.strictObject({ ...linkedRef, raisedText: textSchema(LIMITS.shareNoteCharacters, '请照平台上写的抄'), raisedAtMs: momentSchema, source: textSchema(LIMITS.entityCharacters, '请写在哪里看到的') }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  'linked.disclose': route<LinkedView>()({ input: v.strictObject({ ...linkedRef, title: textSchema(LIMITS.titleCharacters, '请写是什么公开的'), url: urlSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  'linked.end': route<LinkedView>()({ input: v.strictObject({ ...linkedRef, note: textSchema(LIMITS.noteCharacters, '请写一句为什么') }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** Of the reader's community and everything above it, the newest first. Empty where the lane is closed. */
  'linked.list': route<Page<LinkedCardView>>()({ input: v.strictObject({ isEnded: v.optional(v.boolean(), false), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.listWithMine }),
  /** What waits for a second look or was refused, where the reader works. */
  'linked.waiting': route<Page<LinkedCardView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  /** For anybody: a campaign in public may be read by everybody. */
  'linked.get': route<LinkedView>()({ input: v.strictObject(linkedRef), mutating: false, access: 'anonymous', requestBudget: BUDGET.detail }),
} as const;
