import { changedBy, changeOf, type Change, type ChangeDraft, type OutcomeOf } from '../aggregate/change';
import type { WishEvent } from './wish-event';

/** Changes of wishes; what a change is stands in `aggregate/change.ts`. */
export { applyChange, is, mayChange, REPLAY, valueAt, type Condition } from '../aggregate/change';

export type WishChange = Change<WishEvent>;
export type Outcome = OutcomeOf<WishEvent>;

export const wishChange = (draft: ChangeDraft<WishEvent>): WishChange => changeOf(draft);
export const changed = (draft: ChangeDraft<WishEvent>): Outcome => changedBy(draft);
