import type { PictureKey, RedemptionState, RedemptionView } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { handsOf, maskedName, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import type { Gift } from './gift';

export type RedemptionEvent = OutboxEvent &
  (
    | { readonly kind: 'reserved' | 'fetched' | 'expired' | 'codeMissed' | 'reminded' }
    | { readonly kind: 'cancelled'; readonly byOfferer: boolean; readonly note: string }
  );

/** One gift that somebody reserved: its points are held from the same moment, and it ends exactly once. */
export interface Redemption extends Aggregate<RedemptionEvent> {
  readonly giftId: string;
  readonly giftTitle: string;
  readonly pictureKey: PictureKey;
  readonly points: number;
  readonly place: string;
  readonly offererId: string;
  readonly communityId: string;
  readonly takerId: string;
  /** As whoever hands it over reads them. */
  readonly takerText: string;
  /** Household, gift and period: counted against the limit. */
  readonly limitKey: string;
  readonly state: RedemptionState;
  readonly reservedAtMs: number;
  readonly fetchByMs: number;
  readonly endedAtMs: number | null;
  readonly isReminded: boolean;
  /** The hold in the ledger. */
  readonly transferId: string;
  readonly codeHash: string;
  readonly triesLeft: number;
  readonly wrong: Readonly<Record<string, 1>>;
  readonly note: string;
  /** Ids of the acts that reserved or ended it → hash of their input. */
  readonly steps: Readonly<Record<string, string>>;
}

/** The n-th of a household in a period: two at once make the same one. */
export const redemptionIdOf = (limitKey: string, number: number): string => deriveId('rd', limitKey, String(number));

export const holdIdOf = (redemptionId: string): string => deriveId('t', 'gift', redemptionId);

/** Pure: which number the next one has, or null when the household had its one. What came back does not count. */
export const nextNumber = (earlier: readonly Pick<Redemption, 'state'>[]): number | null => (earlier.some(({ state }) => state === 'reserved' || state === 'fetched') ? null : earlier.length);

export const newRedemption = (gift: Gift, taker: Member, at: { readonly redemptionId: string; readonly limitKey: string; readonly codeHash: string }, step: Step): Redemption => ({
  _id: at.redemptionId, giftId: gift._id, giftTitle: gift.title, pictureKey: gift.pictureKey, points: gift.points, place: gift.place, offererId: gift.offererId, communityId: gift.communityId,
  takerId: taker._id, takerText: maskedName(taker.displayName), limitKey: at.limitKey, state: 'reserved', reservedAtMs: step.nowMs, fetchByMs: step.nowMs + RULES.gift.fetchMs, endedAtMs: null, isReminded: false,
  transferId: holdIdOf(at.redemptionId), codeHash: at.codeHash, triesLeft: RULES.gift.codeTries, wrong: {}, note: '', steps: { [step.operationId]: step.inputHash },
  ...bornWith<RedemptionEvent>({ kind: 'reserved', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId }),
});

/** Pure: whether somebody may hand over what an offerer keeps: owners and clerks of the shop, or whoever keeps the community's station. */
export const handsOverFor = (member: Member, offererId: string): boolean => handsOf(member).includes(offererId) || worksAt(member, offererId, ['administrator', 'staff', 'socialWorker', 'volunteer']);

export const redemptionView = (redemption: Redemption, reader: Member, code: string | null): RedemptionView => {
  const { _id, giftId, giftTitle, pictureKey, points, place, state, reservedAtMs, fetchByMs, endedAtMs, takerId, takerText, note } = redemption;
  const isMine = takerId === reader._id;
  return { redemptionId: _id, giftId, giftTitle, pictureKey, points, place, state, reservedAtMs, fetchByMs, endedAtMs, code: isMine && state === 'reserved' ? code : null, takerText: isMine ? '' : takerText, note };
};
