import type { PersonFoundView } from '@contract';

/** Who is on the phone, as staff wrote it down so far; kept with the draft. */
export interface Caller {
  readonly phone: string;
  readonly name: string;
  /** Grid or community; null while nobody chose. */
  readonly areaId: string | null;
  /** Set once they are known, by finding or by saving. */
  readonly personId: string | null;
}

export const EMPTY_CALLER: Caller = { phone: '', name: '', areaId: null, personId: null };

/** Fewer digits are no number yet. */
const PHONE_DIGITS = 7;

export const hasNumber = (caller: Caller): boolean => caller.phone.replace(/\D/g, '').length >= PHONE_DIGITS;

/** Enough to write somebody down: a name, and where they live. A number helps, and is not everybody's. */
export const isNamed = (caller: Caller): boolean => caller.personId !== null || (caller.name.trim() !== '' && caller.areaId !== null);

export const callerOf = (phone: string, person: PersonFoundView): Caller => ({ phone, name: person.name, areaId: person.areaId, personId: person.personId });
