import type { Shift } from '../shift/shift';

export type ShiftSeats = Pick<Shift, 'state' | 'capacity' | 'seatsLeft' | 'signUps'>;

/** Oneself, and companions who came. */
const cameTo = ({ signUps }: Pick<Shift, 'signUps'>): number => Object.values(signUps).filter(({ state }) => state === 'attended').reduce((sum, { came }) => sum + 1 + (came ?? 0), 0);

/** Pure: seats taken at all times of an activity, and people who were there; once a roster is confirmed only who came counts. */
export const seatsOf = (shifts: readonly ShiftSeats[]): { readonly taken: number; readonly attended: number } =>
  shifts.filter(({ state }) => state !== 'cancelled').reduce(
    (sum, shift) => {
      const attended = cameTo(shift);
      return { taken: sum.taken + (shift.state === 'confirmed' ? attended : shift.capacity - shift.seatsLeft), attended: sum.attended + attended };
    },
    { taken: 0, attended: 0 },
  );
