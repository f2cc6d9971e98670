import type { ApiContract, ShopRef, ShopView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { knownStep, type Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { givesNow } from '../directed/directed.repository';
import { deriveId } from '../kernel/ids';
import { fail, unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { openText, sealText } from '../platform/field-sealer';
import type { MemberContext } from '../platform/context';
import { assertOwnFile } from '../platform/storage';
import { checkFewWords, checkWords } from '../shift/words-check.use-case';
import { decideRenew, decideResubmit, decideReview, decideWithdrawShop } from './review-shop';
import { decideEditShop, decideFreezeShop, decideLeaveShop, decidePauseShop, decideResumeShop, decideUnfreezeShop } from './run-shop';
import { decidesOn, licenceOf, newShop, type Shop, type ShopOutcome, type ShopWords, type ShopWordsInput } from './shop';
import { shopIdOf } from './shop-id';
import { SHOP_KIND } from './shop-kind';
import { shopRefOf, shopView } from './shop-view';
import { shopRepository, shopsOwnedBy, takeLicence } from './shop.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Two people of a shop, or staff and the clock, act at once: whoever lost decides anew. */
const TRIES = 3;

/** One act on a shop; whoever has nothing to do with it finds nothing. */
export const actOnShop = (context: MemberContext, shopId: string, input: unknown, decide: (shop: Shop, actor: Member, step: Step) => Result<ShopOutcome>): Promise<Shop> =>
  changeAggregate(SHOP_KIND, context, shopId, (shop) => decide(shop, context.member, stepOf(context, input)), TRIES);

const actForRef = async (...args: Parameters<typeof actOnShop>): Promise<ShopRef> => shopRefOf(await actOnShop(...args));

/** What may stand of an application. Refuses BAD_INPUT (a licence that is over), FILE_NOT_YOURS, TEXT_RISKY. */
const wordsOf = async (context: MemberContext, input: ShopWordsInput, knownFileId: string | null): Promise<ShopWords> => {
  const { name, kind, address, words, contact } = input;
  const licence = licenceOf(input.licence);
  if (licence.validUntilMs !== null && licence.validUntilMs <= context.nowMs) fail('BAD_INPUT', { message: '这张执照已经过期了，换了新的再来。', fields: { validUntilDay: '已经过期' } });
  if (licence.photoFileId !== knownFileId) assertOwnFile(licence.photoFileId, context.callerId);
  await checkWords(context, [name, address, words, contact.name], 'words');
  return { name, kind, address, words, sealedContact: sealText(JSON.stringify(contact)), licence };
};

/** Refuses SHOP_FULL. One request. */
const assertRoom = async (member: Member, communityId: string): Promise<void> => {
  const own = await shopsOwnedBy(member._id);
  if (own.length >= RULES.shop.perOwner) fail('SHOP_FULL');
  if (own.some((shop) => shop.communityId === communityId)) fail('SHOP_FULL', { message: '您在这个社区已经有一家店了；分店请店员用邀请码一起打理。' });
};

/**
 * A resident applies for their shop; the licence is noted before the shop is written, so that two at once never both have it.
 * Refuses SHOP_FULL, SHOP_LICENCE_USED, BAD_INPUT, FILE_NOT_YOURS, TEXT_RISKY, OPERATION_REUSED.
 */
export const applyForShop = async (context: MemberContext, input: Parsed<'shop.apply'>): Promise<ShopView> => {
  const { member, nowMs } = context;
  const step = stepOf(context, input);
  const shopId = shopIdOf(step.operationId);
  const done = await shopRepository.find(shopId);
  if (done !== null) return replayOf(done, step, member);
  await assertRoom(member, member.communityId);
  const words = await wordsOf(context, input, null);
  if (!(await takeLicence(words.licence.creditCode, shopId, nowMs))) fail('SHOP_LICENCE_USED', { fields: { creditCode: '已经登记过' } });
  const fresh = newShop(words, member, step);
  if ((await shopRepository.insert(fresh)) === 'exists') return replayOf(await shopRepository.get(shopId), step, member);
  await settleAfterCommand(SHOP_KIND, shopId, nowMs, context.requestId);
  return shopView(fresh, member);
};

const replayOf = (shop: Shop, step: Step, member: Member): ShopView => {
  const known = knownStep(shop.steps, step);
  if (known !== null) unwrap(known);
  return shopView(shop, member);
};

/** Another licence is noted first, too; what it took the place of is free once the change is told. */
export const resubmitShop = async (context: MemberContext, input: Parsed<'shop.resubmit'>): Promise<ShopRef> => {
  const standing = await shopRepository.get(input.shopId);
  if (standing.ownerIds.every((id) => id !== context.callerId)) fail('NOT_FOUND');
  const step = stepOf(context, input);
  if (knownStep(standing.steps, step) === null && standing.state !== 'asked') fail('SHOP_CHANGED');
  const words = await wordsOf(context, input.words, standing.licence.photoFileId);
  if (words.licence.creditCode !== standing.licence.creditCode && !(await takeLicence(words.licence.creditCode, standing._id, context.nowMs))) fail('SHOP_LICENCE_USED', { fields: { creditCode: '已经登记过' } });
  return actForRef(context, input.shopId, input, (shop, actor) => decideResubmit(shop, words, actor, step));
};

export const withdrawShop = (context: MemberContext, input: Parsed<'shop.withdraw'>): Promise<ShopRef> => actForRef(context, input.shopId, input, decideWithdrawShop);

export const renewShop = (context: MemberContext, input: Parsed<'shop.renew'>): Promise<ShopRef> => {
  assertOwnFile(input.photoFileId, context.callerId);
  return actForRef(context, input.shopId, input, (shop, actor, step) => decideRenew(shop, input, actor, step));
};

export const editShop = async (context: MemberContext, input: Parsed<'shop.edit'>): Promise<ShopRef> => {
  const { address, words, contact } = input;
  await checkWords(context, [address, words, ...(contact === null ? [] : [contact.name])], 'words');
  const sealed = contact === null ? {} : { sealedContact: sealText(JSON.stringify(contact)) };
  return actForRef(context, input.shopId, input, (shop, actor, step) => decideEditShop(shop, { address, words, ...sealed }, actor, step));
};

export const decideOnShop = async (context: MemberContext, input: Parsed<'shop.decide'>): Promise<ShopRef> => {
  const { decision } = input;
  await checkFewWords(context, [decision.kind === 'approve' ? '' : decision.note], 'note');
  return actForRef(context, input.shopId, input, (shop, actor, step) => decideReview(shop, decision, actor, step));
};

export const freezeShop = async (context: MemberContext, input: Parsed<'shop.freeze'>): Promise<ShopRef> => {
  await checkFewWords(context, [input.reason], 'reason');
  return actForRef(context, input.shopId, input, (shop, actor, step) => decideFreezeShop(shop, input.reason, input.handsBack, actor, step));
};

export const unfreezeShop = async (context: MemberContext, input: Parsed<'shop.unfreeze'>): Promise<ShopRef> => {
  await checkFewWords(context, [input.note], 'note');
  return actForRef(context, input.shopId, input, (shop, actor, step) => decideUnfreezeShop(shop, input.note, actor, step));
};

export const pauseShop = (context: MemberContext, input: Parsed<'shop.pause'>): Promise<ShopRef> => actForRef(context, input.shopId, input, (shop, actor, step) => decidePauseShop(shop, input.handsBack, actor, step));
export const resumeShop = (context: MemberContext, input: Parsed<'shop.resume'>): Promise<ShopRef> => actForRef(context, input.shopId, input, decideResumeShop);

export const leaveShop = async (context: MemberContext, input: Parsed<'shop.leave'>): Promise<ShopRef> => {
  await checkFewWords(context, [input.note], 'note');
  const isGiving = await givesNow(input.shopId);
  return actForRef(context, input.shopId, input, (shop, actor, step) => decideLeaveShop(shop, input.note, isGiving, actor, step));
};

/** Whom staff call; each reading leaves a line. Refuses NOT_FOUND. */
export const readShopContact = async (context: MemberContext, { shopId }: Parsed<'shop.readContact'>): Promise<ApiContract['shop.readContact']['output']> => {
  const shop = await shopRepository.get(shopId);
  if (!decidesOn(shop, context.member) || shop.sealedContact === '') return fail('NOT_FOUND');
  await writeAudit({ auditId: deriveId('audit', 'readShopContact', context.operationId), kind: 'readShopContact', byId: context.callerId, subjectId: shopId, areaIds: shop.areaIds, note: '', atMs: context.nowMs });
  return JSON.parse(openText(shop.sealedContact)) as ApiContract['shop.readContact']['output'];
};
