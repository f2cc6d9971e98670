import type { DirectedWordsInput } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import type { Giver } from '../claim/giver';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { privateWordRefusal } from '../publicity/public-words';
import { RULES } from '../rules';
import { actsForGiver } from './directed-access';
import type { DirectedEvent } from './directed-event';
import { amountOf, type DirectedGift, type DirectedGiver, type DirectedOutcome, type DirectedThing } from './directed-gift';

/** The words that others read. */
export const textsOf = ({ title, purpose, conditions, for: whom, what }: DirectedWordsInput): readonly string[] => [
  title, purpose, conditions, ...(whom.kind === 'needs' ? [] : [whom.name]), ...what.things.map(({ text, unit }) => `${text}${unit}`), ...(what.subjectKind === 'person' ? [] : (what.money?.lines ?? []).map(({ text }) => text)),
];

/** Of a person nothing may be said that tells who they are or how they are. */
export const wordsRefusal = ({ title, purpose, conditions, what, for: whom }: DirectedWordsInput): Refusal | null => {
  if (what.subjectKind !== 'person') return null;
  const said: readonly (readonly [field: string, text: string])[] = [['title', title], ['purpose', purpose], ['conditions', conditions], ...(whom.kind === 'needs' ? [] : [['for', whom.name] as const]), ...what.things.map(({ text }) => ['what', text] as const)];
  for (const [field, text] of said) {
    const refusal = privateWordRefusal(text, field);
    if (refusal !== null) return refusal.refusal;
  }
  return null;
};

/** Labels of the uses its lines name, as the street's table has them; the shell found each allowed. */
export type UseLabels = ReadonlyMap<string, { readonly label: string }>;

export const keysOfUses = ({ what }: DirectedWordsInput): readonly string[] => (what.subjectKind === 'person' ? [] : [...new Set((what.money?.lines ?? []).map(({ useKey }) => useKey))]);

const thingsOf = ({ what }: DirectedWordsInput): readonly DirectedThing[] =>
  what.things.map((thing, index) => ({ thingId: `g${index + 1}`, ...thing, state: 'waiting', handedById: null, handedAtMs: null, handedNote: '', receivedCount: null, receivedById: null, receivedAtMs: null, note: '' }));

const partsOf = (words: DirectedWordsInput, uses: UseLabels) => {
  const { title, purpose, conditions, isAnonymous, for: whom, what } = words;
  const money = what.subjectKind === 'person' ? null : what.money;
  return {
    title, purpose, conditions, isAnonymous, for: whom,
    what: what.subjectKind === 'person' ? ({ subjectKind: 'person' } as const) : ({ subjectKind: 'matter', money: money === null ? null : { amountFen: money.amountFen } } as const),
    lines: (money?.lines ?? []).map(({ useKey, text, amountFen }, index) => ({ lineId: `l${index + 1}`, useKey, useLabel: uses.get(useKey)?.label ?? '', text, amountFen })),
    things: thingsOf(words),
  };
};

export const directedIdOf = (operationId: string): string => deriveId('dg', operationId);

/** As whom it is given. `unitPeople`: everybody in the unit, empty for others. */
export const directedGiverOf = ({ kind, partyId, name, contact }: Giver, unitPeople: readonly string[]): DirectedGiver => ({ memberId: contact._id, kind: kind === 'merchant' || kind === 'unit' ? kind : 'member', partyId, name, peopleIds: unitPeople });

/** Pure: an offer, before staff as soon as it is made. */
export const newGift = (words: DirectedWordsInput, uses: UseLabels, giver: DirectedGiver, place: Pick<DirectedGift, 'communityId' | 'communityName' | 'areaIds'>, step: Step): DirectedGift => ({
  _id: directedIdOf(step.operationId),
  state: 'offered',
  ...partsOf(words, uses),
  giver, ...place,
  facts: null, answerable: null, collector: null, accountingAgentId: null, payByMs: null, reportByMs: null,
  payments: {}, lookAgainAtMs: null, sweepAtMs: null, fundsLeftFen: 0, spendings: {},
  disclosures: [], isReportOverdue: false, photoChecks: {}, leftover: null, settlings: 0, note: '', submissions: 1,
  offeredAtMs: step.nowMs, updatedAtMs: step.nowMs, endedAtMs: null,
  shown: null, waits: 'answer', isWaiting: true, isLive: true,
  version: 1, steps: {}, inputHash: step.inputHash,
  ...bornWith<DirectedEvent>({ kind: 'offered', ...bySomebody(step) }),
});

/** Whoever acts for the giving side. */
export const beginGiving = (gift: DirectedGift, actor: Member, step: Step): Result<DirectedOutcome> | null => (actsForGiver(gift, actor) ? knownStep(gift.steps, step) : refuse('NOT_ALLOWED'));

/** Other words, before staff answered or because they asked: then it is before them again. Refusals: NOT_ALLOWED, DIRECTED_CHANGED, PUBLIC_TEXT_PRIVATE, OPERATION_REUSED. */
export const decideUpdate = (gift: DirectedGift, words: DirectedWordsInput, uses: UseLabels, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginGiving(gift, actor, step);
  if (begun !== null) return begun;
  if (gift.state !== 'offered' && gift.state !== 'asked') return refuse('DIRECTED_CHANGED');
  const refusal = wordsRefusal(words);
  if (refusal !== null) return { ok: false, refusal };
  const isAgain = gift.state === 'asked';
  const set = { ...partsOf(words, uses), state: 'offered', note: '', updatedAtMs: step.nowMs, submissions: gift.submissions + (isAgain ? 1 : 0) };
  return accept(versionChanged<DirectedEvent>(gift, step, set, { kind: isAgain ? 'offered' : 'updated', ...bySomebody(step) }));
};

/** A giver may take back what is not handed over yet (Civil Code Art. 658); of money and things together until the money is in, of things alone until the first was received. */
export const mayStillEnd = (gift: DirectedGift): boolean =>
  gift.state === 'agreed' || gift.state === 'counting' || (gift.state === 'running' && amountOf(gift) === null && gift.things.every(({ state }) => state !== 'received'));

/** What ending it before it runs writes: whatever was paid goes back, also what calls under way still bring. */
export const endingOf = (gift: DirectedGift, atMs: number): { readonly set: Readonly<Record<string, unknown>>; readonly hadMoney: boolean } => {
  const hadMoney = amountOf(gift) !== null && (gift.state === 'agreed' || gift.state === 'counting');
  return { hadMoney, set: { lookAgainAtMs: null, sweepAtMs: hadMoney ? atMs + RULES.directed.afterCallsMs : null, endedAtMs: atMs, updatedAtMs: atMs } };
};

/** Refusals: NOT_ALLOWED, DIRECTED_CHANGED, OPERATION_REUSED. */
export const decideWithdraw = (gift: DirectedGift, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginGiving(gift, actor, step);
  if (begun !== null) return begun;
  if (gift.state !== 'offered' && gift.state !== 'asked' && !mayStillEnd(gift)) return refuse('DIRECTED_CHANGED');
  const { set, hadMoney } = endingOf(gift, step.nowMs);
  return accept(versionChanged<DirectedEvent>(gift, step, { ...set, state: 'withdrawn' }, { kind: 'withdrawn', was: gift.state, hadMoney, ...bySomebody(step) }));
};
