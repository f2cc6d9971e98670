import { aggregateRepository } from '../aggregate/aggregate.repository';
import { screenCodeOf } from '../kernel/ids';
import { command, store } from '../platform/store';
import { FOLD_FIELDS, type FoldedWish, type RoundFold } from './round-fold';
import { PICK_FIELDS, type PickedWish } from './round-wishes';
import type { Round } from './round';
import type { RoundEvent } from './round-event';

export const roundRepository = aggregateRepository<Round, RoundEvent>('rounds');

/** Wishes of a page of ids as a report reads them; ended and missing ones count as what they are. */
export const readFolded = (wishIds: readonly string[]): Promise<readonly FoldedWish[]> => store.query<FoldedWish>('wishes', { where: { _id: command.in([...wishIds]) }, limit: wishIds.length, fields: FOLD_FIELDS });

export const readPicked = (wishIds: readonly string[]): Promise<readonly PickedWish[]> => store.query<PickedWish>('wishes', { where: { _id: command.in([...wishIds]) }, limit: wishIds.length, fields: PICK_FIELDS });

/** Which of these rounds are over; asked only when there are any. */
export const readEnded = async (roundIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(roundIds)];
  if (ids.length === 0) return new Set();
  const ended = await store.query<Pick<Round, '_id'>>('rounds', { where: { _id: command.in(ids), state: 'closed' }, limit: ids.length, fields: [] });
  return new Set(ended.map((round) => round._id));
};

/** Notes how far a report is; only one reader of the same page gets through. */
export const saveFold = async (roundId: string, was: RoundFold, fold: RoundFold): Promise<boolean> =>
  (await store.update('rounds', { _id: roundId, 'fold.pass': was.pass, 'fold.nextIndex': was.nextIndex }, { fold: command.set(fold), revision: command.inc(1) })) === 1;

interface CodeDocument {
  readonly _id: string;
  readonly roundId: string;
}

/** Six characters are many; a few tries always find a free one. */
const CODE_TRIES = 5;

export const findByCode = (code: string): Promise<CodeDocument | null> => store.find<CodeDocument>('roundCodes', code);

/** The round's own code: the same however often it is asked for, and nobody else's. */
export const takeScreenCode = async (roundId: string): Promise<string> => {
  for (let tries = 0; tries < CODE_TRIES; tries += 1) {
    const code = screenCodeOf(roundId, tries);
    const document: CodeDocument = { _id: code, roundId };
    if ((await store.insertOnce('roundCodes', document)) === 'inserted' || (await findByCode(code))?.roundId === roundId) return code;
  }
  throw new Error(`no free screen code for ${roundId}`);
};
