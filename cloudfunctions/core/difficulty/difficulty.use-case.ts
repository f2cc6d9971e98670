import type { ApiContract, DifficultyProposeInput } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import type { Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { findAreas } from '../area/area.repository';
import { loadOverrides } from '../calendar/calendar.repository';
import { ancestorAt } from '../kernel/area-tree';
import { fail, unwrap } from '../kernel/result';
import { maskedName, worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { sealText } from '../platform/field-sealer';
import { assertOwnFile } from '../platform/storage';
import { decideCheck } from './check-case';
import { decideCase, decideClosing, decideVisit } from './decide-case';
import { caseIdOf, type DifficultyCase, type SealedPerson } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';
import { decideAcceptance, decideProposal, suggestedCase, type CasePlace, type OpenedFacts } from './propose-case';
import { decidePublicity } from './publicise-case';
import { DIFFICULTY_KIND } from './settle-case';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
interface CaseReply { readonly caseId: string }

const repository = aggregateRepository<DifficultyCase, DifficultyEvent>(DIFFICULTY_KIND.collection);

const sealPerson = (person: { readonly name: string; readonly phone?: string; readonly address: string; readonly circumstances: string }): SealedPerson => ({
  nameSealed: sealText(person.name),
  phoneSealed: sealText(person.phone ?? ''),
  addressSealed: sealText(person.address),
  circumstancesSealed: sealText(person.circumstances),
});

const factsOf = (input: Omit<DifficultyProposeInput, 'areaId'>, context: MemberContext): OpenedFacts => {
  const { consent } = input;
  assertOwnFile(consent.fileId, context.callerId);
  return {
    person: sealPerson(input),
    maskedName: maskedName(input.name),
    categories: input.categories,
    consent: { isUnder14: consent.isUnder14, guardianNameSealed: sealText(consent.guardianName), fileId: consent.fileId, recordedById: context.callerId, atMs: context.nowMs },
  };
};

/** The same act again finds the case it made; the same operation with other words is refused. */
const replayOf = (standing: DifficultyCase, step: Step): DifficultyCase => (standing.steps[step.operationId] === step.inputHash ? standing : fail('OPERATION_REUSED'));

const insertCase = async (context: MemberContext, born: DifficultyCase, step: Step): Promise<DifficultyCase> => {
  if ((await repository.insert(born)) === 'exists') return replayOf(await repository.get(born._id), step);
  await settleAfterCommand(DIFFICULTY_KIND, born._id, context.nowMs, context.requestId);
  return born;
};

/** Community or grid, with its community's name. One request. */
const findPlace = async (areaId: string): Promise<CasePlace> => {
  const communityId = ancestorAt(areaId, 'community');
  if (communityId === null) return fail('AREA_NOT_JOINABLE');
  const areas = await findAreas([...new Set([areaId, communityId])]);
  const area = areas.get(areaId);
  const community = areas.get(communityId);
  return area === undefined || community === undefined ? fail('AREA_NOT_JOINABLE') : { areaId, areaName: area.name, communityName: community.name };
};

/** A resident tells of a neighbour in the own community. Refuses TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED. */
export const suggestPerson = async (context: MemberContext, input: Parsed<'difficulty.suggest'>): Promise<ApiContract['difficulty.suggest']['output']> => {
  const { member } = context;
  await checkText(context.openid, [input.name, input.address, input.circumstances]);
  const step = stepOf(context, input);
  const place = { areaId: member.communityId, areaName: member.communityName, communityName: member.communityName };
  const made = await insertCase(context, suggestedCase(sealPerson(input), maskedName(input.name), place, member, step, await loadOverrides(context.nowMs)), step);
  return { caseId: made._id, dueAtMs: made.stageDueAtMs ?? context.nowMs };
};

/** Staff propose somebody with consent. Refuses OUT_OF_AREA, AREA_NOT_JOINABLE, FILE_NOT_YOURS, OPERATION_REUSED. */
export const proposePerson = async (context: MemberContext, input: Parsed<'difficulty.propose'>): Promise<CaseReply> => {
  const step = stepOf(context, input);
  const standing = await repository.find(caseIdOf(step.operationId));
  if (standing !== null) return { caseId: replayOf(standing, step)._id };
  if (!worksAt(context.member, input.areaId)) fail('OUT_OF_AREA');
  const place = await findPlace(input.areaId);
  const born = unwrap(decideProposal(factsOf(input, context), place, context.member, step, await loadOverrides(context.nowMs)));
  return { caseId: (await insertCase(context, born, step))._id };
};

const changeCase = (context: MemberContext, caseId: string, decide: Parameters<typeof changeAggregate<DifficultyEvent, DifficultyCase>>[3]): Promise<DifficultyCase> =>
  changeAggregate<DifficultyEvent, DifficultyCase>(DIFFICULTY_KIND, context, caseId, decide);

export const acceptSuggestion = async (context: MemberContext, input: Parsed<'difficulty.accept'>): Promise<CaseReply> => {
  const { caseId, ...person } = input;
  const facts = factsOf(person, context);
  const overrides = await loadOverrides(context.nowMs);
  await changeCase(context, caseId, (found) => decideAcceptance(found, facts, context.member, stepOf(context, input), overrides));
  return { caseId };
};

export const recordCheck = async (context: MemberContext, input: Parsed<'difficulty.check'>): Promise<CaseReply> => {
  input.photoFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  const words = {
    kind: input.kind,
    noteSealed: sealText(input.note),
    participantsSealed: sealText(input.participants.join('\n')),
    participantCount: new Set(input.participants).size,
    fileIds: input.photoFileIds,
  };
  const overrides = await loadOverrides(context.nowMs);
  await changeCase(context, input.caseId, (found) => decideCheck(found, words, context.member, stepOf(context, input), overrides));
  return { caseId: input.caseId };
};

/** The kind of aid is public: WeChat's check and the word list both read it first. */
export const publicisePerson = async (context: MemberContext, input: Parsed<'difficulty.publicise'>): Promise<ApiContract['difficulty.publicise']['output']> => {
  await checkText(context.openid, [input.aidText]);
  const overrides = await loadOverrides(context.nowMs);
  const found = await changeCase(context, input.caseId, (standing) => decidePublicity(standing, input.aidText, context.member, stepOf(context, input), overrides));
  return { caseId: found._id, publicityId: found.publicityId ?? '' };
};

export const decideOnCase = async (context: MemberContext, input: Parsed<'difficulty.decide'>): Promise<CaseReply> => {
  await changeCase(context, input.caseId, (found) => decideCase(found, input.decision, context.member, stepOf(context, input)));
  return { caseId: input.caseId };
};

export const closeCase = async (context: MemberContext, input: Parsed<'difficulty.close'>): Promise<CaseReply> => {
  await changeCase(context, input.caseId, (found) => decideClosing(found, input.note, context.member, stepOf(context, input)));
  return { caseId: input.caseId };
};

export const recordVisit = async (context: MemberContext, input: Parsed<'difficulty.visit'>): Promise<CaseReply> => {
  const words = { noteSealed: sealText(input.note), nextVisitAtMs: input.nextVisitAtMs };
  await changeCase(context, input.caseId, (found) => decideVisit(found, words, context.member, stepOf(context, input)));
  return { caseId: input.caseId };
};
