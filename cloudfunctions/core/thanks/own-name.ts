import type { NameForm, OwnNameView } from '@contract';
import { knownStep, type Step, type Steps } from '../aggregate/step';
import { accept, type Result } from '../kernel/result';
import { maskedName, type Member } from '../member/member';

/** What somebody decided about their name on the monthly page. One document a person who was asked; the page reads it each time. */
export interface OwnName {
  readonly _id: string;
  readonly communityId: string;
  readonly shows: boolean;
  readonly form: NameForm;
  /** As they agreed to be named. */
  readonly name: string;
  readonly decidedAtMs: number;
  readonly revision: number;
  /** The last answers → hash of their input: a yes that comes late never undoes a no. */
  readonly steps: Steps;
}

const STEPS_KEPT = 12;

const formsOf = ({ displayName }: Pick<Member, 'displayName'>): Readonly<Record<NameForm, string>> => ({ full: displayName, masked: maskedName(displayName) });

export interface NameAnswer {
  readonly shows: boolean;
  readonly form: NameForm;
}

/** Pure: the document after an answer; null when this very answer was given before. Refusal: OPERATION_REUSED. */
export const decideOwnName = (standing: OwnName | null, answer: NameAnswer, member: Member, step: Step): Result<OwnName | null> => {
  const known = knownStep(standing?.steps ?? {}, step);
  if (known !== null) return known.ok ? accept(null) : known;
  return accept({
    _id: member._id, communityId: member.communityId, ...answer, name: formsOf(member)[answer.form], decidedAtMs: step.nowMs, revision: (standing?.revision ?? 0) + 1,
    steps: Object.fromEntries([...Object.entries(standing?.steps ?? {}).slice(1 - STEPS_KEPT), [step.operationId, step.inputHash]]),
  });
};

export const ownNameView = (standing: OwnName | null, member: Member): OwnNameView => ({ state: standing === null ? 'unasked' : standing.shows ? 'shown' : 'hidden', form: standing?.form ?? 'full', forms: formsOf(member) });
