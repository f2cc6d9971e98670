import { ROUND_ROUTES, type MeView, type RoundKind, type RoundView } from '@contract';
import { chinaDate, chinaMoment } from '@/lib/format';
import { checkForm, type FormErrors } from '@/lib/form-errors';

export interface RoundForm {
  readonly kind: RoundKind;
  readonly areaId: string;
  readonly title: string;
  readonly theme: string;
  /** Day numbers in UTC+8 as `chinaDate` has them, and hours of the day. */
  readonly startDay: number;
  readonly startHour: number;
  readonly endDay: number;
  readonly endHour: number;
}

export const HOURS = [8, 9, 10, 12, 14, 16, 17, 18, 20] as const;
const FORTNIGHT_DAYS = 14;

/** Where a person may prepare a round: streets and communities they work for. */
export function roundAreas(me: MeView): readonly { readonly areaId: string; readonly name: string }[] {
  const held = me.roles.filter((role) => role.role === 'administrator' || role.role === 'staff' || role.role === 'socialWorker');
  const fit = held.filter((role) => { const depth = role.areaId.split('-').length; return depth === 2 || depth === 3; });
  return [...new Map(fit.map((role) => [role.areaId, { areaId: role.areaId, name: role.areaName }])).values()];
}

export function newRoundForm(areaId: string, nowMs: number): RoundForm {
  const today = chinaDate(nowMs).dayNumber;
  return { kind: 'round', areaId, title: '', theme: '', startDay: today + 1, startHour: 9, endDay: today + 1 + FORTNIGHT_DAYS, endHour: 18 };
}

export function formOfRound(round: RoundView): RoundForm {
  const start = chinaDate(round.startsAtMs);
  const end = chinaDate(round.endsAtMs);
  return { kind: round.kind, areaId: round.areaId, title: round.title, theme: round.theme, startDay: start.dayNumber, startHour: start.hour, endDay: end.dayNumber, endHour: end.hour };
}

/** An event lasts one day: its end is on the day of its beginning. */
export const timesOf = (form: RoundForm): { readonly startsAtMs: number; readonly endsAtMs: number } => ({
  startsAtMs: chinaMoment(form.startDay, form.startHour),
  endsAtMs: chinaMoment(form.kind === 'onSite' ? form.startDay : form.endDay, form.endHour),
});

/** The same schema as on the server, with the one rule that spans two fields. */
export function checkRoundForm(form: RoundForm, nowMs: number): { readonly errors: FormErrors; readonly isOk: boolean } {
  const times = timesOf(form);
  const checked = checkForm(ROUND_ROUTES['round.create'].input, { kind: form.kind, areaId: form.areaId, title: form.title, theme: form.theme, ...times });
  const errors = checked.isOk ? {} : checked.errors;
  if (times.endsAtMs <= Math.max(times.startsAtMs, nowMs)) return { errors: { ...errors, endsAtMs: '结束要在开始以后，而且还没过去' }, isOk: false };
  return { errors, isOk: checked.isOk };
}
