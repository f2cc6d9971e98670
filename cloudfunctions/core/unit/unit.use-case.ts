import type { ApiContract, UnitDetailView, UnitView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { claimView } from '../claim/claim-view';
import { listClaimRecords } from '../claim/claim-record.repository';
import type { ClaimRecord } from '../claim/claim-record';
import { givesNow } from '../directed/directed.repository';
import { fail, refuse } from '../kernel/result';
import { memberRepository } from '../member/member.repository';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { RULES } from '../rules';
import { decideClose, decideHandOver, decideJoin, decideLeave, decideRenewCode, isStaffOf } from './change-unit';
import { isUnitId, newUnit, type Unit } from './unit';
import { UNIT_KIND } from './unit-kind';
import { findUnitByCode, unitRepository, unitsOf } from './unit.repository';
import { unitDetailView, unitView } from './unit.view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** More open claims of one unit than this are not looked at. */
const CLAIMS_READ = 100;

const openClaimsOf = (unitId: string): Promise<readonly ClaimRecord[]> =>
  listClaimRecords({ where: { claimerId: unitId, isOpen: true }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: CLAIMS_READ });

/** The same act again answers the same; the same operation with other words is refused. */
const replayOf = (unit: Unit, operationId: string, inputHash: string): Unit => (unit.steps[operationId] === inputHash ? unit : fail('OPERATION_REUSED'));

/** A new unit with the caller as its contact. Refuses UNIT_LIMIT_REACHED, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED. */
export const createUnit = async (context: MemberContext, input: Parsed<'unit.create'>): Promise<UnitView> => {
  const step = stepOf(context, input);
  const fresh = newUnit(input, context.member, step);
  if (context.member.partyIds.filter(isUnitId).length >= RULES.unit.unitsPerContact && !context.member.partyIds.includes(fresh._id)) fail('UNIT_LIMIT_REACHED');
  await checkName(context.openid, [input.name]);
  if ((await unitRepository.insert(fresh)) === 'exists') return unitView(replayOf(await unitRepository.get(fresh._id), step.operationId, step.inputHash), context.member);
  await settleAfterCommand(UNIT_KIND, fresh._id, context.nowMs, context.requestId);
  return unitView(fresh, context.member);
};

const NO_SUCH_CODE = { message: '没找到这个编号，请联系人再读一遍。' } as const;

/** The code must still be the unit's at the moment of writing: a renewed one is dead at once. */
export const joinUnit = async (context: MemberContext, input: Parsed<'unit.join'>): Promise<UnitView> => {
  const found = (await findUnitByCode(input.code)) ?? fail('NOT_FOUND', NO_SUCH_CODE);
  const step = stepOf(context, input);
  return unitView(await changeAggregate(UNIT_KIND, context, found._id, (unit) => (unit.joinCode === input.code ? decideJoin(unit, context.member, step) : refuse('NOT_FOUND', NO_SUCH_CODE))), context.member);
};

export const renewUnitCode = async (context: MemberContext, input: Parsed<'unit.renewCode'>): Promise<UnitView> =>
  unitView(await changeAggregate(UNIT_KIND, context, input.unitId, (unit) => decideRenewCode(unit, context.member, stepOf(context, input))), context.member);

export const myUnits = async (context: MemberContext): Promise<readonly UnitView[]> => (await unitsOf(context.callerId)).map((unit) => unitView(unit, context.member));

/** A unit with its open claims, for its own people and for staff of its area; for anybody else it is not there. */
export const getUnit = async (context: MemberContext, input: Parsed<'unit.get'>): Promise<UnitDetailView> => {
  const unit = await unitRepository.get(input.unitId);
  if (!unit.memberIds.includes(context.callerId) && !isStaffOf(unit, context.member)) fail('NOT_FOUND');
  return unitDetailView(unit, (await openClaimsOf(unit._id)).map(claimView), context.member);
};

export const handOverUnit = async (context: MemberContext, input: Parsed<'unit.handOver'>): Promise<UnitView> => {
  const step = stepOf(context, input);
  // Whoever is not one of its people may still be named by staff; looked up only then.
  const isAnybody = context.member.roles.length > 0;
  const found = isAnybody ? await memberRepository.find(input.memberId) : null;
  return unitView(await changeAggregate(UNIT_KIND, context, input.unitId, (unit) => decideHandOver(unit, input.memberId, found, context.member, step)), context.member);
};

export const leaveUnit = async (context: MemberContext, input: Parsed<'unit.leave'>): Promise<{ readonly unitId: string }> => {
  const step = stepOf(context, input);
  await changeAggregate(UNIT_KIND, context, input.unitId, (unit) => decideLeave(unit, input.memberId ?? context.callerId, context.member, step));
  return { unitId: input.unitId };
};

export const closeUnit = async (context: MemberContext, input: Parsed<'unit.close'>): Promise<{ readonly unitId: string }> => {
  const step = stepOf(context, input);
  const [claims, hasGifts] = await Promise.all([openClaimsOf(input.unitId), givesNow(input.unitId)]);
  await changeAggregate(UNIT_KIND, context, input.unitId, (unit) => decideClose(unit, claims.length > 0 || hasGifts, context.member, step));
  return { unitId: input.unitId };
};
