import { MESSAGE_TEMPLATES, type MessageTemplate } from '@contract';
import { RULES } from '../rules';

/**
 * One line of a person's ledger of grants: they said yes or no when asked; a message used a grant; WeChat knew of none
 * (43101), so the count starts anew; a message that certainly did not go out gave its grant back.
 */
export interface GrantLine {
  readonly template: MessageTemplate;
  readonly kind: 'accepted' | 'rejected' | 'used' | 'gone' | 'returned';
  readonly atMs: number;
  /** Of `used`: the message that used it, so that sending it again after a kill uses no second one. Absent in older lines. */
  readonly messageId?: string;
}

/** Pure: whether a message has its grant already. */
export const hasGrant = (lines: readonly GrantLine[], messageId: string): boolean => lines.some((line) => line.kind === 'used' && line.messageId === messageId);

/** Pure: grants that are left, by the lines alone, oldest first; what `Member.grants` counts while no line was cut off. */
export const grantsLeft = (lines: readonly GrantLine[], template: MessageTemplate): number =>
  lines.filter((line) => line.template === template).reduce((left, { kind }) => {
    switch (kind) {
      case 'accepted':
      case 'returned':
        return Math.min(left + 1, RULES.message.grantsMax);
      case 'used':
        return left - 1;
      case 'gone':
        return 0;
      case 'rejected':
        return left;
    }
  }, 0);

/** Pure: kinds of messages that a person lately said no to, and did not say yes to since: their no is kept. */
export const notAskedNow = (lines: readonly GrantLine[], nowMs: number): readonly MessageTemplate[] =>
  (Object.keys(MESSAGE_TEMPLATES) as MessageTemplate[]).filter((template) => {
    const answer = lines.filter((line) => line.template === template && (line.kind === 'accepted' || line.kind === 'rejected')).at(-1);
    return answer?.kind === 'rejected' && nowMs < answer.atMs + RULES.message.askAgainMs;
  });
