import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { decideTold } from './change-shift';
import { SHIFT_KIND } from './shift-kind';
import { shiftRepository } from './shift.repository';

/** Under the id its plan gave it: a second time changes nothing. */
export const openShift = async ({ shift }: EffectOf<'openShift'>): Promise<void> => {
  await shiftRepository.insert(shift);
};

export const tellShift = (news: EffectOf<'tellShift'>): Promise<void> => tellAggregate(SHIFT_KIND, news.shiftId, (shift) => decideTold(shift, news));
