import { confirmedEffects, finishGiver, overdueEnded, type ClaimEvent } from '../claim/claim-effect-parts';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { noticeOf, target } from '../wish/effect-parts';
import type { Claim, Wish } from '../wish/wish';

export type HandoverEvent = Extract<ClaimEvent, { readonly kind: 'codeIssued' | 'codeMissed' | 'claimHandedOver' }>;

/** Pure: what handing over brings about elsewhere. */
export const handoverEffectsOf = (wish: Wish, claim: Claim, event: HandoverEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'codeIssued':
      return [];
    case 'codeMissed':
      // Only the last try is worth a word: somebody guesses, or cannot read the digits. Of misses at once all may be told
      // after the last, so the word is the code's, not the miss's.
      return claim.code?.triesLeft === 0
        ? [noticeOf(wish, { eventId: deriveId('e', claim.code.operationId, 'spent'), atMs: event.atMs }, wish.posterId, { title: '交接码试完了，请再开一个', body: `“${wish.title}”的交接码连着输错了。不是您找的人在试，就打电话问问社区。`, target: target('handoverCode', wish._id, claim.claimId) })]
        : [];
    case 'claimHandedOver':
      return [...finishGiver(claim, event), ...overdueEnded(claim, event, '当面交到了'), ...confirmedEffects(wish, claim, event)];
  }
};
