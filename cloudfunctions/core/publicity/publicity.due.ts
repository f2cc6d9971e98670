import { aggregateRepository } from '../aggregate/aggregate.repository';
import { advanceAggregate } from '../aggregate/settle.use-case';
import { loadOverrides } from '../calendar/calendar.repository';
import type { DueHandler } from '../jobs/due';
import { rescheduleChange } from './end-publicity';
import type { Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';
import { PUBLICITY_KIND } from './settle-publicity';

/** Before a publicity passes, the calendar is asked once more: a year entered meanwhile may put its end later. */
const advancePublicity = async (id: string, nowMs: number): Promise<void> => {
  const repository = aggregateRepository<Publicity, PublicityEvent>(PUBLICITY_KIND.collection);
  const publicity = await repository.find(id);
  if (publicity !== null && publicity.state === 'running' && nowMs > publicity.endsAtMs) {
    const change = rescheduleChange(publicity, await loadOverrides(nowMs), nowMs);
    if (change !== null) await repository.change(id, change);
  }
  await advanceAggregate(PUBLICITY_KIND, id, nowMs);
};

export const publicityDue: DueHandler = { collection: 'publicities', settle: advancePublicity };
