import type { Community } from './community';
import { HOUR_MS } from './community';
import { confirmedWish } from './wish-steps';

/** Two people who do for each other what each confirms, so many times each way; an hour between, as calls that cost quota are counted by the hour. */
export const confirmEachOther = async (community: Community, one: string, other: string, times: number): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) {
    await confirmedWish(community, { urgency: 'urgent' }, one, other);
    await confirmedWish(community, { urgency: 'urgent' }, other, one);
    if (turn % 4 === 3) await community.advance(HOUR_MS);
  }
};
