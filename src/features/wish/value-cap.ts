import type { MeView } from '@contract';
import { parseYuan, type WishForm } from './wish-form';

const STAFF: readonly string[] = ['administrator', 'staff', 'socialWorker'];

/** Pure: the most the wish of this form may be worth; staff who post for a person may go above the cap, which is then publicised. */
export const valueCapFenFor = (me: Pick<MeView, 'roles' | 'rules'>, form: Pick<WishForm, 'isOnBehalf'>): number =>
  form.isOnBehalf && me.roles.some((held) => STAFF.includes(held.role)) ? me.rules.aboveCapMaxFen : me.rules.valueCapFen;

/** Pure: whether the wish of this form would be publicised before it goes on the wall. */
export const isPublicisedFirst = (me: Pick<MeView, 'roles' | 'rules'>, form: Pick<WishForm, 'isOnBehalf' | 'valueYuan'>): boolean => {
  const valueFen = parseYuan(form.valueYuan);
  return valueCapFenFor(me, form) > me.rules.valueCapFen && valueFen !== null && valueFen > me.rules.valueCapFen;
};
