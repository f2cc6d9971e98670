import type { ApiContract, DirectedRef } from '@contract';
import { settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { decideGiver, type Giver, type GivingShop } from '../claim/giver';
import { levelOf, pathOf } from '../kernel/area-tree';
import { fail, unwrap } from '../kernel/result';
import { groundFor } from '../lane/lane.repository';
import type { Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { oneOf, store } from '../platform/store';
import { checkWords } from '../shift/words-check.use-case';
import { allowedUses } from '../spending/use-table.repository';
import { givingShopsOf } from '../shop/shop.repository';
import type { Unit } from '../unit/unit';
import { unitRepository } from '../unit/unit.repository';
import type { DirectedGift, DirectedGiver } from './directed-gift';
import { DIRECTED_KIND } from './directed-kind';
import { actOn, readableGift, refOf } from './directed.use-case';
import { directedRepository } from './directed.repository';
import { decideUpdate, directedGiverOf, newGift, textsOf, keysOfUses, wordsRefusal, type UseLabels } from './offer-gift';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Words = Parsed<'directed.offer'>['words'];
type Place = Pick<DirectedGift, 'communityId' | 'communityName' | 'areaIds'>;

/** One request for another community than one's own. Refuses NOT_FOUND. */
const placeOf = async (communityId: string, member: Member): Promise<Place> => {
  const areaIds = pathOf(communityId);
  if (communityId === member.communityId) return { communityId, communityName: member.communityName, areaIds };
  if (levelOf(communityId) !== 'community') return fail('NOT_FOUND');
  return { communityId, communityName: ((await findArea(communityId)) ?? fail('NOT_FOUND')).name, areaIds };
};

/** With everybody in the unit or the shop, who none of them stand for the community on it. */
const giverWith = (giver: Giver, unit: Pick<Unit, 'memberIds'> | null, shops: readonly GivingShop[]): DirectedGiver =>
  directedGiverOf(giver, unit?.memberIds ?? shops.find(({ _id }) => _id === giver.partyId)?.memberIds ?? []);

/**
 * As whom it is given: oneself in one's own community, a shop where it is admitted, a unit in its own. One request for a
 * unit or a shop. Refuses OUT_OF_AREA, SHOP_NOT_OPEN, UNIT_NOT_YOURS.
 */
const giverOf = async ({ member }: MemberContext, as: Parsed<'directed.offer'>['as'], communityId: string): Promise<DirectedGiver> => {
  if (as.kind === 'self' && communityId !== member.communityId) return fail('OUT_OF_AREA', { message: '用自己的名义，只能给自己的社区。' });
  const unit = as.kind === 'unit' ? await unitRepository.find(as.unitId) : null;
  const shops = as.kind === 'merchant' ? await givingShopsOf(member) : [];
  const isActive = unit !== null && unit.state === 'active';
  if (isActive && unit.communityId !== communityId) return fail('OUT_OF_AREA', { message: '这个单位不在这个社区。' });
  return giverWith(unwrap(decideGiver(as, member, communityId, { unit: isActive ? unit : null, shops })), isActive ? unit : null, shops);
};

/** Wishes of a bundle stand on the wall of the community. One request where there are any. */
const assertNeeds = async ({ for: whom }: Words, communityId: string): Promise<void> => {
  if (whom.kind !== 'needs') return;
  const wishIds = [...new Set(whom.wishIds)];
  const found = await store.query<{ readonly communityId: string; readonly state: string }>('wishes', { where: { _id: oneOf(wishIds) }, limit: wishIds.length, fields: ['communityId', 'state'] });
  if (wishIds.length < whom.wishIds.length || found.length < wishIds.length || found.some((wish) => wish.communityId !== communityId || wish.state !== 'open')) fail('NOT_FOUND', { message: '有心愿没找到，可能办好了或者撤回了，重新挑一遍。' });
};

/** Words that may stand, with the names of their uses. Refuses PUBLIC_TEXT_PRIVATE, NOT_FOUND (a wish), USE_FORBIDDEN, USE_UNKNOWN, TEXT_RISKY. */
const checkedUses = async (context: MemberContext, words: Words, communityId: string): Promise<UseLabels> => {
  const refusal = wordsRefusal(words);
  if (refusal !== null) fail(refusal.code, refusal);
  await assertNeeds(words, communityId);
  const useKeys = keysOfUses(words);
  const uses: UseLabels = useKeys.length === 0 ? new Map() : await allowedUses(communityId, useKeys);
  await checkWords(context, textsOf(words), 'purpose');
  return uses;
};

/** Refuses LANE_CLOSED, OUT_OF_AREA, UNIT_NOT_YOURS, NOT_FOUND, PUBLIC_TEXT_PRIVATE, USE_*, TEXT_RISKY, OPERATION_REUSED. */
export const offerDirected = async (context: MemberContext, input: Parsed<'directed.offer'>): Promise<DirectedRef> => {
  const communityId = input.communityId ?? context.member.communityId;
  const giver = await giverOf(context, input.as, communityId);
  if ((await groundFor(communityId, 'directed')) === null) fail('LANE_CLOSED');
  const uses = await checkedUses(context, input.words, communityId);
  const fresh = newGift(input.words, uses, giver, await placeOf(communityId, context.member), stepOf(context, input));
  if ((await directedRepository.insert(fresh)) === 'exists') {
    const standing = await directedRepository.get(fresh._id);
    return standing.inputHash === fresh.inputHash ? refOf(standing) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(DIRECTED_KIND, fresh._id, context.nowMs, context.requestId);
  return refOf(fresh);
};

export const updateDirected = async (context: MemberContext, input: Parsed<'directed.update'>): Promise<DirectedRef> => {
  const standing = await readableGift(context, input.directedId);
  const uses = await checkedUses(context, input.words, standing.communityId);
  return actOn(context, input, (gift, actor, step) => decideUpdate(gift, input.words, uses, actor, step), standing);
};
