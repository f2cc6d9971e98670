import type { ApiContract, ContributionView } from '@contract';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { contributionIdOf, type GiftDraft } from '../contribution/contribution';
import { contributionView } from '../contribution/contribution-view';
import { contributionRepository } from '../contribution/contribution.repository';
import { enterCash, openOrder } from '../contribution/open-order.use-case';
import { fail, RefusedError } from '../kernel/result';
import { groundFor } from '../lane/lane.repository';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { asDelivery } from '../platform/meter';
import { assertOwnFile } from '../platform/storage';
import { seekPayment } from './carry-directed.use-case';
import { actsForGiver, isOfGiver } from './directed-access';
import type { DirectedGift } from './directed-gift';
import { DIRECTED_KIND } from './directed-kind';
import { readableGift } from './directed.use-case';
import { decideKeep } from './pay-gift';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Payers at once, and what earlier parts tell meanwhile: whoever lost decides anew. */
const TRIES = 6;

const targetOf = ({ _id }: DirectedGift) => ({ lane: 'directed', directedId: _id }) as const;

const draftOf = (gift: DirectedGift, amountFen: number): GiftDraft => ({ target: targetOf(gift), targetTitle: gift.title, communityId: gift.communityId, areaIds: gift.areaIds, amountFen, isAnonymous: gift.isAnonymous, matchBudgetId: null, matchedFen: 0 });

/** The lane may have been shut since it was agreed. One request. */
const assertLane = async ({ communityId }: DirectedGift): Promise<void> => {
  if ((await groundFor(communityId, 'directed')) === null) fail('LANE_CLOSED');
};

/** A part kept for a contribution that then was refused is free again at once, without waiting for its clock. */
const keeping = async (context: MemberContext, gift: DirectedGift, amountFen: number, way: 'wechat' | 'cash', give: (gift: DirectedGift) => Promise<ContributionView>): Promise<ContributionView> => {
  const contributionId = contributionIdOf(context.operationId);
  const kept = await changeAggregate(DIRECTED_KIND, context, gift._id, (standing) => decideKeep(standing, contributionId, amountFen, way, context.nowMs), TRIES);
  return give(kept).catch(async (error: unknown) => {
    if (error instanceof RefusedError) await asDelivery(() => seekPayment({ directedId: gift._id, contributionId, atMs: context.nowMs }));
    throw error;
  });
};

/** The very act that was carried out before answers the same, also when nothing is taken any more. */
const answeredBefore = async (context: MemberContext, gift: DirectedGift, amountFen: number): Promise<ContributionView | null> => {
  const known = await contributionRepository.find(contributionIdOf(context.operationId));
  const step = stepOf(context, { target: targetOf(gift), amountFen, isAnonymous: gift.isAnonymous });
  return known?.steps[context.operationId] === step.inputHash && known.state !== 'ordered' ? contributionView(known) : null;
};

/**
 * A part, or all that is left, in WeChat, by whoever acts for the giving side.
 * @throws RefusedError NOT_FOUND, NOT_ALLOWED, BAD_INPUT, GIVE_NOT_NOW, LANE_CLOSED, GIVE_TOO_LATE, PAY_NOT_HERE, PAY_REFUSED, PAY_NOT_ANSWERED, OPERATION_REUSED, BUSY.
 */
export const payDirected = async (context: MemberContext, { directedId, amountFen }: Parsed<'directed.pay'>): Promise<ContributionView> => {
  const gift = await readableGift(context, directedId);
  if (!actsForGiver(gift, context.member)) return fail('NOT_ALLOWED');
  const answered = await answeredBefore(context, gift, amountFen);
  if (answered !== null) return answered;
  await assertLane(gift);
  return keeping(context, gift, amountFen, 'wechat', ({ collector, payByMs, giver }) =>
    collector === null || payByMs === null ? fail('GIVE_NOT_NOW') : openOrder(context, { ...draftOf(gift, amountFen), collector, acceptsUntilMs: payByMs, giverName: giver.name }));
};

/**
 * Cash that staff took in from the giver: another one of them confirms it.
 * @throws RefusedError NOT_FOUND, OUT_OF_AREA, DIRECTED_OWN, BAD_INPUT, GIVE_NOT_NOW, LANE_CLOSED, FILE_NOT_YOURS, TEXT_RISKY, OPERATION_REUSED, BUSY.
 */
export const enterCashForDirected = async (context: MemberContext, { directedId, amountFen, receiptNo, photo }: Parsed<'directed.enterCash'>): Promise<ContributionView> => {
  assertOwnFile(photo, context.callerId);
  const gift = await readableGift(context, directedId);
  if (!worksAt(context.member, gift.communityId)) return fail('OUT_OF_AREA');
  if (isOfGiver(gift, context.member)) return fail('DIRECTED_OWN');
  await assertLane(gift);
  return keeping(context, gift, amountFen, 'cash', ({ collector, giver }) =>
    collector === null ? fail('GIVE_NOT_NOW') : enterCash(context, { ...draftOf(gift, amountFen), giverId: giver.memberId, giverName: giver.name, receiptNo, receiptFileId: photo, entityName: collector.entityName }));
};
