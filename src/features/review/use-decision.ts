import { useState } from 'react';
import type { RouteName } from '@contract';
import { useApiCommand } from '@/lib/use-api-command';

export type Decision = { readonly kind: 'approve'; readonly title?: string; readonly story?: string } | { readonly kind: 'ask' | 'refuse'; readonly note: string };

/** Reads that a decision makes stale: the queue, the wish itself, the wall. */
const STALE: readonly RouteName[] = ['staff.queue', 'review.get', 'wish.get', 'wish.wall', 'home.overview'];

const DONE_WORDS: Readonly<Record<Decision['kind'], string>> = {
  approve: '通过了，邻居现在看得到',
  ask: '问出去了，对方补好会回到这里',
  refuse: '退回了，原因已告诉对方',
};

/** One decision about one wish; `onDecided` is told what is so now. */
export function useDecision(wishId: string, onDecided: (words: string) => void) {
  const [kind, setKind] = useState<Decision['kind'] | null>(null);
  const command = useApiCommand('review.decide', { about: wishId, invalidates: STALE });
  const decide = async (decision: Decision): Promise<boolean> => {
    setKind(decision.kind);
    const answer = await command.run({ wishId, decision });
    if (answer !== null) onDecided(DONE_WORDS[decision.kind]);
    return answer !== null;
  };
  return {
    decide,
    busyKind: command.isBusy ? kind : null,
    refusal: command.failure?.message ?? '',
    noteError: command.fields['decision.note'] ?? command.fields.note ?? '',
    clear: command.clear,
  };
}
