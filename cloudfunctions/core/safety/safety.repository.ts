import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { EffectOf } from '../effect/effect';
import type { SafetyEvent, SafetyReport } from './safety-report';

export const safetyRepository = aggregateRepository<SafetyReport, SafetyEvent>('safetyReports');

/** What a giver's note brings about, once; whoever left the note delivers what follows, or `jobs` within a minute. */
export const insertReport = async ({ report }: EffectOf<'reportSafety'>): Promise<void> => void (await safetyRepository.insert(report));
