import { formatMoney, parseYuan } from '@/lib/format';

/** Kept on the phone from the first word until it is known what became of the order. */
export interface GiveForm {
  readonly amountText: string;
  readonly isAnonymous: boolean;
  /** Of the order that was begun; empty before. The same goes out again until its fate is known. */
  readonly operationId: string;
  readonly contributionId: string;
}

export const NEW_GIFT: GiveForm = { amountText: '', isAnonymous: false, operationId: '', contributionId: '' };

export const giftKey = (targetId: string): string => `contribution.give.${targetId}`;

/** Small first: nobody should feel that a large one is expected. */
export const GIFT_CHOICES_FEN = [1000, 2000, 5000, 10_000] as const;

export interface GiftLimits {
  readonly minimumFen: number;
  readonly maximumFen: number;
}

/** The choices that this campaign takes. */
export const choicesWithin = ({ minimumFen, maximumFen }: GiftLimits): readonly number[] => GIFT_CHOICES_FEN.filter((fen) => fen >= minimumFen && fen <= maximumFen);

/** What is wrong with the amount, beside its field; null when it can be given. */
export function amountError(text: string, { minimumFen, maximumFen }: GiftLimits): string | null {
  if (text.trim() === '') return '选一个数，或者自己写一个';
  const fen = parseYuan(text);
  if (fen === null) return '写数字，最多两位小数，比如 12.5';
  if (fen < minimumFen) return `最少 ${formatMoney(minimumFen)}`;
  if (fen > maximumFen) return `一次最多 ${formatMoney(maximumFen)}`;
  return null;
}
