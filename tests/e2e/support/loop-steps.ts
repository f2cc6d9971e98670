/** The loop of a wish as people walk it: each step is one person's taps and words, the same in WeChat's framework and in a browser. */
import type { MediaFile } from '../../../devtools/weapp-host/src/handle';
import { renderStill } from '../../../devtools/demo/stills/render-still';
import type { StillName } from '../../../devtools/demo/stills/still-names';
import type { Hand } from './phone';

/** Three of the demo's cast (devtools/demo/community/cast.ts). */
export const PEOPLE = { linXiao: 'oDemoLinXiao0001', heJing: 'oDemoHeJing0002', wuShop: 'oDemoWuShop0003' } as const;

export interface WishWords {
  readonly title: string
  readonly story: string
}

const READING_MS = 5000;

/** A photo as the camera would give it. */
export function photo(still: StillName): MediaFile {
  return { name: `${still}.png`, type: 'image/png', base64: renderStill(still, 360).toString('base64') };
}

/** 首页 → 我要求助: words and a photo, up to the look at what neighbours will see. Leaves the sending to the caller. */
export async function writeWish(hand: Hand, words: WishWords): Promise<void> {
  await hand.tapText('我要求助');
  await hand.fill('比如：妈妈出门不方便，想请一位师傅上门给她理个发，周末都行。', words.story);
  await hand.nextMedia([photo('riceSack')]);
  await hand.tapText('加照片');
  await hand.agreePrivacy();
  await hand.tapText('下一步，看看样子');
  await hand.seeText('邻居会看到这样');
  await hand.fill('墙上先看到这一句，可以改', words.title);
}

/** Sends the written wish and waits for the screen that says so. */
export async function sendWish(hand: Hand): Promise<void> {
  await hand.tapText('发给社区看看');
  await hand.allowMessages();
  await hand.seeText('发给社区了');
}

/** How long a list must stand as it is before a finger trusts it. */
const STILL_MS = 300;
const MOST_LOOKS = 100;

/** Searches the wall and waits until what was found stands still: a card of the list before would go away under the finger. */
export async function searchWall(hand: Hand, words: string): Promise<void> {
  await hand.fill('找心愿，比如“灯”“理发”', words);
  await hand.seeAnswer(`"search":"${words}"`);
  for (let look = 0, seen = ''; look < MOST_LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, STILL_MS));
    const now = await hand.screenText();
    if (now === seen) return;
    seen = now;
  }
  throw new Error(`the wall does not come to rest after a search for "${words}"`);
}

/** 我的 → 社区待办 → this wish → 通过. */
export async function approveWish(hand: Hand, { title }: WishWords): Promise<void> {
  await hand.tapText('我的');
  await hand.tapText('社区待办');
  await hand.seeText('件在等', { exact: false });
  await hand.tapText(title);
  await hand.tapText('通过，马上发布');
  await hand.seeText('通过了，邻居现在看得到');
}

/** On the wish's page: claims one share and goes on to its plan. */
export async function claimWish(hand: Hand): Promise<void> {
  await hand.tapText('认领，我来办');
  await hand.seeText('这件交给您？');
  await hand.seeText('以“吴记粮油”的名义');
  await hand.tapText('认领，我来办');
  await hand.allowMessages();
  await hand.seeText('留给您了');
}

/** From the sheet after the claim: tomorrow afternoon. */
export async function planDelivery(hand: Hand): Promise<void> {
  await hand.tapText('现在就定哪天送');
  await hand.tapText('明天');
  await hand.tapText('下午');
  await hand.tapText('就这么定：明天下午');
  await hand.seeText('送到了，说一声');
}

/** From the wish's page: a proof photo and a word. */
export async function deliverWish(hand: Hand, note: string): Promise<void> {
  await hand.tapText('送到了，说一声');
  await hand.nextMedia([photo('parcel')]);
  await hand.tapText('加照片');
  await hand.agreePrivacy();
  await hand.fill('比如：放在驿站货架第二层', note);
  await hand.tapText('送到了，告诉对方');
  await hand.allowMessages();
  await hand.seeText('已经告诉对方了，等对方说一声');
}

/** Somebody takes the time to read the question. */
export const read = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, READING_MS));

/** On the page that asks 收到了吗: yes, satisfied, and a word. */
export async function confirmAndRate(hand: Hand, word: string): Promise<void> {
  await hand.seeText('东西收到了吗？');
  await hand.tapText('收到了');
  // Only a rating that somebody took the time to read earns points, each question its own (core/rating/careful-rating.ts).
  await read();
  await hand.tapText('满意');
  await hand.tapText('还想多说两句');
  await hand.fill('哪里好、哪里还差一点', word);
  await read();
  await hand.tapText('好了，就这样');
  await hand.seeText('收到了，真好');
}

/** What the points page says: what is there, what is on its way, and the words of its lines. */
export async function readPoints(hand: Hand): Promise<{ points: number; pending: number; text: string }> {
  await hand.seeText('怎么来的');
  const text = (await hand.screenText()).replace(/\s+/g, ' ');
  return { points: Number(/现在有 (\d+) 分/.exec(text)?.[1] ?? Number.NaN), pending: Number(/(\d+) 分待确认/.exec(text)?.[1] ?? 0), text };
}
