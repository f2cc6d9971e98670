import { LIMITS, type ApiContract, type ConsultCardView, type ConsultRef, type ConsultView, type ConsultWordView, type Page } from '@contract';
import * as v from 'valibot';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { plansAt } from '../need-plan/need-plan';
import { decideConsult } from '../need-project/consult-project';
import { NEED_PROJECT_KIND } from '../need-project/need-project-kind';
import { needProjectRepository } from '../need-project/need-project.repository';
import type { MemberContext } from '../platform/context';
import { RULES } from '../rules';
import { checkWords } from '../shift/words-check.use-case';
import { decideClose, decideFinish } from './change-consult';
import { isLiveConsult, type Consult } from './consult';
import { CONSULT_KIND } from './consult-kind';
import { consultCardView, consultRefOf, consultView, consultWordView, hearsOf } from './consult-view';
import { consultRepository, consultsOf, countUnanswered, findVoice, wordsBy, wordsOf } from './consult.repository';
import { voiceIdOf } from './voice';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Clocks and counts change it too: whoever lost decides anew. */
const TRIES = 3;
const PLACE = v.tuple([v.number(), v.string()]);

/** For whoever may read it. Refuses NOT_FOUND. */
export const getHeard = async (member: Member, consultId: string): Promise<Consult> => {
  const consult = await consultRepository.get(consultId);
  return hearsOf(member, consult) ? consult : fail('NOT_FOUND');
};

/** Refuses NOT_FOUND, NOT_ALLOWED, NEED_PROJECT_CHANGED, NEED_PROJECT_CONSULTING, OPERATION_REUSED. */
export const openConsult = async (context: MemberContext, input: Parsed<'consult.open'>): Promise<ConsultRef> => {
  const step = stepOf(context, input);
  const project = await changeAggregate(NEED_PROJECT_KIND, context, input.projectId, (standing) => decideConsult(standing, input.days, context.member, step), TRIES);
  return { consultId: project.consultId ?? '', state: 'open' };
};

/** Refuses OUT_OF_AREA. */
export const listConsults = async ({ member }: MemberContext, { communityId }: Parsed<'consult.list'>): Promise<readonly ConsultCardView[]> => {
  const asked = communityId ?? member.communityId;
  if (asked !== member.communityId && !plansAt(member, asked)) fail('OUT_OF_AREA');
  return (await consultsOf(asked)).map(consultCardView);
};

/** Five requests, one more for the project once it is over or for staff who answer. Refuses NOT_FOUND. */
export const getConsult = async ({ member, nowMs }: MemberContext, { consultId }: Parsed<'consult.get'>): Promise<ConsultView> => {
  const consult = await getHeard(member, consultId);
  const shown = (kind: 'add' | 'object') => wordsOf({ consultId, kind, state: 'shown' }, null, RULES.consult.wordsShown);
  const [voice, own, adds, objections] = await Promise.all([findVoice(voiceIdOf(consultId, member._id)), wordsBy(consultId, member._id), shown('add'), shown('object')]);
  // Answers are written beside it: staff are told how many words are left now, not when it was counted.
  const unanswered = consult.state === 'answering' && worksAt(member, consult.communityId) ? await countUnanswered(consultId) : consult.tally.unanswered;
  // Before, there is nothing to tell of its project that does not stand here.
  const project = isLiveConsult(consult) ? null : await needProjectRepository.find(consult.projectId);
  return consultView(consult, { reader: member, voice, own, adds, objections, unanswered, project, nowMs });
};

/** Refuses NOT_FOUND; NOT_ALLOWED for what only staff may read. */
export const listWords = async ({ member }: MemberContext, { consultId, kind, of, cursor }: Parsed<'consult.words'>): Promise<Page<ConsultWordView>> => {
  const consult = await getHeard(member, consultId);
  const isStaff = worksAt(member, consult.communityId);
  if (of !== 'shown' && !isStaff) fail('NOT_ALLOWED');
  const where = of === 'open' ? { isUnanswered: true } : { state: of };
  const [voice, rows] = await Promise.all([findVoice(voiceIdOf(consultId, member._id)), wordsOf({ consultId, kind, ...where }, decodeCursor(cursor, PLACE), LIMITS.pageSize + 1)]);
  const shown = rows.slice(0, LIMITS.pageSize);
  const last = shown.at(-1);
  return { items: shown.map((word) => consultWordView(word, member, isStaff, voice?.backs ?? [])), nextCursor: rows.length > LIMITS.pageSize && last !== undefined ? encodeCursor([last.backs, last._id]) : null };
};

/** Refuses NOT_FOUND, CONSULT_CHANGED, OPERATION_REUSED. */
export const closeConsult = async (context: MemberContext, input: Parsed<'consult.close'>): Promise<ConsultRef> => {
  const step = stepOf(context, input);
  return consultRefOf(await changeAggregate(CONSULT_KIND, context, input.consultId, (consult) => decideClose(consult, context.member, step), TRIES));
};

/**
 * Nothing is said any more once it waits for answers, so what is found without one now is all there is. Refuses
 * NOT_FOUND, CONSULT_CHANGED, CONSULT_UNANSWERED, TEXT_RISKY, OPERATION_REUSED.
 */
export const finishConsult = async (context: MemberContext, input: Parsed<'consult.finish'>): Promise<ConsultRef> => {
  const consult = await getHeard(context.member, input.consultId);
  if (consult.state === 'answering' && (await countUnanswered(consult._id)) > 0) fail('CONSULT_UNANSWERED');
  const project = await needProjectRepository.get(consult.projectId);
  await checkWords(context, [input.note], 'note');
  const step = stepOf(context, input);
  return consultRefOf(await changeAggregate(CONSULT_KIND, context, consult._id, (standing) => decideFinish(standing, input.note, project.plan.steps, context.member, step), TRIES, consult));
};
