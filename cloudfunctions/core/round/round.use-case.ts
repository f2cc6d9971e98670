import type { ApiContract, RoundView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { fail, unwrap } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { decideRound, roundIdOf } from './make-round';
import { decideAddWishes, decideRemoveWish, freedWishes } from './round-wishes';
import { readEnded, readPicked, roundRepository, takeScreenCode } from './round.repository';
import { roundView } from './round-view';
import { decideCancel, decideClose, decideOpen, decideUpdate } from './run-round';
import { ROUND_KIND } from './settle-round';
import type { Round } from './round';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Everybody of the street reads it; what WeChat is not sure about is asked for again, in other words. */
const checkWords = async (context: MemberContext, words: { readonly title: string; readonly theme: string }): Promise<void> => {
  if ((await checkText(context.openid, [words.title, words.theme])) === 'review') fail('TEXT_RISKY', { message: '名字和说明请换个说法。写好的都还在。', fields: { title: '请换个说法' } });
};

const viewOf = (context: MemberContext, round: Round): RoundView => roundView(round, context.member);

/** Refuses OUT_OF_AREA, NOT_FOUND (no such area), BAD_INPUT, TEXT_RISKY, OPERATION_REUSED. */
export const createRound = async (context: MemberContext, input: Parsed<'round.create'>): Promise<RoundView> => {
  if (!worksAt(context.member, input.areaId)) return fail('OUT_OF_AREA');
  const area = (await findArea(input.areaId)) ?? fail('NOT_FOUND');
  const step = stepOf(context, input);
  unwrap(decideRound(input, area, null, step));
  await checkWords(context, input);
  const screenCode = input.kind === 'onSite' ? await takeScreenCode(roundIdOf(step.operationId)) : null;
  const round = unwrap(decideRound(input, area, screenCode, step));
  if ((await roundRepository.insert(round)) === 'exists') {
    const standing = await roundRepository.get(round._id);
    return standing.inputHash === step.inputHash ? viewOf(context, standing) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(ROUND_KIND, round._id, context.nowMs, context.requestId);
  return viewOf(context, round);
};

export const updateRound = async (context: MemberContext, input: Parsed<'round.update'>): Promise<RoundView> => {
  await checkWords(context, input);
  const { title, theme, startsAtMs, endsAtMs } = input;
  return viewOf(context, await changeAggregate(ROUND_KIND, context, input.roundId, (round) => decideUpdate(round, { title, theme, startsAtMs, endsAtMs }, context.member, stepOf(context, input))));
};

/** One look at the wishes (and at other rounds they stand in) says what cannot join; what changes between is settled by the wishes themselves. */
export const addWishes = async (context: MemberContext, input: Parsed<'round.addWishes'>): Promise<RoundView> => {
  const picked = await readPicked(input.wishIds);
  const found = freedWishes(picked, await readEnded(picked.flatMap((wish) => (wish.roundId === null || wish.roundId === input.roundId ? [] : [wish.roundId]))));
  return viewOf(context, await changeAggregate(ROUND_KIND, context, input.roundId, (round) => decideAddWishes(round, input.wishIds, found, context.member, stepOf(context, input))));
};

export const removeWish = async (context: MemberContext, input: Parsed<'round.removeWish'>): Promise<RoundView> =>
  viewOf(context, await changeAggregate(ROUND_KIND, context, input.roundId, (round) => decideRemoveWish(round, input.wishId, context.member, stepOf(context, input))));

const RUNS = { open: decideOpen, close: decideClose, cancel: decideCancel } as const;

/** Opens, ends or calls off a round before its clock does. */
export const runRound = (run: keyof typeof RUNS) => async (context: MemberContext, input: { readonly roundId: string }): Promise<RoundView> =>
  viewOf(context, await changeAggregate(ROUND_KIND, context, input.roundId, (round) => RUNS[run](round, context.member, stepOf(context, input))));
