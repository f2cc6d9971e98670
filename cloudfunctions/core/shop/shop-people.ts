import type { ShopRole } from '@contract';
import { REPLAY } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isAdmitted, isOwnerOf, peopleFields, roleIn, type Shop, type ShopEvent, type ShopOutcome } from './shop';

type Outcome = Result<ShopOutcome>;

const without = (people: Shop['people'], memberId: string): Shop['people'] => Object.fromEntries(Object.entries(people).filter(([id]) => id !== memberId));

const isLastOwner = (shop: Shop, memberId: string): boolean => shop.ownerIds.length === 1 && shop.ownerIds[0] === memberId;

/** An owner acts on a shop that is at work. */
const beginAsOwner = (shop: Shop, actor: Member, step: Step): Outcome | null => {
  if (!isOwnerOf(shop, actor)) return refuse('NOT_FOUND');
  const known = knownStep(shop.steps, step);
  if (known !== null) return known;
  return isAdmitted(shop) && shop.state !== 'leaving' ? null : refuse('SHOP_CHANGED');
};

/** Another code makes the last one void. Refuses NOT_FOUND, SHOP_CHANGED, SHOP_PEOPLE_FULL, OPERATION_REUSED. */
export const decideInviteToShop = (shop: Shop, invite: { readonly inviteId: string; readonly role: ShopRole }, actor: Member, step: Step): Outcome => {
  const begun = beginAsOwner(shop, actor, step);
  if (begun !== null) return begun;
  if (shop.memberIds.length >= RULES.shop.people) return refuse('SHOP_PEOPLE_FULL');
  return accept(versionChanged<ShopEvent>(shop, step, { inviteId: invite.inviteId, inviteRole: invite.role, inviteUntilMs: step.nowMs + RULES.shop.inviteMs }, { kind: 'invited', ...bySomebody(step) }));
};

/** Joins by a code that is good once; who has both roles has the owner's. Refuses SHOP_INVITE_OVER, OUT_OF_AREA, SHOP_PEOPLE_FULL, OPERATION_REUSED. */
export const decideJoinShop = (shop: Shop, inviteId: string, member: Member, step: Step): Outcome => {
  const known = knownStep(shop.steps, step);
  if (known !== null) return known;
  if (!isAdmitted(shop) || shop.state === 'leaving' || shop.inviteId !== inviteId || step.nowMs >= shop.inviteUntilMs) return refuse('SHOP_INVITE_OVER');
  if (member.communityId !== shop.communityId) return refuse('OUT_OF_AREA', { message: `这家店在${shop.communityName}，您加入的是另一个社区。` });
  const standing = roleIn(shop, member._id);
  if (standing === 'owner' || standing === shop.inviteRole) return accept(REPLAY);
  if (standing === null && shop.memberIds.length >= RULES.shop.people) return refuse('SHOP_PEOPLE_FULL');
  const people = { ...shop.people, [member._id]: { role: shop.inviteRole, name: member.displayName, sinceMs: step.nowMs } };
  return accept(versionChanged<ShopEvent>(shop, step, { ...peopleFields(people), inviteId: null, inviteUntilMs: 0 }, { kind: 'joined', memberId: member._id, ...bySomebody(step) }));
};

/** So the shop is handed over: first another owner, then oneself a clerk. Refuses NOT_FOUND, PERSON_NOT_FOUND, SHOP_CHANGED, SHOP_LAST_OWNER, OPERATION_REUSED. */
export const decideSetShopRole = (shop: Shop, memberId: string, role: ShopRole, actor: Member, step: Step): Outcome => {
  const begun = beginAsOwner(shop, actor, step);
  if (begun !== null) return begun;
  const person = shop.people[memberId];
  if (roleIn(shop, memberId) === null || person === undefined) return refuse('PERSON_NOT_FOUND', { message: '店里没有这个人，先发个邀请码。' });
  if (person.role === role) return accept(REPLAY);
  if (role === 'clerk' && isLastOwner(shop, memberId)) return refuse('SHOP_LAST_OWNER');
  return accept(versionChanged<ShopEvent>(shop, step, peopleFields({ ...shop.people, [memberId]: { ...person, role } }), { kind: 'roleSet', memberId, ...bySomebody(step) }));
};

/** Goes, or is taken out by an owner. What the shop holds stays the shop's. Refuses NOT_FOUND, SHOP_CHANGED, SHOP_LAST_OWNER, OPERATION_REUSED. */
export const decideRemoveShopPerson = (shop: Shop, memberId: string, actor: Member, step: Step): Outcome => {
  const isSelf = memberId === actor._id;
  if (!isSelf && !isOwnerOf(shop, actor)) return refuse('NOT_FOUND');
  const known = knownStep(shop.steps, step);
  if (known !== null) return known;
  if (roleIn(shop, memberId) === null) return isSelf ? refuse('NOT_FOUND') : accept(REPLAY);
  if (isLastOwner(shop, memberId)) return refuse('SHOP_LAST_OWNER');
  return accept(versionChanged<ShopEvent>(shop, step, peopleFields(without(shop.people, memberId)), { kind: 'personGone', memberId, cause: isSelf ? 'self' : 'owner', ...bySomebody(step) }));
};

/** Whoever left the program altogether; the last owner of a shop at work can't. REPLAY when they are not of it. */
export const decideShopPersonLeft = (shop: Shop, memberId: string, atMs: number): Outcome => {
  if (roleIn(shop, memberId) === null) return accept(REPLAY);
  return accept({ kind: 'change', change: versionMoved<ShopEvent>(shop, peopleFields(without(shop.people, memberId)), { kind: 'personGone', memberId, cause: 'left', ...byClock(shop._id, 'gone', memberId, atMs) }) });
};
