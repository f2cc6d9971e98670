import { type ClaimView, HANDOVER_LABEL } from '@contract';
import { formatDeadline, formatMoment } from '@/lib/format';

/** Until when something is to be done, and by whom; empty where nothing is due. */
export function claimDueText(claim: ClaimView, nowMs: number): string {
  switch (claim.state) {
    case 'held':
      return `先留着，${formatDeadline(claim.holdUntilMs, nowMs)}定好哪天送`;
    case 'planned':
      if (claim.isOverdue) return '过了说好的日子，送到了说一声，办不了就还回去';
      return claim.plan === null ? '' : `${formatMoment(claim.plan.deliverAtMs, nowMs)}，${HANDOVER_LABEL[claim.plan.handover]}`;
    case 'delivered':
      return claim.confirmByMs === null ? '等对方确认' : `等对方确认，${formatDeadline(claim.confirmByMs, nowMs)}没回音，社工来问`;
    case 'confirmed':
    case 'returned':
    case 'lapsed':
      return '';
    default: {
      const never: never = claim.state;
      return never;
    }
  }
}

/** Giving back is open until it was delivered. */
export const canGiveBack = (claim: ClaimView): boolean => claim.state === 'held' || claim.state === 'planned';
