import { GONE_TEXT } from '../rating-sum/rating-sum';
import { command, store } from '../platform/store';
import type { ServiceRecord } from './service-record';

/** The most one query returns; nobody puts so many records right. */
const CHANGED_MAX = 1_000;

/** Corrections they made of other people's records: the reason stays, their name goes. */
const eraseFromChanges = async (memberId: string): Promise<void> => {
  const changed = await store.query<Pick<ServiceRecord, '_id' | 'changes' | 'revision'>>('serviceRecords', { where: { changerIds: memberId }, limit: CHANGED_MAX, fields: ['changes', 'revision'] });
  for (const { _id, changes, revision } of changed) {
    const without = changes.map((change) => (change.byId === memberId ? { ...change, byName: GONE_TEXT } : change));
    const written = await store.update('serviceRecords', { _id, revision }, { changes: command.set(without), revision: command.inc(1) });
    if (written === 0) throw new Error(`the record ${_id} changed while a name was taken out`);
  }
};

/**
 * Takes a person's name out of records of service, their own and those they recorded, confirmed or put right; what they
 * wrote about their own goes too. Figures stay, so the ledger still sums. Repeating it changes nothing.
 */
export const eraseFromService = async (memberId: string): Promise<void> => {
  await store.update('serviceRecords', { memberId }, { memberName: GONE_TEXT, reason: '', revision: command.inc(1) });
  // Guarded, or an empty question would come to be where they asked none.
  await store.update('serviceRecords', { memberId, 'ask.state': command.exists(true) }, { 'ask.words': '', revision: command.inc(1) });
  await store.update('serviceRecords', { recordedById: memberId }, { recordedByName: GONE_TEXT, revision: command.inc(1) });
  await store.update('serviceRecords', { secondId: memberId }, { secondName: GONE_TEXT, revision: command.inc(1) });
  await eraseFromChanges(memberId);
};
