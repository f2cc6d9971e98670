import { ACTIVITY_KIND } from '../../../cloudfunctions/core/activity/activity-kind';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { ActivityEvent } from '../../../cloudfunctions/core/activity/activity-event';
import { decideLasts } from '../../../cloudfunctions/core/activity/change-activity';
import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import { decideTold } from '../../../cloudfunctions/core/shift/change-shift';
import type { Shift } from '../../../cloudfunctions/core/shift/shift';
import type { ShiftEvent } from '../../../cloudfunctions/core/shift/shift-event';
import { SHIFT_KIND } from '../../../cloudfunctions/core/shift/shift-kind';
import type { SignUpRecord } from '../../../cloudfunctions/core/shift/sign-up-record';
import { AggregateShelf } from './aggregate-shelf';

/** What activities, their shifts and sign-ups bring about among each other. */
export type ActivityEffect = EffectOf<'openShift' | 'tellShift' | 'activityLasts' | 'signUpRecord'>;

const ACTIVITY_EFFECTS: readonly string[] = ['openShift', 'tellShift', 'activityLasts', 'signUpRecord'] satisfies readonly ActivityEffect['kind'][];

export const isActivityEffect = (effect: Effect): effect is ActivityEffect => ACTIVITY_EFFECTS.includes(effect.kind);

/** Activities and shifts of the demo with the lists that follow from them. */
export class ActivityShelves {
  readonly activities: AggregateShelf<Activity, ActivityEvent>;
  readonly shifts: AggregateShelf<Shift, ShiftEvent>;
  readonly signUps = new Map<string, SignUpRecord & Record<string, unknown>>();

  constructor(carryOut: (effect: Effect) => void) {
    this.activities = new AggregateShelf(ACTIVITY_KIND, carryOut);
    this.shifts = new AggregateShelf(SHIFT_KIND, carryOut);
  }

  carryOut(effect: ActivityEffect): void {
    switch (effect.kind) {
      case 'openShift':
        return this.shifts.insert(effect.shift, effect.shift.outbox[Object.keys(effect.shift.outbox)[0] ?? '']?.atMs ?? effect.shift.startsAtMs);
      case 'tellShift':
        return this.shifts.act(effect.shiftId, effect.atMs, (shift) => decideTold(shift, effect));
      case 'activityLasts':
        return this.activities.act(effect.activityId, effect.atMs, (activity) => decideLasts(activity, effect.endsAtMs, effect.atMs));
      case 'signUpRecord':
        return this.save(effect);
    }
  }

  private save({ record, notes }: EffectOf<'signUpRecord'>): void {
    const known = this.signUps.get(record._id) ?? { consentAtMs: null, answers: [], sealedPhone: null, words: '' };
    this.signUps.set(record._id, { ...known, ...record, ...notes });
  }
}
