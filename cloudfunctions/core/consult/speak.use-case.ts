import type { ApiContract, ConsultRef } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import type { Step } from '../aggregate/step';
import { fail, unwrap } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { noteReach } from '../share/count-shares.use-case';
import { REACHED } from '../share/share-code';
import { checkWords } from '../shift/words-check.use-case';
import { isOpenConsult, type Consult } from './consult';
import { consultRefOf } from './consult-view';
import { findVoice, findWord, noteSaid, wordsBy } from './consult.repository';
import { getHeard } from './consult.use-case';
import { chosenAnew, knownVoiceStep, newVoice, newWord, voiceIdOf, type ConsultVoice, type ConsultWord } from './voice';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Chosen = Pick<ConsultVoice, 'picks' | 'backs'>;

/** A person on two phones at once; more lost races than this never come about by hand. */
const TRIES = 3;

/** Refuses NOT_FOUND, CONSULT_OVER. */
const getOpen = async ({ member, nowMs }: MemberContext, consultId: string): Promise<Consult> => {
  const consult = await getHeard(member, consultId);
  return isOpenConsult(consult, nowMs) ? consult : fail('CONSULT_OVER');
};

/** Whoever came by a card took part: the group's owner sees it soon. Best effort, since all of them are noted again at the end. */
const noteTookPart = (context: MemberContext, consultId: string): Promise<void> =>
  asDelivery(() => noteReach({ personId: context.callerId, itemId: consultId, reached: REACHED.signedUp })).catch((error: unknown) => logDefect(context.requestId, 'reach of a consultation', error));

/** One guarded write of what one person chose; false where it changed meanwhile. */
const writeVoice = async (voice: ConsultVoice | null, consultId: string, memberId: string, decide: (chosen: Chosen) => Partial<Chosen>, step: Step): Promise<boolean> => {
  if (voice === null) return (await store.insertOnce('consultVoices', newVoice(consultId, memberId, { picks: [], backs: [], ...decide({ picks: [], backs: [] }) }, step))) === 'inserted';
  const { picks, backs, steps, revision, saidAtMs } = chosenAnew(voice, decide(voice), step);
  return (await store.update('consultVoices', { _id: voice._id, revision: voice.revision }, { picks: command.set(picks), backs: command.set(backs), steps: command.set(steps), revision, saidAtMs })) === 1;
};

/** Refuses BUSY, OPERATION_REUSED, and what `decide` refuses. */
const choose = async (context: MemberContext, consultId: string, input: unknown, decide: (chosen: Chosen) => Partial<Chosen>): Promise<void> => {
  const step = stepOf(context, input);
  await noteSaid(consultId, context.nowMs);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const voice = await findVoice(voiceIdOf(consultId, context.callerId));
    const known = voice === null ? null : knownVoiceStep(voice, step);
    if (known !== null) {
      unwrap(known);
      return;
    }
    if (await writeVoice(voice, consultId, context.callerId, decide, step)) {
      if (voice === null) await noteTookPart(context, consultId);
      return;
    }
  }
  fail('BUSY');
};

/** Refuses NOT_FOUND, CONSULT_OVER, BAD_INPUT, BUSY, OPERATION_REUSED. */
export const rankPoints = async (context: MemberContext, input: Parsed<'consult.rank'>): Promise<ConsultRef> => {
  const consult = await getOpen(context, input.consultId);
  const picks = [...new Set(input.points)].sort((one, other) => one - other);
  if (picks.some((no) => !consult.points.some((point) => point.no === no))) fail('BAD_INPUT', { fields: { points: '没有这一条' } });
  await choose(context, consult._id, input, () => ({ picks }));
  return consultRefOf(consult);
};

/** Refuses NOT_FOUND, CONSULT_OVER, BAD_INPUT, BUSY, OPERATION_REUSED. */
export const backWord = async (context: MemberContext, input: Parsed<'consult.back'>): Promise<ConsultRef> => {
  const consult = await getOpen(context, input.consultId);
  const word = await findWord(input.wordId);
  if (word === null || word.consultId !== consult._id || word.kind !== 'add' || word.state !== 'shown') return fail('NOT_FOUND');
  if (word.memberId === context.callerId) fail('BAD_INPUT', { message: '这一条就是您自己说的。' });
  await choose(context, consult._id, input, ({ backs }) => {
    const others = backs.filter((id) => id !== word._id);
    if (input.isBacked && others.length >= RULES.consult.backs) fail('BAD_INPUT', { message: `最多支持 ${String(RULES.consult.backs)} 条。` });
    return { backs: input.isBacked ? [...others, word._id] : others };
  });
  return consultRefOf(consult);
};

/** The very word this act said before, or how often its author took one back; one stands at a time. Refuses CONSULT_SAID, OPERATION_REUSED. */
const saidBefore = (own: readonly ConsultWord[], { kind, point }: Parsed<'consult.say'>, step: Step): { readonly word: ConsultWord | null; readonly n: number } => {
  const same = own.filter((word) => word.operationId === step.operationId)[0];
  if (same !== undefined) return same.inputHash === step.inputHash ? { word: same, n: 0 } : fail('OPERATION_REUSED');
  const alike = own.filter((word) => word.kind === kind && word.point === point);
  if (alike.some(({ state }) => state !== 'withdrawn') || alike.length >= RULES.consult.sayings) fail('CONSULT_SAID');
  return { word: null, n: alike.length };
};

/** Refuses NOT_FOUND, CONSULT_OVER, CONSULT_SAID, BAD_INPUT, TEXT_RISKY, OPERATION_REUSED. */
export const sayWord = async (context: MemberContext, input: Parsed<'consult.say'>): Promise<{ readonly wordId: string }> => {
  const { consultId, kind, point, text } = input;
  const { member, callerId, nowMs } = context;
  const consult = await getOpen(context, consultId);
  if (kind === 'object' ? !consult.points.some(({ no }) => no === point) : point !== null) fail('BAD_INPUT', { fields: { point: '没有这一条' } });
  const step = stepOf(context, input);
  const { word, n } = saidBefore(await wordsBy(consultId, callerId), input, step);
  if (word !== null) return { wordId: word._id };
  await checkWords(context, [text], 'text');
  await noteSaid(consultId, nowMs);
  const fresh = newWord(voiceIdOf(consultId, callerId), n, { consultId, memberId: callerId, name: member.displayName, communityId: consult.communityId, kind, point, text }, step);
  if ((await store.insertOnce('consultWords', fresh)) === 'exists' && (await findWord(fresh._id))?.operationId !== step.operationId) fail('CONSULT_SAID');
  await noteTookPart(context, consultId);
  return { wordId: fresh._id };
};

/** One's own, while it is open: its words go. Refuses NOT_FOUND, CONSULT_OVER. */
export const withdrawWord = async (context: MemberContext, input: Parsed<'consult.withdraw'>): Promise<ConsultRef> => {
  const consult = await getOpen(context, input.consultId);
  await noteSaid(consult._id, context.nowMs);
  const word = await findWord(input.wordId);
  if (word === null || word.consultId !== consult._id || word.memberId !== context.callerId) return fail('NOT_FOUND');
  if (word.state !== 'withdrawn') await store.update('consultWords', { _id: word._id, memberId: context.callerId }, { state: 'withdrawn', text: '', hideReason: '', isUnanswered: false });
  return consultRefOf(consult);
};
