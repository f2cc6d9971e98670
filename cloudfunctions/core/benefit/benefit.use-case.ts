import type { ApiContract, BenefitView } from '@contract';
import { deriveId, hashInput } from '../kernel/ids';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { benefitView, editedBenefit, newBenefit, type Benefit, type Edit } from './benefit';
import { benefitsAt, findBenefit, insertBenefit, replaceBenefit } from './benefit.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const editOf = (context: MemberContext, input: unknown): Edit => ({ editor: context.member, operationId: context.operationId, inputHash: hashInput(input), nowMs: context.nowMs });

/** The very same edit again is the same edit; the operation with other words is refused. */
const isRepeat = (benefit: Benefit, edit: Edit): boolean => {
  if (benefit.operationId !== edit.operationId) return false;
  return benefit.inputHash === edit.inputHash || fail('OPERATION_REUSED');
};

/** What may be applied for at a place; retired lines only for staff who work there. Refuses OUT_OF_AREA. */
export const listBenefits = async (context: MemberContext, input: Parsed<'benefit.list'>): Promise<readonly BenefitView[]> => {
  const areaId = input.areaId ?? context.member.areaId;
  const isStaff = worksAt(context.member, areaId);
  if (input.areaId !== null && !isStaff && !context.member.areaIds.includes(areaId)) fail('OUT_OF_AREA');
  const benefits = await benefitsAt(areaId, input.withRetired && isStaff);
  return benefits.map((benefit) => benefitView(benefit, context.member));
};

const edit = async (context: MemberContext, benefitId: string, input: unknown, changed: (benefit: Benefit, edit: Edit) => Benefit): Promise<BenefitView> => {
  const standing = (await findBenefit(benefitId)) ?? fail('NOT_FOUND');
  if (!worksAt(context.member, standing.areaId)) return fail('OUT_OF_AREA');
  const made = editOf(context, input);
  if (isRepeat(standing, made)) return benefitView(standing, context.member);
  const benefit = changed(standing, made);
  return (await replaceBenefit(benefit)) ? benefitView(benefit, context.member) : fail('BUSY');
};

/** Adds a benefit to the area's list or rewrites one. Refuses OUT_OF_AREA, NOT_FOUND, TEXT_RISKY, OPERATION_REUSED, BUSY. */
export const saveBenefit = async (context: MemberContext, input: Parsed<'benefit.save'>): Promise<BenefitView> => {
  if (!worksAt(context.member, input.areaId)) return fail('OUT_OF_AREA');
  const { benefitId, areaId, ...text } = input;
  await checkName(context.openid, [text.name, text.gives, text.whoMayGet, text.whereToApply]);
  if (benefitId !== null) return edit(context, benefitId, input, (standing, made) => editedBenefit(standing, text, made));
  const made = editOf(context, input);
  const benefit = newBenefit(deriveId('b', context.operationId), areaId, text, made);
  if ((await insertBenefit(benefit)) === 'inserted') return benefitView(benefit, context.member);
  const standing = (await findBenefit(benefit._id)) ?? fail('BUSY');
  return isRepeat(standing, made) ? benefitView(standing, context.member) : fail('BUSY');
};

/** Takes a benefit off the list, or puts it back. Wishes it was found in keep their finding. */
export const retireBenefit = (context: MemberContext, input: Parsed<'benefit.retire'>): Promise<BenefitView> =>
  edit(context, input.benefitId, input, (standing, made) => editedBenefit(standing, { isActive: input.isActive }, made));
