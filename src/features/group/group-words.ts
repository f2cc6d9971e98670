import type { GroupView, ShareCodeView, ShareItemKind, ShareNumbers } from '@contract';

export interface FunnelStep {
  readonly word: string;
  readonly people: number;
}

const STEPS: Readonly<Record<ShareItemKind, readonly [string, string, string, string]>> = {
  wish: ['打开看了', '认领了', '送到了', '办好了'],
  shift: ['打开看了', '报了名', '来了', '记了时长'],
};

/** Pure: what came of a thing in a group, in the words of its kind. */
export function funnelOf(itemKind: ShareItemKind, { opened, signedUp, attended, completed }: ShareNumbers): readonly FunnelStep[] {
  const words = STEPS[itemKind];
  return [opened, signedUp, attended, completed].map((people, index) => ({ word: words[index] ?? '', people }));
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
