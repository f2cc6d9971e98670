import { command, store, type QueryOptions } from '../platform/store';
import type { EffectOf } from '../effect/effect';
import { signUpIdsOf } from './shift';
import { recordIdOf, type SignUpNotes, type SignUpRecord } from './sign-up-record';

export type KeptSignUp = SignUpRecord & Required<SignUpNotes>;

const NO_NOTES: Required<SignUpNotes> = { consentAtMs: null, answers: [], sealedPhone: null, words: '', ratedAtMs: null };

/** Nested values replace what stands there (WIRE.md 1.4). */
const replacing = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value !== null && typeof value === 'object' ? command.set(value) : value]));

/** Never written over a newer revision of its shift; two events of one revision write the same, each with the notes it brings. */
export const saveSignUpRecord = async ({ record, notes }: EffectOf<'signUpRecord'>): Promise<void> => {
  const { _id, ...fields } = record;
  const gone = record.isActive ? {} : { sealedPhone: null };
  const updated = await store.update('signUps', { _id, revision: command.lte(record.revision) }, replacing({ ...fields, ...notes, ...gone }));
  // Nothing updated: it does not stand yet, or stands as new as this.
  if (updated === 0) await store.insertOnce('signUps', { ...NO_NOTES, ...record, ...notes, ...gone } as KeptSignUp);
};

const idsOf = (shiftId: string, memberId: string): readonly string[] => signUpIdsOf(memberId).map((signUpId) => recordIdOf(shiftId, signUpId));

/** All of one person's of one shift. */
export const listSignUpsOf = (shiftId: string, memberId: string): Promise<readonly KeptSignUp[]> => {
  const ids = idsOf(shiftId, memberId);
  return listSignUps({ where: { _id: command.in([...ids]) }, limit: ids.length });
};

/** Whoever took part said how it was: each of their entries of that shift says so. */
export const noteShiftRated = async ({ shiftId, memberId, atMs }: EffectOf<'shiftRated'>): Promise<void> => {
  await store.update('signUps', { _id: command.in([...idsOf(shiftId, memberId)]), state: 'attended' }, { ratedAtMs: atMs });
};

export const listSignUps = (options: QueryOptions): Promise<readonly KeptSignUp[]> => store.query<KeptSignUp>('signUps', options);

export const listKeptSignUps = (shiftId: string, limit: number): Promise<readonly KeptSignUp[]> => store.query<KeptSignUp>('signUps', { where: { shiftId }, order: [['_id', 'asc']], limit });

export const findSignUp = (id: string): Promise<KeptSignUp | null> => store.find<KeptSignUp>('signUps', id);
