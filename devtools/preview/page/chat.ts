/** What somebody says in the chat: a card of the mini-program, a text they pasted, a poster they saved. */
export type Said =
  | { readonly kind: 'card'; readonly title: string; readonly page: string; readonly picture: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'poster'; /** A data address. */ readonly image: string };

export type ChatMessage = Said & { readonly id: number; readonly openid: string; readonly name: string; readonly atMs: number };

/** A picture of a poster is some 70 KB; a browser keeps five megabytes for a page. */
const KEPT_MAX = 30;
const KEY = 'preview-chat';

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const readKept = (keeper: Keeper): readonly ChatMessage[] => {
  try {
    return JSON.parse(keeper.getItem(KEY) ?? '[]') as readonly ChatMessage[];
  } catch {
    return [];
  }
};

/** The one group chat that both phones are in; it stays when the page is loaded again. */
export class Chat {
  private said: readonly ChatMessage[];
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly keeper: Keeper) {
    this.said = readKept(keeper);
  }

  get messages(): readonly ChatMessage[] {
    return this.said;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  say(who: { readonly openid: string; readonly name: string }, said: Said, atMs: number): void {
    const id = (this.said.at(-1)?.id ?? 0) + 1;
    this.keep([...this.said, { ...said, id, openid: who.openid, name: who.name, atMs }].slice(-KEPT_MAX));
  }

  clear(): void {
    this.keep([]);
  }

  private keep(messages: readonly ChatMessage[]): void {
    this.said = messages;
    try {
      this.keeper.setItem(KEY, JSON.stringify(messages));
    } catch {
      // Full: the chat goes on, and is gone with this page.
      this.keeper.removeItem(KEY);
    }
    for (const listener of this.listeners) listener();
  }
}

/** Whether people write themselves under a text. */
export const isChain = (text: string): boolean => text.startsWith('#接龙');

const LINE = /^(\d+)\. ?(.*)$/;

/** Pure: the text with one more name under it, as 接龙 does: the first free line, else the next number. */
export function joinedChain(text: string, name: string): string {
  const lines = text.trimEnd().split('\n');
  const [, number, who = ''] = LINE.exec(lines.at(-1) ?? '') ?? [];
  if (number === undefined) return [...lines, `1. ${name}`].join('\n');
  return who.trim() === '' ? [...lines.slice(0, -1), `${number}. ${name}`].join('\n') : [...lines, `${Number(number) + 1}. ${name}`].join('\n');
}

/** Pure: the page that a code of the local cloud leads to, as WeChat would open it; null for any other text. */
export function pageOfCode(text: string): string | null {
  try {
    const { pathname, searchParams } = new URL(text);
    const [page, scene] = [searchParams.get('page'), searchParams.get('scene')];
    return pathname === '/scan' && page !== null && scene !== null ? `${page}?scene=${encodeURIComponent(scene)}` : null;
  } catch {
    return null;
  }
}
