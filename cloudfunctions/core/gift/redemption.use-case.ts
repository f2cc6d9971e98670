import { LIMITS, type ApiContract, type Page, type RedemptionView } from '@contract';
import * as v from 'valibot';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { codeHashOf, codeOf } from '../handover/code';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, RefusedError } from '../kernel/result';
import { communityRedeemed, memberPoints } from '../ledger/account';
import { moveWithin } from '../ledger/ledger.repository';
import { handsOf, type Member } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { whereAfter } from '../platform/keyset';
import { asDelivery } from '../platform/meter';
import { DuplicateError, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { decideCancel, decideHandOver, wasWrongCode } from './end-redemption';
import { limitKeyOf, type Gift } from './gift';
import { findGift, keepOne, releaseGift } from './gift.repository';
import { handsOverFor, newRedemption, nextNumber, redemptionIdOf, redemptionView, type Redemption } from './redemption';
import { REDEMPTION_KIND } from './redemption-kind';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** The hold outlives the redemption, whose clock ends it; this one only ends what nobody looks after. */
const HOLD_SLACK_MS = 86_400_000;

const secret = (): string => environmentValue('LINYUAN_ID_SECRET');
/** The same digits for as long as it waits, so that whoever reserved it finds them again. */
const codeFor = (redemptionId: string): string => codeOf(secret(), redemptionId, 'fetch');

const viewFor = (redemption: Redemption, reader: Member): RedemptionView => redemptionView(redemption, reader, codeFor(redemption._id));

/** Points held and redemption written together; what was kept for it is let go when neither is. */
const reserve = async (context: MemberContext, gift: Gift, redemption: Redemption): Promise<'reserved' | 'known'> => {
  try {
    await store.transact(async (transaction) => {
      await transaction.insert('redemptions', redemption);
      await moveWithin(transaction, {
        transferId: redemption.transferId, asset: 'points', debitAccount: memberPoints(context.member._id), creditAccount: communityRedeemed(gift.communityId), amount: gift.points,
        cause: { kind: 'gift', aggregateId: redemption._id, text: `换“${gift.title}”` }, communityId: gift.communityId, nowMs: context.nowMs,
        waits: { untilMs: redemption.fetchByMs + HOLD_SLACK_MS, then: 'expired' },
      });
    });
    return 'reserved';
  } catch (error) {
    if (error instanceof DuplicateError && error.id === redemption._id) return 'known';
    if (error instanceof RefusedError) await asDelivery(() => releaseGift(gift._id, redemption._id, false));
    throw error;
  }
};

/**
 * Reserves a gift and holds its points. First one thing is kept by a guarded update, then points and redemption are
 * written in one transaction; killed in between, the gift's clock lets the thing go.
 * @throws RefusedError NOT_FOUND, GIFT_GONE, GIFT_LIMIT, POINTS_NOT_ENOUGH, OPERATION_REUSED, BUSY.
 */
export const redeemGift = async (context: MemberContext, input: Parsed<'gift.redeem'>): Promise<RedemptionView> => {
  const { member, nowMs } = context;
  const gift = await findGift(input.giftId);
  if (gift === null || gift.communityId !== member.communityId) return fail('NOT_FOUND');
  const step = stepOf(context, input);
  const limitKey = limitKeyOf(gift, member.householdId, nowMs);
  const earlier = await store.query<Redemption>('redemptions', { where: { limitKey }, order: [['reservedAtMs', 'desc']], limit: RULES.gift.earlierMax });
  const same = earlier.find(({ steps }) => Object.hasOwn(steps, step.operationId));
  if (same !== undefined) return same.steps[step.operationId] === step.inputHash ? viewFor(same, member) : fail('OPERATION_REUSED');
  const number = nextNumber(earlier);
  if (number === null || number >= RULES.gift.earlierMax) return fail('GIFT_LIMIT');
  const redemptionId = redemptionIdOf(limitKey, number);
  // The same household in the same moment keeps nothing twice: the id is theirs together.
  if (!(await keepOne(gift, redemptionId, nowMs))) return whyNotKept(gift, redemptionId);
  const redemption = newRedemption(gift, member, { redemptionId, limitKey, codeHash: codeHashOf(secret(), redemptionId, codeFor(redemptionId)) }, step);
  if ((await reserve(context, gift, redemption)) === 'known') return fail('GIFT_LIMIT');
  await settleAfterCommand(REDEMPTION_KIND, redemptionId, nowMs, context.requestId);
  return viewFor(redemption, member);
};

const whyNotKept = async (read: Gift, redemptionId: string): Promise<never> => {
  const gift = await findGift(read._id);
  if (gift === null || gift.state !== 'open') return fail('GIFT_GONE', { message: '这份礼物先不换了，看看别的吧。' });
  if (Object.hasOwn(gift.kept, redemptionId)) return fail('BUSY');
  return gift.stock === 0 ? fail('GIFT_GONE') : fail('BUSY');
};

const MINE_ORDER = [['reservedAtMs', 'desc'], ['_id', 'desc']] as const;
const WAITING_ORDER = [['fetchByMs', 'asc'], ['_id', 'asc']] as const;
const placeSchema = v.tuple([v.number(), v.string()]);

export const myRedemptions = async (context: MemberContext, { cursor }: Parsed<'gift.redemptions'>): Promise<Page<RedemptionView>> => {
  const where = whereAfter({ takerId: context.member._id }, MINE_ORDER, decodeCursor(cursor, placeSchema));
  const found = await store.query<Redemption>('redemptions', { where, order: MINE_ORDER, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map((redemption) => viewFor(redemption, context.member)), nextCursor: found.length > page.length && end ? encodeCursor([end.reservedAtMs, end._id]) : null };
};

/** What waits to be fetched, the most urgent first: of the reader's shop, or of the station they keep. */
export const waitingRedemptions = async (context: MemberContext, { cursor }: Parsed<'gift.waiting'>): Promise<Page<RedemptionView>> => {
  const { member } = context;
  const offererIds = [...new Set([...handsOf(member), member.communityId, ...member.roles.map(({ areaId }) => areaId)])].filter((id) => handsOverFor(member, id));
  if (offererIds.length === 0) return { items: [], nextCursor: null };
  const where = whereAfter({ offererId: oneOf(offererIds), state: 'reserved' }, WAITING_ORDER, decodeCursor(cursor, placeSchema));
  const found = await store.query<Redemption>('redemptions', { where, order: WAITING_ORDER, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map((redemption) => redemptionView(redemption, member, null)), nextCursor: found.length > page.length && end ? encodeCursor([end.fetchByMs, end._id]) : null };
};

export const cancelRedemption = async (context: MemberContext, input: Parsed<'gift.cancel'>): Promise<RedemptionView> => {
  if (input.note !== '' && (await checkText(context.openid, [input.note])) === 'review') fail('TEXT_RISKY', { fields: { note: '请换个说法' } });
  return viewFor(await changeAggregate(REDEMPTION_KIND, context, input.redemptionId, (redemption) => decideCancel(redemption, input.note, context.member, stepOf(context, input))), context.member);
};

/** @throws RefusedError as `decideHandOver`, and CODE_WRONG with the tries that are left. */
export const handOverGift = async (context: MemberContext, input: Parsed<'gift.handOver'>): Promise<RedemptionView> => {
  const hash = codeHashOf(secret(), input.redemptionId, input.code);
  const redemption = await changeAggregate(REDEMPTION_KIND, context, input.redemptionId, (found) => decideHandOver(found, hash, context.member, stepOf(context, input)));
  if (wasWrongCode(redemption, context.operationId)) return fail('CODE_WRONG', { message: `取货码不对，还能试 ${redemption.triesLeft} 次。`, fields: { code: '请再核对一遍' } });
  return viewFor(redemption, context.member);
};

