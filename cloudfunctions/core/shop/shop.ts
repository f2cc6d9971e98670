import type { ApiContract, KeptFraction, ShopKind, ShopRole, ShopShelf, ShopState } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { DAY_MS, startOfChinaDayMs } from '../kernel/clock';
import { pathOf } from '../kernel/area-tree';
import { dueInWorkingHours } from '../kernel/working-days';
import type { Verdict } from '../media/media';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { shopIdOf } from './shop-id';

/** `n` of a review counts applications and newer licences, so that each has a task and a question of its own. */
export type ShopEvent = OutboxEvent &
  (
    | { readonly kind: 'applied' | 'resubmitted'; readonly n: number; readonly oldNumber: string | null; readonly oldFileId: string | null }
    | { readonly kind: 'withdrawn'; readonly n: number; readonly isByClock: boolean }
    | { readonly kind: 'askedBack' | 'refused' | 'admitted'; readonly n: number }
    | { readonly kind: 'renewalSent'; readonly n: number; readonly oldFileId: string | null }
    | { readonly kind: 'renewed' | 'renewalRefused'; readonly n: number; readonly goneFileId: string }
    | { readonly kind: 'photoChecked' | 'edited' | 'invited' | 'counted' }
    | { readonly kind: 'expirySoon' | 'expired'; readonly untilMs: number }
    | { readonly kind: 'paused' | 'frozen'; readonly handsBack: boolean }
    | { readonly kind: 'resumed' | 'unfrozen' }
    | { readonly kind: 'joined'; readonly memberId: string }
    | { readonly kind: 'roleSet'; readonly memberId: string }
    | { readonly kind: 'personGone'; readonly memberId: string; readonly cause: 'self' | 'owner' | 'left' }
    | { readonly kind: 'leaving'; readonly isByStaff: boolean; readonly n: number | null }
    | { readonly kind: 'sweeping'; readonly pass: number }
    | { readonly kind: 'swept'; readonly handedBack: number }
    | { readonly kind: 'left'; readonly handedBack: number; readonly memberIds: readonly string[] }
    | { readonly kind: 'counting' }
  );

export type ShopOutcome = OutcomeOf<ShopEvent>;

export interface ShopPerson {
  readonly role: ShopRole;
  readonly name: string;
  readonly sinceMs: number;
}

export interface Licence {
  readonly creditCode: string;
  readonly photoFileId: string;
  /** What WeChat's check said of the photo; null while it did not answer. */
  readonly photoCheck: Verdict | null;
  /** The first moment it is no longer good; null: without an end. */
  readonly validUntilMs: number | null;
}

/** What a shop still hands back: passes over its claims, until one after the other found nothing. */
export interface Sweep {
  /** The shop gives again: nothing more goes back; one last pass counts what did, so that staff hear of it. */
  readonly isCalledOff: boolean;
  /** Claims that went back from this moment on are counted. */
  readonly sinceMs: number;
  readonly nextAtMs: number;
  readonly pass: number;
  /** Passes in a row that left nothing to hand back. */
  readonly quiet: number;
}

/**
 * A shop that gives (爱心商户): admitted by staff with its licence before them. Its claims, offers, gifts and promised
 * money belong to it, not to a person; owners answer for it, clerks deliver. Changed by few, one after the other.
 */
export interface Shop extends Versioned<ShopEvent> {
  readonly state: ShopState;
  readonly name: string;
  readonly kind: ShopKind;
  readonly address: string;
  readonly words: string;
  readonly areaIds: readonly string[];
  readonly communityId: string;
  readonly communityName: string;
  /** Name and phone of whoever staff call, sealed together; empty once the shop is over. */
  readonly sealedContact: string;
  readonly licence: Licence;
  readonly renewal: Licence | null;
  readonly people: Readonly<Record<string, ShopPerson>>;
  /** Plain, because lists ask for them. */
  readonly memberIds: readonly string[];
  readonly ownerIds: readonly string[];
  readonly appliedById: string;
  readonly inviteId: string | null;
  readonly inviteRole: ShopRole;
  readonly inviteUntilMs: number;
  /** What was said last: what to add, why not, why frozen, why it left. */
  readonly note: string;
  /** Reviews so far; the last one may be under way. */
  readonly reviews: number;
  /** When staff answer by; null while nothing waits for them. */
  readonly answerByMs: number | null;
  /** Since when the applicant is asked for something; null otherwise. */
  readonly askedAtMs: number | null;
  /** What it goes back to when staff let it go on. */
  readonly frozenFrom: 'open' | 'paused' | 'expired' | null;
  /** The end of the licence its people were told of before. */
  readonly warnedForMs: number | null;
  readonly sweep: Sweep | null;
  readonly handedBack: number;
  readonly overdueClaimIds: readonly string[];
  readonly settledClaimIds: readonly string[];
  readonly record: KeptFraction;
  readonly countAtMs: number;
  readonly appliedAtMs: number;
  readonly admittedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** Derived: for lists. */
  readonly isLive: boolean;
  readonly isListed: boolean;
  readonly shelf: ShopShelf;
}

export type ShopWordsInput = ApiContract['shop.apply']['parsed'];
/** Words of an application, the contact sealed. */
export type ShopWords = Pick<Shop, 'name' | 'kind' | 'address' | 'words' | 'sealedContact' | 'licence'>;

