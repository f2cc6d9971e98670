import { tellAggregate } from '../aggregate/tell.use-case';
import { loadOverrides } from '../calendar/calendar.repository';
import type { EffectOf } from '../effect/effect';
import { store } from '../platform/store';
import { decideRectified } from '../rating-sum/rating-sum';
import { RATING_SUM_KIND } from '../rating-sum/rating-sum-kind';
import { findAssignee } from '../staff/assignee.repository';
import { newRectification, orderTaskIdOf, type Rectification } from './rectification';
import { RECTIFICATION_KIND } from './rectification-kind';
import { decideRatedSince } from './review-answer';

/** The order its sum asked for, once; a social worker of the place is named, the same who stands on its first task. */
export const openRectification = async (effect: EffectOf<'openRectification'>): Promise<void> => {
  if ((await store.find<Rectification>('rectifications', effect.rectificationId)) !== null) return;
  const [owner, overrides] = await Promise.all([findAssignee('socialWorker', effect.areaIds, orderTaskIdOf(effect.rectificationId)), loadOverrides(effect.atMs)]);
  await store.insertOnce('rectifications', newRectification(effect, owner, overrides));
};

/** The sum tells an open order how people rated since. */
export const tellRatedSince = ({ rectificationId, since, atMs }: EffectOf<'ratedSince'>): Promise<void> =>
  tellAggregate(RECTIFICATION_KIND, rectificationId, (rectification) => decideRatedSince(rectification, since, atMs));

/** An order that is over tells its sum. */
export const tellRectified = ({ sumId, rectificationId, atMs }: EffectOf<'rectified'>): Promise<void> =>
  tellAggregate(RATING_SUM_KIND, sumId, (sum) => decideRectified(sum, rectificationId, atMs));
