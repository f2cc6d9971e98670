import type { RecordWishInput, WishSubmitInput } from '@contract';
import { MINUTE_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { decideSubmission, type SubmissionFacts } from '../wish/submit-wish';
import type { OnBehalf, Wish } from '../wish/wish';
import { placeOf, type Person } from './person';

/** A clock of a phone may be a little ahead. */
const AHEAD_MS = 10 * MINUTE_MS;

/** What they agreed to, who heard it, and when. */
export const recordedConsent = (person: Person, input: RecordWishInput, helper: Member, nowMs: number): OnBehalf => ({
  beneficiaryNameSealed: person.nameSealed,
  relation: '电话代办',
  consentKind: input.consent.kind,
  consentFileId: input.consent.kind === 'phone' ? null : input.consent.fileId,
  helperName: helper.displayName,
  consentAtMs: input.consent.kind === 'phone' ? input.consent.saidAtMs : nowMs,
  mayPublicise: person.publicityConsent !== null,
});

/** The wish as a form would have sent it. */
export const wishInputOf = (person: Person, input: RecordWishInput): WishSubmitInput => {
  const { personId: _personId, consent: _consent, ...words } = input;
  return { ...words, areaId: person.areaId, photoFileIds: [], storyVoiceFileId: null, onBehalf: null };
};

/**
 * What somebody asks for on the phone, written down by staff of their area: an ordinary wish in review, of the person's
 * household, posted by staff and so outside its budget. Refusals: OUT_OF_AREA, BAD_INPUT, WISH_*.
 */
export const decideRecordedWish = (person: Person, input: RecordWishInput, helper: Member, facts: Omit<SubmissionFacts, 'onBehalf' | 'householdId' | 'channel' | 'personId'>): Result<Wish> => {
  if (!worksAt(helper, person.areaId)) return refuse('OUT_OF_AREA');
  if (input.consent.kind === 'phone' && input.consent.saidAtMs > facts.nowMs + AHEAD_MS) return refuse('BAD_INPUT', { fields: { consent: '同意的时间不能在以后' } });
  const made = decideSubmission(wishInputOf(person, input), helper, placeOf(person), {
    ...facts,
    onBehalf: recordedConsent(person, input, helper, facts.nowMs),
    householdId: person.householdId,
    channel: 'phone',
    personId: person._id,
  });
  return made.ok ? accept(made.value) : made;
};
