import { RULES } from '../rules';
import { isSeated, type Shift, type SignUp } from './shift';

interface Heads {
  readonly adults: number;
  readonly minors: number;
}

const headsOf = (signUp: SignUp): Heads => {
  const minors = (signUp.with ?? []).filter((companion) => companion.isMinor).length;
  return { adults: signUp.seats - minors, minors };
};

/** A lead who is not on the roster stands beside it and counts as a grown-up. */
const isTooFew = (heads: readonly Heads[], leads: number): boolean =>
  heads.some((each) => each.minors > 0) && heads.reduce((sum, each) => sum + each.adults, leads) < RULES.shift.adultsWithMinors;

/** Minors are to come, and not yet two grown-ups (RULES.md section 3). */
export const hasLoneMinors = (shift: Pick<Shift, 'signUps' | 'leadId'>): boolean =>
  isTooFew(Object.values(shift.signUps).filter((signUp) => isSeated(signUp.state)).map(headsOf), shift.leadId === null ? 0 : 1);

/** As it went: companions are counted, not named, so of a party with minors as many minors came as can have. */
export const wereMinorsAlone = (came: readonly { readonly signUp: SignUp; readonly isSelf: boolean; readonly companions: number }[], walkIns: number, leads: number): boolean =>
  isTooFew(came.map(({ signUp, isSelf, companions }) => {
    const minors = Math.min(companions, headsOf(signUp).minors);
    return { minors, adults: (isSelf ? 1 : 0) + companions - minors };
  }), leads + walkIns);
