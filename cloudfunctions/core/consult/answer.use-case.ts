import type { ApiContract, ConsultRef } from '@contract';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { command, oneOf, store } from '../platform/store';
import { checkFewWords, checkWords } from '../shift/words-check.use-case';
import { isLiveConsult, type Consult } from './consult';
import { consultRefOf } from './consult-view';
import { consultRepository, findWord, noteSaid, wordsByIds } from './consult.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** For staff of its community. Refuses NOT_FOUND, CONSULT_CHANGED. */
const getWorkedOn = async ({ member }: MemberContext, consultId: string, mayBe: (consult: Consult) => boolean): Promise<Consult> => {
  const consult = await consultRepository.get(consultId);
  if (!worksAt(member, consult.communityId)) fail('NOT_FOUND');
  return mayBe(consult) ? consult : fail('CONSULT_CHANGED');
};

/**
 * Shown to others, or hidden with a reason that its author reads; hidden, it waits for no answer, and shown again it does
 * unless it has one. Judging twice is the same. Refuses NOT_FOUND, CONSULT_CHANGED, BAD_INPUT, TEXT_RISKY.
 */
export const judgeWord = async (context: MemberContext, input: Parsed<'consult.judge'>): Promise<ConsultRef> => {
  if (!input.isShown && input.reason === '') fail('BAD_INPUT', { fields: { reason: '请写一句为什么不公开，说话的人会看到' } });
  const consult = await getWorkedOn(context, input.consultId, isLiveConsult);
  await checkFewWords(context, [input.isShown ? '' : input.reason], 'reason');
  await noteSaid(consult._id, context.nowMs);
  const change = input.isShown ? { state: 'shown', hideReason: '', isUnanswered: true } : { state: 'hidden', hideReason: input.reason, isUnanswered: false };
  // What was answered stays answered: then only its state changes.
  const isChanged = (await store.update('consultWords', { _id: input.wordId, consultId: consult._id, answer: null, state: command.neq('withdrawn') }, change)) === 1;
  if (!isChanged) await judgeAnswered(consult, input, change.state);
  return consultRefOf(consult);
};

const judgeAnswered = async (consult: Consult, { wordId, reason, isShown }: Parsed<'consult.judge'>, state: string): Promise<void> => {
  const word = await findWord(wordId);
  if (word === null || word.consultId !== consult._id) fail('NOT_FOUND');
  if (word?.state === 'withdrawn') fail('CONSULT_CHANGED');
  await store.update('consultWords', { _id: wordId, state: command.neq('withdrawn') }, { state, hideReason: isShown ? '' : reason });
};

/**
 * The same answer for some words, in one guarded update: a word that a colleague answered keeps their answer, and one that
 * was taken back or hidden meanwhile has none. Refuses NOT_FOUND, CONSULT_CHANGED, TEXT_RISKY.
 */
export const answerWords = async (context: MemberContext, { consultId, wordIds, outcome, text }: Parsed<'consult.answer'>): Promise<{ readonly answered: number }> => {
  const consult = await getWorkedOn(context, consultId, ({ state }) => state === 'answering');
  await checkWords(context, [text], 'text');
  const answer = { outcome, text, byId: context.callerId, atMs: context.nowMs };
  const mayAnswer = { _id: oneOf([...new Set(wordIds)]), consultId: consult._id, state: command.in(['shown', 'waiting']), 'answer.byId': command.in([null, context.callerId]) };
  const answered = await store.update('consultWords', mayAnswer, { answer: command.set(answer), isUnanswered: false });
  if (answered > 0) return { answered };
  const words = await wordsByIds(consultId, wordIds);
  const said = words.filter((word) => word.answer?.byId === context.callerId && word.answer.text === text && word.answer.outcome === outcome).length;
  // Word for word what stands there already: nothing to write.
  if (said > 0) return { answered: said };
  return fail(words.length === 0 ? 'NOT_FOUND' : 'CONSULT_CHANGED');
};
