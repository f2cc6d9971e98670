import * as v from 'valibot';
import { fail } from './result';

/** Opaque place in a list: the sort keys of the last row, as base64url JSON. Clients only hand it back. */
export const encodeCursor = (place: readonly (string | number)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place a cursor names, of the shape the list uses; null for the start. Refuses BAD_INPUT for anything else. */
export const decodeCursor = <T>(cursor: string | null, shape: v.GenericSchema<unknown, T>): T | null => {
  if (cursor === null) return null;
  try {
    const place = v.safeParse(shape, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (place.success) return place.output;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return fail('BAD_INPUT', { fields: { cursor: '请从头再看一遍' } });
};
