import { isServiceKind, type ApiContract, type ServiceKind, type ServiceRecordView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { knownStep } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { fail, unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { spendQuota } from '../platform/rate-limit';
import { oneOf, store } from '../platform/store';
import type { Shift } from '../shift/shift';
import { getVisibleShift } from '../shift/shift-reads.use-case';
import { checkFewWords, checkWords } from '../shift/words-check.use-case';
import { decideAnswerAsk, decideAsk, decideCorrect, decideRevoke, decideSecond, type ServiceOutcome } from './change-service';
import { decideBackEntry } from './open-service';
import { SERVICE_KIND } from './service-kind';
import { viewFor } from './service-reads.use-case';
import type { ServiceRecord } from './service-record';
import { serviceRepository } from './service.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Coded = Pick<Member, '_id' | 'code' | 'displayName' | 'communityId' | 'areaIds'>;

/** The people whose codes were read out; each lookup counts as a try, like everywhere. */
const byCodes = async (context: MemberContext, codes: readonly string[]): Promise<readonly Coded[]> => {
  await spendQuota(context.member, 'code', context.nowMs);
  return store.query<Coded>('members', { where: { code: oneOf(codes), state: 'active' }, limit: codes.length, fields: ['code', 'displayName', 'communityId', 'areaIds'] });
};

const shiftOf = async (context: MemberContext, shiftId: string | null): Promise<{ readonly shift: Shift; readonly kind: ServiceKind } | null> => {
  if (shiftId === null) return null;
  const shift = await getVisibleShift(shiftId, context.member);
  if (shift.state === 'planned' || shift.state === 'cancelled') return fail('SHIFT_STATE_CHANGED');
  return isServiceKind(shift.kind) ? { shift, kind: shift.kind } : fail('BAD_INPUT', { fields: { shiftId: '这一班是来参加的，不记时长' } });
};

/** Whoever it is about and the second person, by their codes. Refuses PERSON_NOT_FOUND. */
const peopleOf = async (context: MemberContext, { memberCode, secondCode }: Parsed<'service.backEnter'>): Promise<{ readonly person: Coded; readonly second: Coded }> => {
  const found = await byCodes(context, [...new Set(memberCode === null ? [secondCode] : [memberCode, secondCode])]);
  const coded = (code: string, field: string): Coded => found.find((each) => each.code === code) ?? fail('PERSON_NOT_FOUND', { fields: { [field]: '没找到这个编号' } });
  return { person: memberCode === null ? context.member : coded(memberCode, 'memberCode'), second: coded(secondCode, 'secondCode') };
};

/** Refuses what `decideBackEntry` refuses, PERSON_NOT_FOUND, TEXT_RISKY, OPERATION_REUSED. */
export const backEnter = async (context: MemberContext, input: Parsed<'service.backEnter'>): Promise<ServiceRecordView> => {
  await checkWords(context, [input.title, input.organiserName, input.placeText, input.reason], 'reason');
  const [people, at] = [await peopleOf(context, input), await shiftOf(context, input.shiftId)];
  const step = stepOf(context, input);
  const record = unwrap(decideBackEntry(input, { ...people, enterer: context.member }, at, step));
  if ((await serviceRepository.insert(record)) === 'exists') {
    const standing = await serviceRepository.get(record._id);
    unwrap(knownStep(standing.steps, step) ?? { ok: false, refusal: { code: 'OPERATION_REUSED' } });
    return viewFor(context, standing);
  }
  await settleAfterCommand(SERVICE_KIND, record._id, context.nowMs, context.requestId);
  return viewFor(context, record);
};

const act = async (context: MemberContext, recordId: string, decide: (record: ServiceRecord) => Result<ServiceOutcome>): Promise<ServiceRecordView> =>
  viewFor(context, await changeAggregate(SERVICE_KIND, context, recordId, decide));

/** What was counted stands in the record once it is settled: the reply says it. */
const actAndLook = async (context: MemberContext, recordId: string, decide: (record: ServiceRecord) => Result<ServiceOutcome>): Promise<ServiceRecordView> => {
  await changeAggregate(SERVICE_KIND, context, recordId, decide);
  return viewFor(context, await serviceRepository.get(recordId));
};

export const answerSecond = async (context: MemberContext, input: Parsed<'service.answerSecond'>): Promise<ServiceRecordView> => {
  if (!input.accept && input.words === '') fail('BAD_INPUT', { fields: { words: '请写一句哪里不对' } });
  const words = input.accept ? '' : input.words;
  await checkFewWords(context, [words], 'words');
  return actAndLook(context, input.recordId, (record) => decideSecond(record, input.accept, words, stepOf(context, input)));
};

export const correctService = async (context: MemberContext, input: Parsed<'service.correct'>): Promise<ServiceRecordView> => {
  await checkWords(context, [input.reason], 'reason');
  return actAndLook(context, input.recordId, (record) => decideCorrect(record, input, input.reason, context.member, stepOf(context, input)));
};

export const revokeService = async (context: MemberContext, input: Parsed<'service.revoke'>): Promise<ServiceRecordView> => {
  await checkWords(context, [input.reason], 'reason');
  return act(context, input.recordId, (record) => decideRevoke(record, input.reason, context.member, stepOf(context, input)));
};

export const askAboutService = async (context: MemberContext, input: Parsed<'service.ask'>): Promise<ServiceRecordView> => {
  await checkWords(context, [input.words], 'words');
  return act(context, input.recordId, (record) => decideAsk(record, input.words, stepOf(context, input)));
};

export const decideServiceAsk = async (context: MemberContext, input: Parsed<'service.decideAsk'>): Promise<ServiceRecordView> => {
  await checkWords(context, [input.words], 'words');
  return act(context, input.recordId, (record) => decideAnswerAsk(record, input.words, context.member, stepOf(context, input)));
};
