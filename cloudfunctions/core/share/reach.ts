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

/** Of whoever acts for the giver, with the wish and with the round it stands in; none for a claim that ended otherwise: what they had reached stays. */
export const reachesOfClaim = ({ contactId, wishId, roundId, state }: Pick<ClaimRecord, 'contactId' | 'wishId' | 'roundId' | 'state'>): readonly Reach[] => {
  const reached = OF_CLAIM[state];
  if (reached === undefined) return [];
  return [wishId, ...(roundId === null ? [] : [roundId])].map((itemId) => ({ personId: contactId, itemId, reached }));
};

/** What somebody gives to a campaign, in money or otherwise: they said so, then it is there, which is all of it. */
export const REACHED_GIVING = { promised: REACHED.signedUp, received: REACHED.completed } as const;

/** Completed once it is written down until when they were there. */
export const reachOfSignUp = ({ memberId, shiftId, state, toMs }: Pick<SignUpRecord, 'memberId' | 'shiftId' | 'state' | 'toMs'>): Reach | null => {
  const reached = OF_SIGN_UP[state];
  if (reached === undefined) return null;
  return { personId: memberId, itemId: shiftId, reached: reached === REACHED.attended && toMs !== null ? REACHED.completed : reached };
};
