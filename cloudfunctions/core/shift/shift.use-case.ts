import type { AbsenceView, ApiContract, CallListView, RosterView, ShiftCardView, SignUpAnswersView } from '@contract';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { deriveId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { memberRepository } from '../member/member.repository';
import type { MemberContext } from '../platform/context';
import { openText } from '../platform/field-sealer';
import { spendQuota } from '../platform/rate-limit';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { decideAbsence, mayDecideAbsence } from './absence';
import { decideCallOff, decideEdit, type Lead } from './change-shift';
import { rosterOf } from './check-in-code.use-case';
import { decideRoster, type WalkIn } from './roster';
import { answersForShift, mayLead } from './shift-access';
import { shiftCardView } from './shift-card';
import { messageIdOf } from './shift-effect-parts';
import { SHIFT_KIND } from './shift-kind';
import { shiftRepository } from './shift.repository';
import { comingIds } from './shift-view';
import { memberIdOfSignUp, signUpsMaxOf, type Shift } from './shift';
import { findSignUp, listKeptSignUps, type KeptSignUp } from './sign-up-record.repository';
import { recordIdOf } from './sign-up-record';
import { checkWords } from './words-check.use-case';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Whoever leads it or may manage it; for others the list is not there. */
const getLed = async (context: MemberContext, shiftId: string): Promise<Shift> => {
  const shift = await shiftRepository.get(shiftId);
  return mayLead(shift, context.member) ? shift : fail('NOT_FOUND');
};

/** By the code somebody read out; null leaves the lead. Refuses SHIFT_NEEDS_LEAD. */
export const leadOf = async (code: string | null): Promise<Lead | null> => {
  if (code === null) return null;
  const found = (await memberRepository.findByCode(code)) ?? fail('SHIFT_NEEDS_LEAD', { fields: { leadCode: '没找到这个编号' } });
  return { leadId: found._id, leadName: found.displayName, teamIds: found.teamIds };
};

export const updateShift = async (context: MemberContext, input: Parsed<'shift.update'>): Promise<ShiftCardView> => {
  await checkWords(context, [input.placeText], 'placeText');
  const lead = await leadOf(input.leadCode);
  const { startsAtMs, endsAtMs, placeText, capacity } = input;
  return shiftCardView(await changeAggregate(SHIFT_KIND, context, input.shiftId, (shift) => decideEdit(shift, { startsAtMs, endsAtMs, placeText, capacity, lead }, context.member, stepOf(context, input))));
};

export const cancelShift = async (context: MemberContext, input: Parsed<'shift.cancel'>): Promise<ShiftCardView> => {
  await checkWords(context, [input.reason], 'reason');
  return shiftCardView(await changeAggregate(SHIFT_KIND, context, input.shiftId, (shift) => decideCallOff(shift, input.reason, context.member, stepOf(context, input))));
};

export const getRoster = async (context: MemberContext, input: { readonly shiftId: string }): Promise<RosterView> => rosterOf(await getLed(context, input.shiftId), context.nowMs);

/** Walk-ins by code are looked up together; an unknown code is said by name, so that nobody's hours get lost. */
const walkInsOf = async (context: MemberContext, walkIns: Parsed<'shift.confirmRoster'>['walkIns']): Promise<readonly WalkIn[]> => {
  const codes = [...new Set(walkIns.flatMap(({ code }) => code ?? []))];
  const found = codes.length === 0 ? [] : await membersByCode(context, codes);
  return walkIns.map(({ code, name, fromMs, toMs }) => {
    if (code === null) return { memberId: null, name, fromMs, toMs };
    const member = found.find((each) => each.code === code) ?? fail('PERSON_NOT_FOUND', { message: `没找到${name}的编号 ${code}，请再核对一遍。` });
    return { memberId: member._id, name: member.displayName.slice(0, RULES.shift.nameCharacters), fromMs, toMs };
  });
};

interface CodedMember {
  readonly _id: string;
  readonly code: string;
  readonly displayName: string;
}

/** Each lookup by code counts as a try, like everywhere. */
const membersByCode = async (context: MemberContext, codes: readonly string[]): Promise<readonly CodedMember[]> => {
  await spendQuota(context.member, 'code', context.nowMs);
  return store.query<CodedMember>('members', { where: { code: command.in([...codes]), state: 'active' }, limit: codes.length, fields: ['code', 'displayName'] });
};

export const confirmRoster = async (context: MemberContext, input: Parsed<'shift.confirmRoster'>): Promise<RosterView> => {
  const walkIns = await walkInsOf(context, input.walkIns);
  return rosterOf(await changeAggregate(SHIFT_KIND, context, input.shiftId, (shift) => decideRoster(shift, input.came, walkIns, context.member, stepOf(context, input))), context.nowMs);
};

const keptOf = (shift: Shift): Promise<readonly KeptSignUp[]> => listKeptSignUps(shift._id, signUpsMaxOf(shift.capacity));

export const readAnswers = async (context: MemberContext, input: { readonly shiftId: string }): Promise<readonly SignUpAnswersView[]> => {
  const shift = await getLed(context, input.shiftId);
  const kept = await keptOf(shift);
  return kept.flatMap(({ signUpId, answers }) => (answers.some((answer) => answer !== '') ? [{ signUpId, name: shift.signUps[signUpId]?.name ?? '', answers }] : []));
};

export const getAbsence = async (context: MemberContext, input: Parsed<'shift.absence'>): Promise<AbsenceView> => {
  const [shift, kept] = await Promise.all([shiftRepository.get(input.shiftId), findSignUp(recordIdOf(input.shiftId, input.signUpId))]);
  const signUp = shift.signUps[input.signUpId];
  if (signUp === undefined || !answersForShift(shift, context.member)) return fail('NOT_FOUND');
  return {
    shiftId: shift._id, signUpId: input.signUpId, title: shift.title, startsAtMs: shift.startsAtMs, name: signUp.name, state: signUp.state,
    words: kept?.words ?? '', canDecide: signUp.appeal === 'open' && mayDecideAbsence(shift, input.signUpId, context.member),
  };
};

export const decideOnAbsence = async (context: MemberContext, input: Parsed<'shift.decideAbsence'>): Promise<{ readonly shiftId: string; readonly signUpId: string }> => {
  await checkWords(context, [input.words], 'words');
  await changeAggregate(SHIFT_KIND, context, input.shiftId, (shift) => decideAbsence(shift, input.signUpId, input.excuse, input.words, context.member, stepOf(context, input)));
  return { shiftId: input.shiftId, signUpId: input.signUpId };
};

/** People whom a reminder reached on their phone; asked by the ids that reminders have. */
const reachedIds = async (shift: Shift, memberIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const idOf = new Map(memberIds.flatMap((memberId) => (['dayBefore', 'soon'] as const).map((about) => [messageIdOf(shift, about, memberId), memberId] as const)));
  if (idOf.size === 0) return new Set();
  const sent = await store.query<{ readonly _id: string; readonly state: string }>('messages', { where: { _id: command.in([...idOf.keys()]) }, limit: idOf.size, fields: ['state'] });
  return new Set(sent.flatMap((each) => (each.state === 'sent' ? (idOf.get(each._id) ?? []) : [])));
};

/** Each reading leaves an audit line before a number is told. Refuses NOT_FOUND, CALL_LIST_NOT_NOW. */
export const readCallList = async (context: MemberContext, input: { readonly shiftId: string }): Promise<CallListView> => {
  const shift = await getLed(context, input.shiftId);
  if (shift.state !== 'open' || shift.startsAtMs - context.nowMs > RULES.shift.callListMs) return fail('CALL_LIST_NOT_NOW');
  const coming = comingIds(shift);
  const reached = await reachedIds(shift, coming.flatMap((signUpId) => memberIdOfSignUp(signUpId) ?? []));
  const kept = new Map((await keptOf(shift)).map((each) => [each.signUpId, each]));
  await writeAudit({ auditId: deriveId('audit', context.operationId), kind: 'readContact', byId: context.callerId, subjectId: shift._id, areaIds: shift.areaIds, note: `callList ${coming.length}`, atMs: context.nowMs });
  const people = coming.filter((signUpId) => !reached.has(memberIdOfSignUp(signUpId) ?? ''));
  return {
    shiftId: shift._id,
    dutyPhone: context.member.dutyPhone,
    people: people.map((signUpId) => {
      const sealed = kept.get(signUpId)?.sealedPhone ?? null;
      return { signUpId, name: shift.signUps[signUpId]?.name ?? '', phone: sealed === null ? null : openText(sealed) };
    }),
  };
};