const ADMITTED: readonly ShopState[] = ['open', 'paused', 'frozen', 'expired', 'leaving'];
/** Staff let it in, and it has not gone: its people act for it. */
export const isAdmitted = ({ state }: Pick<Shop, 'state'>): boolean => ADMITTED.includes(state);
export const isLiveState = ({ state }: Pick<Shop, 'state'>): boolean => state === 'review' || state === 'asked' || isAdmitted({ state });

export const roleIn = ({ people }: Pick<Shop, 'people'>, memberId: string): ShopRole | null => (Object.hasOwn(people, memberId) ? (people[memberId]?.role ?? null) : null);
export const isOwnerOf = (shop: Pick<Shop, 'people'>, member: Pick<Member, '_id'>): boolean => roleIn(shop, member._id) === 'owner';
/** Staff of its community, never over a shop they are of themselves. */
export const decidesOn = (shop: Pick<Shop, 'communityId' | 'people'>, member: Member): boolean => worksAt(member, shop.communityId, ['administrator', 'staff']) && roleIn(shop, member._id) === null;

/** A licence is good through its last day, UTC+8. */
export const untilMsOf = (validUntilDay: string | null): number | null => (validUntilDay === null ? null : startOfChinaDayMs(validUntilDay) + DAY_MS);

export const licenceOf = ({ creditCode, photoFileId, validUntilDay }: ShopWordsInput['licence']): Licence => ({ creditCode, photoFileId, photoCheck: null, validUntilMs: untilMsOf(validUntilDay) });

export const answerByOf = (nowMs: number): number => dueInWorkingHours(nowMs, RULES.shop.reviewWorkingHours).dueAtMs;

/** People with the plain arrays that follow from them. */
export const peopleFields = (people: Shop['people']): Pick<Shop, 'people' | 'memberIds' | 'ownerIds'> => ({
  people, memberIds: Object.keys(people), ownerIds: Object.entries(people).filter(([, { role }]) => role === 'owner').map(([memberId]) => memberId),
});

export const newShop = (words: ShopWords, applicant: Member, step: Step): Shop => ({
  _id: shopIdOf(step.operationId),
  state: 'review',
  ...words,
  areaIds: pathOf(applicant.communityId), communityId: applicant.communityId, communityName: applicant.communityName,
  renewal: null, ...peopleFields({ [applicant._id]: { role: 'owner', name: applicant.displayName, sinceMs: step.nowMs } }), appliedById: applicant._id,
  inviteId: null, inviteRole: 'clerk', inviteUntilMs: 0, note: '', reviews: 1, answerByMs: answerByOf(step.nowMs), askedAtMs: null, frozenFrom: null, warnedForMs: null,
  sweep: null, handedBack: 0, overdueClaimIds: [], settledClaimIds: [], record: { onTime: 0, total: 0 }, countAtMs: step.nowMs,
  appliedAtMs: step.nowMs, admittedAtMs: null, endedAtMs: null, isLive: true, isListed: false, shelf: 'waiting',
  version: 1, steps: { [step.operationId]: step.inputHash },
  ...bornWith<ShopEvent>({ kind: 'applied', n: 1, oldNumber: null, oldFileId: null, ...bySomebody(step) }),
});

export const shelfOf = ({ state, renewal }: Pick<Shop, 'state' | 'renewal'>): ShopShelf => (state === 'review' || renewal !== null ? 'waiting' : isLiveState({ state }) ? 'live' : 'over');

/** Whether its claims go back one after the other just now. */
export const isHandingBack = ({ sweep }: Pick<Shop, 'sweep'>): boolean => sweep !== null && !sweep.isCalledOff;

/** A hand-back that is under way ends where it is. A pass may be at work just now, so what went back is counted once no call is left. */
export const callOff = ({ sweep }: Pick<Shop, 'sweep'>, nowMs: number): Sweep | null => (sweep === null ? null : { ...sweep, isCalledOff: true, nextAtMs: nowMs + RULES.shop.lookAgainMs });

/** What must hold at every moment. */
export const isShopCoherent = (shop: Shop): boolean =>
  [...shop.memberIds].sort().join() === Object.keys(shop.people).sort().join() &&
  shop.ownerIds.every((id) => shop.people[id]?.role === 'owner') &&
  Object.values(shop.people).filter(({ role }) => role === 'owner').length === shop.ownerIds.length &&
  (shop.ownerIds.length > 0 || !isLiveState(shop)) &&
  (shop.state === 'frozen') === (shop.frozenFrom !== null) &&
  (shop.state === 'asked') === (shop.askedAtMs !== null) &&
  (shop.answerByMs !== null) === (shop.state === 'review' || shop.renewal !== null) &&
  (shop.endedAtMs !== null) === !isLiveState(shop) &&
  (shop.state !== 'leaving' || isHandingBack(shop)) &&
  (shop.state !== 'open' || !isHandingBack(shop)) &&
  (isLiveState(shop) || (shop.sweep === null && shop.renewal === null && shop.sealedContact === '')) &&
  shop.memberIds.length <= RULES.shop.people &&
  Object.keys(shop.outbox).length === shop.pendingEvents &&
  Object.keys(shop.steps).length <= STEPS_MAX;
