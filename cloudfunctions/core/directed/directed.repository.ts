import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { DirectedEvent } from './directed-event';
import type { DirectedGift } from './directed-gift';

export const directedRepository = aggregateRepository<DirectedGift, DirectedEvent>('directedGifts');

/** Whether a gift this person answers for is late with its report. One request. */
export const isLateElsewhere = async (memberId: string): Promise<boolean> => (await directedRepository.list({ where: { 'answerable.memberId': memberId, isReportOverdue: true }, limit: 1 })).length > 0;

/** Whether a gift of this person, or of this unit, is at work. One request. */
export const givesNow = async (partyId: string): Promise<boolean> => (await directedRepository.list({ where: { 'giver.partyId': partyId, isLive: true }, limit: 1 })).length > 0;
