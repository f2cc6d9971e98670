import { changedBy, is, REPLAY } from '../aggregate/change';
import { byClock } from '../aggregate/versioned';
import { accept, type Result } from '../kernel/result';
import { forgets, freed, signUpSet, type ShiftOutcome } from './move-sign-up';
import { isStanding, signUpsOf, type Shift } from './shift';
import type { ShiftEvent } from './shift-event';

/** Whoever is no longer in the team does not come to what is only the team's; their place is free. Told twice, nothing changes. */
export const decideLeftTeam = (shift: Shift, memberId: string, atMs: number): Result<ShiftOutcome> => {
  const own = signUpsOf(shift, memberId).find(([, signUp]) => isStanding(signUp.state));
  const isOnlyTeams = shift.audience === 'teamOnly' || shift.audience === 'helpTeam';
  if (own === undefined || !isOnlyTeams || shift.startsAtMs <= atMs) return accept(REPLAY);
  const [signUpId, signUp] = own;
  return accept(
    changedBy<ShiftEvent>({
      when: { [`signUps.${signUpId}.state`]: is(signUp.state) },
      set: signUpSet(signUpId, { state: 'cancelled' }, null),
      add: freed(signUp),
      ...forgets(signUpId, 'cancelled'),
      event: { kind: 'signUpMoved', signUpId, isLate: false, reason: '', ...byClock(shift._id, 'leftTeam', signUpId, atMs), byId: memberId },
    }),
  );
};
