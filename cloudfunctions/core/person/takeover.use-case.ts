import type { ApiContract } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import type { Step } from '../aggregate/step';
import { fail, unwrap } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { RULES } from '../rules';
import { PERSON_KIND, type Person } from './person';
import { peopleByHandle, personRepository } from './person.repository';
import { idSecret } from './person.use-case';
import { decideIssue, decideTakeOver, decideUndo, handleOf, takeoverCodeOf, takeoverHashOf } from './takeover';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** The code is said once to staff; what stands in the document is its hash. */
export const issueTakeover = async (context: MemberContext, input: Parsed<'person.issueTakeover'>): Promise<ApiContract['person.issueTakeover']['output']> => {
  const secret = idSecret();
  const code = takeoverCodeOf(input.personId, context.operationId, secret);
  const codeHash = takeoverHashOf(input.personId, code, secret);
  const step = stepOf(context, input);
  const person = await changeAggregate(PERSON_KIND, context, input.personId, (found) => decideIssue(found, code, codeHash, input.proof, context.member, step));
  return { code, expiresAtMs: person.takeover?.codeHash === codeHash ? person.takeover.untilMs : context.nowMs };
};

const RACE_TRIES = 4;

type Tried = { readonly kind: 'takenOver'; readonly person: Person } | { readonly kind: 'missed'; readonly triesLeft: number };

/** One try at one paper, decided anew while others guess in the same moment. */
const tryOn = async (context: MemberContext, first: Person, code: string, step: Step): Promise<Tried> => {
  const codeHash = takeoverHashOf(first._id, code, idSecret());
  let person = first;
  for (let tries = 0; tries < RACE_TRIES; tries += 1) {
    const decided = unwrap(decideTakeOver(person, codeHash, context.member, step));
    const isDone = decided.outcome.kind === 'replay' || (await personRepository.change(person._id, decided.outcome.change));
    if (isDone) return decided.kind === 'missed' ? { kind: 'missed', triesLeft: decided.triesLeft } : { kind: 'takenOver', person };
    person = await personRepository.get(person._id);
  }
  return fail('BUSY');
};

/** The paper that the code opens comes first; the others beginning with the same digits each lose a try otherwise. */
const byFit = (people: readonly Person[], code: string): readonly Person[] => {
  const fitting = people.filter((person) => person.takeover?.codeHash === takeoverHashOf(person._id, code, idSecret()));
  return fitting.length > 0 ? fitting : people;
};

/**
 * Takes over what staff kept for somebody, by the code staff gave them.
 * @throws RefusedError TAKEOVER_CODE_WRONG (with how many tries are left), TAKEOVER_CODE_OVER, NOT_ALLOWED,
 *   OPERATION_REUSED, BUSY, RATE_LIMITED.
 */
export const takeOver = async (context: MemberContext, input: Parsed<'person.takeOver'>): Promise<ApiContract['person.takeOver']['output']> => {
  const step = stepOf(context, input);
  const people = await peopleByHandle(handleOf(input.code));
  let triesLeft: number = RULES.takeover.tries;
  for (const person of byFit(people, input.code)) {
    const tried = await tryOn(context, person, input.code, step);
    if (tried.kind === 'missed') {
      triesLeft = Math.min(triesLeft, tried.triesLeft);
      continue;
    }
    await settleAfterCommand(PERSON_KIND, tried.person._id, context.nowMs, context.requestId);
    return { personId: tried.person._id, areaName: tried.person.areaName };
  }
  if (people.length === 0) return fail('TAKEOVER_CODE_WRONG');
  return fail('TAKEOVER_CODE_WRONG', { message: triesLeft === 0 ? '编号不对，试的次数用完了，请工作人员重新给一个。' : `编号不对，还能试 ${triesLeft} 次，请和工作人员再核对一遍。` });
};

export const undoTakeover = async (context: MemberContext, input: Parsed<'person.undoTakeover'>): Promise<ApiContract['person.undoTakeover']['output']> => {
  await changeAggregate(PERSON_KIND, context, input.personId, (found) => decideUndo(found, input.reason, context.member, stepOf(context, input)));
  return { personId: input.personId };
};
