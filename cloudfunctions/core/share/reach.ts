import type { ClaimState, SignUpState } from '@contract';
import type { ClaimRecord } from '../claim/claim-record';
import type { SignUpRecord } from '../shift/sign-up-record';
import { REACHED, type Reached } from './share-code';

/** How far somebody came with a thing. */
export interface Reach {
  readonly personId: string;
  readonly itemId: string;
  readonly reached: Reached;
}

const OF_CLAIM: Partial<Readonly<Record<ClaimState, Reached>>> = { held: REACHED.signedUp, planned: REACHED.signedUp, delivered: REACHED.attended, confirmed: REACHED.completed };
const OF_SIGN_UP: Partial<Readonly<Record<SignUpState, Reached>>> = { joined: REACHED.signedUp, asked: REACHED.signedUp, waiting: REACHED.signedUp, offered: REACHED.signedUp, attended: REACHED.attended };

/** Of whoever acts for the giver; null for a claim that ended otherwise: what they had reached stays. */
export const reachOfClaim = ({ contactId, wishId, state }: Pick<ClaimRecord, 'contactId' | 'wishId' | 'state'>): Reach | null => {
  const reached = OF_CLAIM[state];
  return reached === undefined ? null : { personId: contactId, itemId: wishId, reached };
};

/** Completed once it is written down until when they were there. */
export const reachOfSignUp = ({ memberId, shiftId, state, toMs }: Pick<SignUpRecord, 'memberId' | 'shiftId' | 'state' | 'toMs'>): Reach | null => {
  const reached = OF_SIGN_UP[state];
  if (reached === undefined) return null;
  return { personId: memberId, itemId: shiftId, reached: reached === REACHED.attended && toMs !== null ? REACHED.completed : reached };
};
