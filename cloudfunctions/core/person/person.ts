import { NEVER_MS, type Aggregate } from '../aggregate/aggregate';
import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import { changeOf, is } from '../aggregate/change';
import { deriveId, keyedId } from '../kernel/ids';
import { RULES } from '../rules';
import { PERSON_PREFIX } from './person-id';
import type { WishPlace } from '../wish/submit-wish';
import { personEffectsOf } from './person-effects';
import type { PersonEvent } from './person-event';

/**
 * Somebody without WeChat for whom staff act: a name, a number and a place on paper, all sealed. Their wishes name them
 * as the recipient; their household is that of the number they call from, so that two people at one telephone count as
 * one home. Later they may take their things over with an account of their own.
 */
export interface Person extends Aggregate<PersonEvent>, WishPlace {
  /** Keyed hash of community, number and name; without a number of grid and name. Nobody guesses a person from it. */
  readonly _id: string;
  readonly areaIds: readonly string[];
  /** Keyed hash of community and number, to find who calls; null without a number. */
  readonly phoneKey: string | null;
  readonly nameSealed: string;
  readonly phoneSealed: string | null;
  readonly addressSealed: string | null;
  readonly maskedName: string;
  readonly householdId: string;
  readonly state: 'onPaper' | 'takenOver';
  /** Whose account they are now; null while on paper. */
  readonly memberId: string | null;
  readonly takenOverAtMs: number | null;
  /** How often the points on this paper's account were carried over since. */
  readonly carries: number;
  /** The code that is out, hashed; null when there is none. */
  readonly takeover: Takeover | null;
  /** The first four digits of the code that is out; plain, because whoever enters it is found by it. */
  readonly takeoverHandle: string | null;
  /** Consent to publicity is separate from that to post (个人信息保护法 Art. 25); who recorded it, and when. */
  readonly publicityConsent: { readonly recordedById: string; readonly atMs: number } | null;
  /** Claims they gave by phone that passed their day; none may be added meanwhile. Flags are kept as for members. */
  readonly overdueClaimIds: readonly string[];
  readonly settledClaimIds: readonly string[];
  readonly createdById: string;
  readonly createdAtMs: number;
  /** Operation ids of the last commands → hash of their input; at most `PERSON_STEPS_MAX`. */
  readonly steps: Readonly<Record<string, string>>;
}

export interface Takeover {
  readonly codeHash: string;
  readonly issuedById: string;
  readonly issuedAtMs: number;
  readonly untilMs: number;
  readonly triesLeft: number;
}

export const PERSON_STEPS_MAX = 20;

/** What a number and a name come to, under a key that only the functions know. */
export const phoneKeyOf = (communityId: string, phone: string, secret: string): string => keyedId('ph', secret, communityId, phone);

export const personIdOf = (of: { readonly phoneKey: string | null; readonly areaId: string; readonly name: string }, secret: string): string =>
  keyedId(PERSON_PREFIX, secret, of.phoneKey ?? of.areaId, of.name);

/** One telephone, one home; without one everybody is a home of their own. */
export const householdOf = (personId: string, phoneKey: string | null): string => deriveId('h', phoneKey ?? personId);

/** Where they live is where their wishes are. */
export const placeOf = ({ areaId, areaName, communityId, communityName, stationName, point }: Person): WishPlace => ({ areaId, areaName, communityId, communityName, stationName, point });

/** Whoever took over gets what was earned on paper, some times over. */
const carryClocksOf = (person: Person, nowMs: number): readonly Due<PersonEvent>[] => {
  const { _id, memberId, takenOverAtMs, carries } = person;
  const afterMs = RULES.takeover.carryMs[carries];
  if (memberId === null || takenOverAtMs === null || afterMs === undefined) return [];
  const eventId = deriveId('e', _id, 'pointsCarried', memberId, String(takenOverAtMs), String(carries));
  return [
    {
      atMs: takenOverAtMs + afterMs,
      change: changeOf<PersonEvent>({ when: { memberId: is(memberId), takenOverAtMs: is(takenOverAtMs), carries: is(carries) }, set: { carries: carries + 1 }, event: { kind: 'pointsCarried', memberId, eventId, atMs: nowMs, byId: 'clock' } }),
    },
  ];
};

/** A code nobody entered in time is gone. */
const codeClocksOf = (person: Person, nowMs: number): readonly Due<PersonEvent>[] =>
  person.takeover === null
    ? []
    : [
        {
          atMs: person.takeover.untilMs,
          change: changeOf<PersonEvent>({
            when: { 'takeover.issuedAtMs': is(person.takeover.issuedAtMs) },
            set: { takeover: null, takeoverHandle: null },
            event: { kind: 'takeoverExpired', eventId: deriveId('e', person._id, 'takeoverExpired', String(person.takeover.issuedAtMs)), atMs: nowMs, byId: 'clock' },
          }),
        },
      ];

const clocksOf = (person: Person, nowMs: number): readonly Due<PersonEvent>[] => [...codeClocksOf(person, nowMs), ...carryClocksOf(person, nowMs)];

export const PERSON_KIND: AggregateKind<Person, PersonEvent> = { collection: 'persons', effectsOf: personEffectsOf, clocksOf };

/** What must hold at every moment; a false is a defect. */
export const isSoundPerson = (person: Person): boolean =>
  (person.state === 'takenOver') === (person.memberId !== null) &&
  (person.memberId === null) === (person.takenOverAtMs === null) &&
  (person.takeover === null) === (person.takeoverHandle === null) &&
  (person.takeover === null || person.takeover.triesLeft >= 0) &&
  Object.keys(person.outbox).length === person.pendingEvents &&
  person.wakeAtMs <= (person.takeover === null && person.pendingEvents === 0 ? NEVER_MS : Math.max(person.takeover?.untilMs ?? 0, person.wakeAtMs));
