import type { ApiContract, ClaimView, Page } from '@contract';
import { LIMITS } from '@contract';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { handsOf, type Member } from '../member/member';
import { whereAfter } from '../platform/keyset';
import { oneOf } from '../platform/store';
import { assertOwnFile } from '../platform/storage';
import { changeWish } from '../wish/change-wish.use-case';
import { claimIdOf, decideClaim } from './claim-wish';
import { decideConfirmation } from './confirm-claim';
import { decideDelivery } from './deliver-claim';
import { decideExtension } from './extend-claim';
import { decideGiveBack } from './give-back-claim';
import { decideGiver } from './giver';
import { givingPartiesOf } from './giving-parties.use-case';
import { claimView, claimViewIn } from './claim-view';
import { listClaimRecords } from './claim-record.repository';
import { stepOf } from '../aggregate/step.use-case';
import { decidePlan } from './plan-claim';
import { isRecipient } from '../wish/recipient';
import { assertVisible } from '../wish/wish-scope';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** A note on a claim has no queue of its own: what WeChat is not sure about is asked for again, in other words. */
const checkNote = async (context: MemberContext, note: string): Promise<void> => {
  if ((await checkText(context.openid, [note])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法，不写也行。', fields: { note: '请换个说法' } });
};

/** Shares of one wish, as oneself, for a shop or for the unit one is the contact of. */
export const claimWish = async (context: MemberContext, input: Parsed<'wish.claim'>): Promise<ClaimView> => {
  const step = stepOf(context, input);
  const parties = await givingPartiesOf(input.as, context.member);
  const wish = await changeWish(context, input.wishId, (found) => {
    assertVisible(found, context.member);
    const giver = decideGiver(input.as, context.member, found.areaId, parties);
    return giver.ok ? decideClaim(found, input.shares, giver.value, step) : giver;
  });
  return claimViewIn(wish, claimIdOf(context.operationId));
};

export const planClaim = async (context: MemberContext, input: Parsed<'claim.plan'>): Promise<ClaimView> => {
  await checkNote(context, input.note);
  const { deliverAtMs, handover, note } = input;
  const wish = await changeWish(context, input.wishId, (found) => decidePlan(found, input.claimId, { deliverAtMs, handover, note }, context.member, stepOf(context, input)));
  return claimViewIn(wish, input.claimId);
};

export const deliverClaim = async (context: MemberContext, input: Parsed<'claim.deliver'>): Promise<ClaimView> => {
  input.proofFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  await checkNote(context, input.note);
  const wish = await changeWish(context, input.wishId, (found) => decideDelivery(found, input.claimId, { note: input.note, proofFileIds: input.proofFileIds, shares: input.shares }, context.member, stepOf(context, input)));
  return claimViewIn(wish, input.claimId);
};

/** Some days more, with a word for the other side. */
export const extendClaim = async (context: MemberContext, input: Parsed<'claim.extend'>): Promise<ClaimView> => {
  await checkNote(context, input.reason);
  const wish = await changeWish(context, input.wishId, (found) => decideExtension(found, input.claimId, input.reason, context.member, stepOf(context, input)));
  return claimViewIn(wish, input.claimId);
};

export const giveBackClaim = async (context: MemberContext, input: Parsed<'claim.giveBack'>): Promise<ClaimView> => {
  const wish = await changeWish(context, input.wishId, (found) => decideGiveBack(found, input.claimId, context.member, stepOf(context, input), input.shares));
  return claimViewIn(wish, input.claimId);
};

export const confirmClaim = async (context: MemberContext, input: Parsed<'claim.confirm'>): Promise<ApiContract['claim.confirm']['output']> => {
  const wish = await changeWish(context, input.wishId, (found) => decideConfirmation(found, input.claimId, context.member, stepOf(context, input)));
  const isUnrated = wish.claims[input.claimId]?.satisfaction === null;
  return { wishId: input.wishId, claimId: input.claimId, canRate: isUnrated && isRecipient(wish, context.member) };
};

/** What a person's lists look for: their own, that of every party they answer for, that of shops they are a clerk of. */
const ofParties = (member: Member): unknown => oneOf(handsOf(member));

const MINE_ORDER = [['updatedAtMs', 'desc'], ['_id', 'desc']] as const;

export const myClaims = async (context: MemberContext, input: Parsed<'claim.mine'>): Promise<Page<ClaimView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const where = whereAfter({ claimerId: ofParties(context.member), isOpen: input.open }, MINE_ORDER, last);
  const records = await listClaimRecords({ where, order: MINE_ORDER, limit: LIMITS.pageSize + 1 });
  const shown = records.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(claimView), nextCursor: records.length > shown.length && end ? encodeCursor([end.updatedAtMs, end._id]) : null };
};
