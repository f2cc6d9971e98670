import type { SafetyKind } from '@contract';

/** What somebody says is not safe, as far as it is written. */
export interface DangerForm {
  readonly safetyKind: SafetyKind | null;
  readonly words: string;
  readonly phone: string;
}

export const EMPTY_DANGER: DangerForm = { safetyKind: null, words: '', phone: '' };

/** Pure: why it can't go yet; empty when it can. */
export function dangerWaits({ safetyKind, words }: Pick<DangerForm, 'safetyKind' | 'words'>): string {
  if (safetyKind === null) return '先点是什么事';
  return safetyKind === 'other' && words.trim() === '' ? '写一句是怎么回事' : '';
}

/** Pure: the number as the route takes it; none is as good. */
export const phoneOf = ({ phone }: Pick<DangerForm, 'phone'>): string | null => (phone.trim() === '' ? null : phone.trim());
