import { SHARE_ITEM_LABEL, type GroupView, type ShareCodeView, type ShareItemKind, type ShareLandingView, type ShareNumbers } from '@contract';

export interface FunnelStep {
  readonly word: string;
  readonly people: number;
}

type Steps = Readonly<Partial<Record<keyof ShareNumbers, string>>>;

const CLAIMED: Steps = { opened: '打开看了', signedUp: '认领了', attended: '送到了', completed: '办好了' };
/** Only what happens here and may be counted: what is given on a platform, or by its one giver, is opened and no more. */
const STEPS: Readonly<Record<ShareItemKind, Steps>> = {
  wish: CLAIMED,
  shift: { opened: '打开看了', signedUp: '报了名', attended: '来了', completed: '记了时长' },
  round: CLAIMED,
  mutual: { opened: '打开看了', signedUp: '说要出力', completed: '收到了' },
  linked: { opened: '打开看了' },
  directed: { opened: '打开看了' },
  consult: { opened: '打开看了', signedUp: '说了想法', completed: '收到答复' },
};
const ORDER = ['opened', 'signedUp', 'attended', 'completed'] as const satisfies readonly (keyof ShareNumbers)[];

/** Pure: what came of a thing in a group, in the words of its kind. */
export function funnelOf(itemKind: ShareItemKind, numbers: ShareNumbers): readonly FunnelStep[] {
  return ORDER.flatMap((step) => {
    const word = STEPS[itemKind][step];
    return word === undefined ? [] : [{ word, people: numbers[step] }];
  });
}

/** Pure: the small line under a thing that was brought into a group. */
export const shareState = ({ itemKind, standing, isCounting }: Pick<ShareCodeView, 'itemKind' | 'standing' | 'isCounting'>): string =>
  [SHARE_ITEM_LABEL[itemKind], ...(standing === 'over' ? ['办完了'] : []), ...(isCounting ? [] : ['不再数了'])].join(' · ');

const OVER: Readonly<Record<ShareItemKind, string>> = { wish: '这件心愿已经办好了', shift: '这个活动已经办过了', round: '这一期已经办完了', mutual: '这件互助的事已经结束了', linked: '这次募捐已经结束了', directed: '这份赠与已经用完了', consult: '这次商量已经结束了' };

/** Pure: what somebody reads whose card leads to nothing any more. */
export function goneWords(landing: ShareLandingView | null): { readonly title: string; readonly note: string } {
  if (landing === null) return { title: '这个码已经不用了', note: '可能太久了，或者没抄全。看看现在有什么要帮的。' };
  if (landing.standing === 'over') return { title: OVER[landing.itemKind], note: '谢谢您过来。看看现在有什么要帮的。' };
  return { title: '这一件已经看不到了', note: '发的人收回了，或者不再公开了。看看现在有什么要帮的。' };
}

/** Pure: one sentence about all of a group's things; thanks where something came of them. */
export function thanksLine(codes: readonly ShareCodeView[]): string {
  const sum = (pick: (numbers: ShareNumbers) => number): number => codes.reduce((total, { numbers }) => total + pick(numbers), 0);
  const [opened, signedUp, completed] = [sum(({ opened }) => opened), sum(({ signedUp }) => signedUp), sum(({ completed }) => completed)];
  if (completed > 0) return `从这个群来的邻居，办好了 ${completed} 件事。谢谢您。`;
  if (signedUp > 0) return `群里有 ${signedUp} 人次伸了手。谢谢您。`;
  return opened > 0 ? `群里有 ${opened} 人次打开看过。` : '转到群里以后，多少人打开、多少人来帮，会数在这里。';
}

/** Pure: who keeps it, on a list. */
export function ownersLine({ owners }: Pick<GroupView, 'owners'>): string {
  return owners.map(({ name, isMe }) => (isMe ? '我' : name)).join('、');
}

/** Pure: how we know which group it is. */
export const boundText = ({ boundBy }: Pick<GroupView, 'boundBy'>): string => (boundBy === 'wechat' ? '微信告诉我们是这个群' : '按群主说的绑定');

const CODE_DIGITS = 8;
export const cleanInvite = (text: string): string => text.replace(/\D/g, '').slice(0, CODE_DIGITS);
export const isWholeInvite = (text: string): boolean => cleanInvite(text).length === CODE_DIGITS;
/** "1234 5678", to be read out. */
export const spacedInvite = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Pure: a code as it came from a scene or a card; null for anything else. */
export function readShareCode(text: string | undefined): string | null {
  const code = (text ?? '').trim().toUpperCase();
  return /^[2-9A-HJKMNP-Z]{8}$/.test(code) ? code : null;
}
