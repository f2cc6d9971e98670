import type { ApiContract, FavourReportView, FreezeView, MyFreezeView } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import type { Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { pathOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { partiesOf, worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { findReport, noteLook } from './favour-night.use-case';
import { freezeView, myFreezeView, namedIn, reportView } from './favour-view';
import type { Circle } from './find-circles';
import { FREEZE_KIND } from './freeze-kind';
import { freezesOf, hasJudge, insertFreeze, namesOf, openFreezes } from './freeze.repository';
import { decideAnswer, decideAppeal, decideLift, decideMayLook, decideVoid } from './judge-freeze';
import { freezeIdOf, newFreeze, type FreezeEvent, type PointFreeze } from './point-freeze';
import type { FavourReport, Look } from './favour-report';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type FreezeRef = { readonly freezeId: string };

const freezeRepository = aggregateRepository<PointFreeze, FreezeEvent>('pointFreezes');

/** The line comes before what is read: it tells of people what nobody told of themselves. */
export const readReport = async (context: MemberContext, { communityId }: Parsed<'favour.report'>): Promise<FavourReportView> => {
  if (!worksAt(context.member, communityId)) fail('OUT_OF_AREA');
  await writeAudit({ auditId: deriveId('a', context.requestId, communityId), kind: 'readFavours', byId: context.callerId, subjectId: communityId, areaIds: pathOf(communityId), note: '', atMs: context.nowMs });
  const [report, freezes] = await Promise.all([findReport(communityId), openFreezes(communityId)]);
  return reportView(report, freezes, await namesOf(namedIn(report, freezes)), context.member);
};

/** What people read must pass WeChat's check. */
const checkWords = async (context: MemberContext, words: string, field: string): Promise<void> => {
  if ((await checkText(context.openid, [words])) === 'review') fail('TEXT_RISKY', { fields: { [field]: '请换个说法' } });
};

interface Found {
  readonly report: FavourReport;
  readonly circle: Circle;
}

const findCircle = async (communityId: string, circleId: string): Promise<Found> => {
  const report = await findReport(communityId);
  const circle = report?.circles.find((each) => each.circleId === circleId);
  return report === null || circle === undefined ? fail('CASE_STATE_CHANGED', { message: '夜里重新算过，这几位不在名单上了。' }) : { report, circle };
};

const replayed = (standing: PointFreeze, { operationId, inputHash }: Step): FreezeRef => (standing.steps[operationId] === inputHash ? { freezeId: standing._id } : fail('OPERATION_REUSED'));

/**
 * Holds what the people of a circle get by each other. The freeze and the hold of each person are one transaction.
 * @throws RefusedError OUT_OF_AREA, NOT_ALLOWED (in it oneself), CASE_STATE_CHANGED (not in the report any more, or held already), TEXT_RISKY, OPERATION_REUSED.
 */
export const freezePoints = async (context: MemberContext, input: Parsed<'favour.freeze'>): Promise<FreezeRef> => {
  const step = stepOf(context, input);
  const earlier = await freezeRepository.find(freezeIdOf(step.actorId, step.operationId));
  if (earlier !== null) return replayed(earlier, step);
  const { report, circle } = await findCircle(input.communityId, input.circleId);
  unwrap(decideMayLook({ communityId: input.communityId, circle }, context.member));
  await checkWords(context, input.reason, 'reason');
  const freeze = newFreeze(report, circle, input, step);
  const written = await insertFreeze(freeze);
  if (written === 'heldElsewhere') return fail('CASE_STATE_CHANGED', { message: '这里面有人的积分已经先放着了，刷新看看。' });
  if (written === 'exists') return replayed(await freezeRepository.get(freeze._id), step);
  await settleAfterCommand(FREEZE_KIND, freeze._id, context.nowMs, context.requestId);
  return { freezeId: freeze._id };
};

/**
 * Staff asked, and all was well: kept with who, when and why, so that colleagues do not ask again; quiet until the pattern grows.
 * @throws RefusedError OUT_OF_AREA, NOT_ALLOWED (in it oneself), CASE_STATE_CHANGED (not in the report any more), TEXT_RISKY, OPERATION_REUSED, BUSY.
 */
export const noteFine = async (context: MemberContext, input: Parsed<'favour.fine'>): Promise<{ readonly circleId: string }> => {
  const step = stepOf(context, input);
  const { report, circle } = await findCircle(input.communityId, input.circleId);
  unwrap(decideMayLook({ communityId: input.communityId, circle }, context.member));
  const before = report.looks?.[circle.circleId] ?? null;
  if (before?.operationId === step.operationId) return before.inputHash === step.inputHash ? { circleId: circle.circleId } : fail('OPERATION_REUSED');
  await checkWords(context, input.note, 'note');
  const look: Look = { byId: step.actorId, byName: context.member.displayName, aboutIds: circle.memberIds, note: input.note, atMs: step.nowMs, times: circle.times, operationId: step.operationId, inputHash: step.inputHash };
  if (!(await noteLook(input.communityId, circle.circleId, look, before))) fail('BUSY');
  return { circleId: circle.circleId };
};

export const readFreeze = async (context: MemberContext, { freezeId }: Parsed<'favour.readFreeze'>): Promise<FreezeView> => {
  const freeze = await freezeRepository.get(freezeId);
  unwrap(decideMayLook(freeze, context.member));
  await writeAudit({ auditId: deriveId('a', context.requestId, freezeId), kind: 'readFavours', byId: context.callerId, subjectId: freezeId, areaIds: freeze.areaIds, note: '', atMs: context.nowMs });
  return freezeView(freeze, await namesOf([...freeze.memberIds, freeze.frozenById]), context.member);
};

export const liftFreeze = async (context: MemberContext, input: Parsed<'favour.lift'>): Promise<FreezeRef> => {
  await checkWords(context, input.note, 'note');
  await changeAggregate(FREEZE_KIND, context, input.freezeId, (freeze) => decideLift(freeze, input.note, context.member, stepOf(context, input)));
  return { freezeId: input.freezeId };
};

export const answerAppeal = async (context: MemberContext, input: Parsed<'favour.answer'>): Promise<FreezeRef> => {
  await checkWords(context, input.note, 'note');
  await changeAggregate(FREEZE_KIND, context, input.freezeId, (freeze) => decideAnswer(freeze, input.memberId, input.isGranted, input.note, context.member, stepOf(context, input)));
  return { freezeId: input.freezeId };
};

export const voidFreeze = async (context: MemberContext, input: Parsed<'favour.void'>): Promise<FreezeRef> => {
  await checkWords(context, input.reason, 'reason');
  await changeAggregate(FREEZE_KIND, context, input.freezeId, (freeze) => decideVoid(freeze, input.reason, context.member, stepOf(context, input)));
  return { freezeId: input.freezeId };
};

/** A person is in one at a time; a few earlier ones tell how they ended. */
const MINE_SHOWN = 3;

export const myFreezes = async ({ member, nowMs }: MemberContext): Promise<readonly MyFreezeView[]> =>
  (await freezesOf(partiesOf(member), MINE_SHOWN)).map((freeze) => myFreezeView(freeze, member, nowMs));

/** Where nobody of the community may answer, the street is asked at once. */
export const appealFreeze = async (context: MemberContext, input: Parsed<'favour.appeal'>): Promise<FreezeRef> => {
  // Only staff read it; what WeChat is not sure about, they are.
  await checkText(context.openid, [input.words]);
  const level = (await hasJudge(await freezeRepository.get(input.freezeId))) ? 'community' : 'street';
  await changeAggregate(FREEZE_KIND, context, input.freezeId, (freeze) => decideAppeal(freeze, { words: input.words, personId: input.personId, level }, context.member, stepOf(context, input)));
  return { freezeId: input.freezeId };
};
