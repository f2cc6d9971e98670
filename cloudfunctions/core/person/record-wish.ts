import type { RecordWishInput, WishSubmitInput } from '@contract';
import { MINUTE_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { decideSubmission, type SubmissionFacts } from '../wish/submit-wish';
import type { OnBehalf, Wish } from '../wish/wish';
import { placeOf, type Person } from './person';

/** A clock of a phone may be a little ahead. */
const AHEAD_MS = 10 * MINUTE_MS;

const RELATION = '电话代办';

/** They said so now, or once for all before (个人信息保护法 Art. 25). */
const mayPublicise = (person: Person, input: RecordWishInput): boolean => input.mayPublicise || person.publicityConsent !== null;

/** What they agreed to, who heard it, and when. */
export const recordedConsent = (person: Person, input: RecordWishInput, helper: Member, nowMs: number): OnBehalf => ({
  beneficiaryNameSealed: person.nameSealed,
  relation: RELATION,
  consentKind: input.consent.kind,
  consentFileId: input.consent.kind === 'phone' ? null : input.consent.fileId,
  helperName: helper.displayName,
  consentAtMs: input.consent.kind === 'phone' ? input.consent.saidAtMs : nowMs,
  mayPublicise: mayPublicise(person, input),
});

/**
 * The wish as a form would have sent it, posted by staff for somebody: so the rules for what is worth more than the cap
 * hold. The consent itself stands in `recordedConsent`; here only its kind of form is filled.
 */
export const wishInputOf = (person: Person, input: RecordWishInput): WishSubmitInput => {
  const { personId: _personId, consent, mayPublicise: _mayPublicise, ...words } = input;
  return { ...words, areaId: person.areaId, photoFileIds: [], storyVoiceFileId: null, onBehalf: { beneficiaryName: person.maskedName, relation: RELATION, consent: consent.kind === 'phone' ? { kind: 'voice', fileId: '' } : consent, mayPublicise: mayPublicise(person, input) } };
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
