import { REFERRAL_CLASS_LABEL, type ReferralClass, type ReferralRole } from '@contract';
import { ancestorAt, pathOf } from '../kernel/area-tree';
import { refuse } from '../kernel/result';
import type { Wish } from '../wish/wish';
import { withLine, type Referral, type ReferralParty } from './referral';

/** What the sender asks, with the place as the area tree names it. */
export interface ReferralOffer {
  readonly class: ReferralClass;
  readonly toAreaId: string;
  readonly toAreaName: string;
  readonly toRole: ReferralRole;
  readonly reason: string;
}

interface OfferFacts extends Pick<Referral, 'hop' | 'turn' | 'dueAtMs' | 'taskId' | 'history' | 'steps'> {
  readonly sender: ReferralParty;
  readonly nowMs: number;
}

/** A referral as it is offered: the sender is its owner until somebody accepts a transfer. */
export const offeredReferral = (offer: ReferralOffer, facts: OfferFacts): Referral => {
  const { sender, nowMs, history, ...rest } = facts;
  return {
    ...rest,
    class: offer.class,
    state: 'offered',
    reason: offer.reason,
    from: sender,
    toAreaId: offer.toAreaId,
    toAreaName: offer.toAreaName,
    toRole: offer.toRole,
    owner: sender,
    helper: null,
    asked: 0,
    outcome: null,
    note: '',
    history: withLine({ history }, nowMs, `${sender.areaName}的${sender.name}转给${offer.toAreaName}（${REFERRAL_CLASS_LABEL[offer.class]}）`),
  };
};

/** A wish stays in its district, whose tenant it is, and goes to where people are in charge: a community, the street, the district. */
export const offerRefusalOf = (wish: Pick<Wish, 'areaId'>, offer: ReferralOffer, ownerAreaId: string = wish.areaId): ReturnType<typeof refuse> | null => {
  if (ancestorAt(offer.toAreaId, 'district') !== ancestorAt(wish.areaId, 'district')) return refuse('BAD_INPUT', { fields: { toAreaId: '只能转到本区里' } });
  if (ancestorAt(offer.toAreaId, 'grid') !== null) return refuse('BAD_INPUT', { fields: { toAreaId: '请选社区、街道或区' } });
  if (offer.toAreaId === (ancestorAt(ownerAreaId, 'community') ?? ownerAreaId)) return refuse('BAD_INPUT', { fields: { toAreaId: '这就是你们自己，请选别处' } });
  return null;
};

/** Nodes that take part, with everything above them, each once: the list of either side asks by these. */
export const referralNodesOf = (referral: Pick<Referral, 'toAreaId' | 'owner'>): readonly string[] => [...new Set([...pathOf(referral.toAreaId), ...pathOf(referral.owner.areaId)])];
