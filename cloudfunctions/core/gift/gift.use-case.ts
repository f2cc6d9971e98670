import { LIMITS, type ApiContract, type GiftView, type Page } from '@contract';
import * as v from 'valibot';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { partiesOf, worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { command, oneOf, store } from '../platform/store';
import { assertShopGives } from '../shop/shop-gives.use-case';
import { giftView, newGift, offersFor, shopOf, type Gift, type GiftText, type Offerer } from './gift';
import { findGift, insertGift } from './gift.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const OPEN_ORDER = [['points', 'asc'], ['_id', 'asc']] as const;
const MINE_ORDER = [['createdAtMs', 'desc'], ['_id', 'desc']] as const;
const placeSchema = v.tuple([v.number(), v.string()]);

/** Whom somebody offers for: themselves with their shop, and every community they are staff of. */
const offererIdsOf = (context: MemberContext): readonly string[] => [...partiesOf(context.member), context.member.communityId, ...context.member.roles.map(({ areaId }) => areaId)].filter((id, index, all) => all.indexOf(id) === index && offersFor(context.member, id));

/** The cheapest first; of one's own the newest. */
export const listGifts = async (context: MemberContext, { mine, cursor }: Parsed<'gift.list'>): Promise<Page<GiftView>> => {
  const order = mine ? MINE_ORDER : OPEN_ORDER;
  const scope = mine ? { offererId: oneOf(offererIdsOf(context)) } : { communityId: context.member.communityId, state: 'open' };
  const found = await store.query<Gift>('gifts', { where: whereAfter(scope, order, decodeCursor(cursor, placeSchema)), order, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map((gift) => giftView(gift, context.member)), nextCursor: found.length > page.length && end ? encodeCursor([mine ? end.createdAtMs : end.points, end._id]) : null };
};

const offererOf = async (context: MemberContext, areaId: string | null): Promise<Offerer> => {
  if (areaId === null) {
    const shop = shopOf(context.member) ?? fail('NOT_ALLOWED', { message: '商户或社区才能放礼物。' });
    await assertShopGives(shop.offererId);
    return shop;
  }
  if (!worksAt(context.member, areaId, ['administrator', 'staff'])) return fail('OUT_OF_AREA');
  const area = await findArea(areaId);
  return area?.level === 'community' ? { offererId: area._id, offererText: area.name, communityId: area._id } : fail('BAD_INPUT', { fields: { areaId: '请选一个社区' } });
};

const isRepeat = (gift: Gift, step: { readonly operationId: string; readonly inputHash: string }): boolean => gift.operationId === step.operationId && (gift.inputHash === step.inputHash || fail('OPERATION_REUSED'));

/** Written only over the revision it was read with, so stock that went down meanwhile is not put back. */
const edit = async (context: MemberContext, giftId: string, input: unknown, changes: Partial<GiftText> | Pick<Gift, 'state'>, mayWrite: ((gift: Gift) => Promise<void>) | null = null): Promise<GiftView> => {
  const gift = await findGift(giftId);
  if (gift === null || !offersFor(context.member, gift.offererId)) return fail('NOT_FOUND');
  const { operationId, inputHash } = stepOf(context, input);
  if (isRepeat(gift, { operationId, inputHash })) return giftView(gift, context.member);
  if (gift.state === 'closed') return fail('GIFT_ENDED', { message: '已经下架了，可以另放一份。' });
  await mayWrite?.(gift);
  const written = await store.update('gifts', { _id: giftId, revision: gift.revision }, { ...changes, operationId, inputHash, revision: command.inc(1) });
  return written === 1 ? giftView({ ...gift, ...changes }, context.member) : fail('BUSY');
};

/** Offers a gift or changes one. @throws RefusedError NOT_ALLOWED, OUT_OF_AREA, NOT_FOUND, TEXT_RISKY, GIFT_ENDED, OPERATION_REUSED, BUSY. */
export const saveGift = async (context: MemberContext, input: Parsed<'gift.save'>): Promise<GiftView> => {
  const { giftId, areaId, ...text } = input;
  if ((await checkText(context.openid, [text.title, text.note, text.place])) === 'review') fail('TEXT_RISKY');
  if (giftId !== null) return edit(context, giftId, input, text);
  const step = stepOf(context, input);
  const gift = newGift(text, await offererOf(context, areaId), step);
  if ((await insertGift(gift)) === 'inserted') return giftView(gift, context.member);
  const standing = (await findGift(gift._id)) ?? fail('BUSY');
  return isRepeat(standing, step) ? giftView(standing, context.member) : fail('OPERATION_REUSED');
};

/** Open again only while its shop gives. */
export const setGiftState = (context: MemberContext, input: Parsed<'gift.setState'>): Promise<GiftView> =>
  edit(context, input.giftId, input, { state: input.state }, input.state === 'open' ? ({ offererId }) => assertShopGives(offererId) : null);
