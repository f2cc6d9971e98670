import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { EARNING_KINDS } from '@contract';
import { firstRules } from '../../cloudfunctions/core/points/earning-rules';

/** RULES.md sections 5 and 7: nothing for sharing, opening or bringing people, only thanks. WeChat closes programs that pay for it. */
const ROOT = join(__dirname, '../..');

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.(ts|tsx)$/.test(name) && !/\.test\./.test(name) ? [path] : [];
  });

const SHARING = '(?:分享|转发|转到群|转给|发到群|发朋友圈|拉人|拉新|带人来|邀请(?:好友|邻居|新人))';
const PAID = '(?:(?:得|送|奖|领|赚|加|换|获)[^，。；！？、"\'`\\n]{0,6}(?:积分|\\d+ ?分|礼物|礼品|红包|优惠券|奖品|现金))';
/** A promise in either order within one sentence. */
const PROMISE = new RegExp(`${SHARING}[^。；！？"'\`\\n]{0,14}${PAID}|${PAID}[^。；！？"'\`\\n]{0,10}${SHARING}`);

/** What pays: whoever counts shares may know none of it. */
const PAYING = /from '\.\.\/(?:points|ledger|gift|favour|match-budget|contribution)\//;

describe('what a chat gets to see', () => {
  test('every card has a made picture, or WeChat takes one of the page and of whatever its reader sees there', () => {
    const cards = filesUnder(join(ROOT, 'src')).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/useShareAppMessage\((.{0,18})/g)].map(([, begin = '']) => ({ path: relative(ROOT, path), begin })));
    expect(cards.length).toBeGreaterThan(6);
    expect(cards.filter(({ begin }) => !begin.startsWith('() => shareCard('))).toEqual([]);
  });
});

describe('nothing is paid for sharing or bringing people', () => {
  test('no rule of points is about it', () => {
    expect(EARNING_KINDS.filter((kind) => /share|group|invite|open|guest|bring|referr|forward/i.test(kind))).toEqual([]);
    expect(JSON.stringify(firstRules())).not.toMatch(/分享|转发|邀请|群/);
  });

  test('what counts shares and keeps groups reaches nothing that pays', () => {
    for (const area of ['share', 'group']) for (const path of filesUnder(join(ROOT, 'cloudfunctions/core', area))) expect({ file: relative(ROOT, path), pays: PAYING.exec(readFileSync(path, 'utf8'))?.[0] ?? null }).toEqual({ file: relative(ROOT, path), pays: null });
  });

  test('no screen, notice or text promises it', () => {
    const files = ['src', 'cloudfunctions', 'types'].flatMap((folder) => filesUnder(join(ROOT, folder)));
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((path) => readFileSync(path, 'utf8').split('\n').flatMap((line) => (PROMISE.test(line) ? [`${relative(ROOT, path)}: ${line.trim().slice(0, 120)}`] : [])))).toEqual([]);
  });

  test('the search finds such a promise where there is one', () => {
    expect(['分享给好友得 5 分', '转发到群里送积分', '领红包，快分享给邻居', '邀请好友，奖励 10 积分'].map((words) => PROMISE.test(words))).toEqual([true, true, true, true]);
    expect(['转到群里以后，多少人打开、多少人来帮，会数在这里。', '分享到群', '服务一小时得 10 分'].some((words) => PROMISE.test(words))).toBe(false);
  });
});
