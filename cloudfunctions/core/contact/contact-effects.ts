import { record, tell, type ClaimEvent } from '../claim/claim-effect-parts';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { Claim, Wish } from '../wish/wish';

export type ContactEvent = Extract<ClaimEvent, { readonly kind: 'contactLeft' | 'contactRead' | 'homeAgreed' }>;

const left = (wish: Wish, claim: Claim, event: Extract<ContactEvent, { readonly kind: 'contactLeft' }>): readonly Effect[] => {
  if (!event.isFirst) return [];
  const body = `“${wish.title}”：要商量几点、找不到地方，点“联系对方”就能看到。办完就删。`;
  return [event.side === 'giver' ? tell(wish, event, wish.posterId, `${claim.claimerName}留了电话`, body, 'wishDetail') : tell(wish, event, claim.claimerId, '收的人留了电话', body, 'claimMine')];
};

/** Pure: what it brings about that the two sides find each other. */
export const contactEffectsOf = (wish: Wish, claim: Claim, event: ContactEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'contactLeft':
      return left(wish, claim, event);
    case 'contactRead':
      return [{ kind: 'audit', line: { auditId: deriveId('audit', event.eventId), kind: 'readContact', byId: event.byId, subjectId: wish._id, areaIds: wish.areaIds, note: `${event.claimId} ${event.side} ${event.reason}`, atMs: event.atMs } }];
    case 'homeAgreed':
      return [record(wish, claim), tell(wish, event, claim.claimerId, '对方说可以送到家', `“${wish.title}”原来说的是别的地方，现在可以约好上门。`, 'claimPlan')];
  }
};
