import type { MeView } from '@contract';
import type { WishForm } from './wish-form';

const STAFF: readonly string[] = ['administrator', 'staff', 'socialWorker'];

/** Pure: the most the wish of this form may be worth; staff who post for a person may go above the cap, which is then publicised. */
export const valueCapFenFor = (me: Pick<MeView, 'roles' | 'rules'>, form: Pick<WishForm, 'isOnBehalf'>): number =>
  form.isOnBehalf && me.roles.some((held) => STAFF.includes(held.role)) ? me.rules.aboveCapMaxFen : me.rules.valueCapFen;
