import { move, resolvePending } from './ledger.repository';
import { moneyDraft, type MoneyEnd, type MoneyMove } from './money-move';

/** Carries a movement of money out; the same cause again changes nothing. At most six requests. */
export const moveMoney = async (effect: MoneyMove): Promise<void> => void (await move(moneyDraft(effect)));

/**
 * Ends a pending movement; whoever ended it first has decided. At most eight requests.
 * @throws when nothing of that id ever began: whoever ends it caused it before, so it is tried again later.
 */
export const endMoney = async ({ transferId, outcome, atMs }: MoneyEnd): Promise<void> => {
  if ((await resolvePending(transferId, outcome, atMs)) === 'missing') throw new Error(`money ${transferId} never began to move`);
};
