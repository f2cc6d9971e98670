import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { CONTRIBUTION_KIND } from './contribution-kind';
import { contributionRepository } from './contribution.repository';
import { lookOutside } from './look-outside.use-case';

/**
 * Asks WeChat when it is time, then delivers what came of it. Killed between the two, the clock still stands: asking again
 * is harmless, since orders and refunds have numbers of their own. WeChat not answering is tried again by `jobs`.
 */
const settle = async (id: string, nowMs: number): Promise<void> => {
  const contribution = await contributionRepository.find(id);
  if (contribution !== null && contribution.nextLookAtMs <= nowMs) await lookOutside(contribution, nowMs);
  await advanceAggregate(CONTRIBUTION_KIND, id, nowMs);
};

export const contributionDue: DueHandler = { collection: 'contributions', settle };
