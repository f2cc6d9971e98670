import type { GiftLimit, GiftState, GiftView, PictureKey } from '@contract';
import type { Step } from '../aggregate/step';
import { NEVER_MS } from '../aggregate/aggregate';
import { chinaDay } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { partiesOf, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';

/**
 * A thing that is kept for somebody. Sure once its redemption is known to stand; until then it is looked after by the
 * gift's clock, because whoever took it may have been killed before they wrote the redemption.
 */
interface Kept {
  readonly atMs: number;
  readonly isSure: boolean;
}

/** A small thing for points. Contended: what is left goes down by one guarded update a person. */
export interface Gift {
  readonly _id: string;
  readonly title: string;
  readonly note: string;
  readonly pictureKey: PictureKey;
  readonly points: number;
  /** Left for others; what is kept is not counted. */
  readonly stock: number;
  /** Redemption id → since when it is kept. As many as there are things. */
  readonly kept: Readonly<Record<string, Kept>>;
  readonly fetched: number;
  readonly limit: GiftLimit;
  readonly place: string;
  /** The shop, or who was let in by hand as one, or the community whose staff offer it. */
  readonly offererId: string;
  readonly offererText: string;
  readonly communityId: string;
  readonly state: GiftState;
  readonly operationId: string;
  readonly inputHash: string;
  readonly revision: number;
  readonly createdAtMs: number;
  readonly wakeAtMs: number;
}

export type GiftText = Pick<Gift, 'title' | 'note' | 'pictureKey' | 'points' | 'stock' | 'limit' | 'place'>;

/** Who offers: somebody's own shop, or a community. */
export interface Offerer {
  readonly offererId: string;
  readonly offererText: string;
  readonly communityId: string;
}

/** Pure: the shop a member offers for; null when they have none. */
export const shopOf = (member: Member): Offerer | null => {
  const held = member.roles.find(({ role }) => role === 'merchant');
  return held === undefined ? null : { offererId: held.shopId ?? member._id, offererText: held.merchantName ?? member.displayName, communityId: held.shopId === undefined ? member.communityId : held.areaId };
};

/** Pure: whether somebody may change what an offerer offers. */
export const offersFor = (member: Member, offererId: string): boolean => partiesOf(member).includes(offererId) || worksAt(member, offererId, ['administrator', 'staff']);

export const newGift = (text: GiftText, offerer: Offerer, step: Step): Gift => ({
  _id: deriveId('gift', step.operationId), ...text, ...offerer, kept: {}, fetched: 0, state: 'open',
  operationId: step.operationId, inputHash: step.inputHash, revision: 1, createdAtMs: step.nowMs, wakeAtMs: NEVER_MS,
});

/** Pure: redemptions that may never have been written: kept for a while and not known to stand. */
export const doubtfulKept = (gift: Pick<Gift, 'kept'>, nowMs: number): readonly string[] =>
  Object.entries(gift.kept).filter(([, { atMs, isSure }]) => !isSure && atMs + RULES.gift.keptMs <= nowMs).map(([redemptionId]) => redemptionId);

/** Pure: when to look after what is kept again. */
export const giftWakeAtMs = (gift: Pick<Gift, 'kept'>, except: readonly string[]): number =>
  Object.entries(gift.kept).reduce((earliestMs, [redemptionId, { atMs, isSure }]) => (isSure || except.includes(redemptionId) ? earliestMs : Math.min(earliestMs, atMs + RULES.gift.keptMs)), NEVER_MS);

/** Pure: one household, one gift, one month or year: the same key, so that they are counted together. */
export const limitKeyOf = (gift: Pick<Gift, '_id' | 'limit'>, householdId: string, nowMs: number): string => {
  const day = chinaDay(nowMs);
  return deriveId('gl', gift._id, householdId, gift.limit === 'month' ? day.slice(0, 7) : day.slice(0, 4));
};

export const giftView = (gift: Gift, reader: Member): GiftView => {
  const { _id, title, note, pictureKey, points, stock, limit, place, offererText, state, offererId } = gift;
  return { giftId: _id, title, note, pictureKey, points, stock, limit, place, offererText, state, canEdit: offersFor(reader, offererId) };
};
