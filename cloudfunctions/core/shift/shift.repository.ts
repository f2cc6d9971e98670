import { aggregateRepository } from '../aggregate/aggregate.repository';
import { store, type QueryOptions } from '../platform/store';
import type { Shift } from './shift';
import { CARD_FIELDS, type ShiftCard } from './shift-card';
import type { ShiftEvent } from './shift-event';

export const shiftRepository = aggregateRepository<Shift, ShiftEvent>('shifts');

/** Shifts without their roster, for lists. */
export const listShiftCards = (options: Omit<QueryOptions, 'fields'>): Promise<readonly ShiftCard[]> => store.query<ShiftCard>('shifts', { ...options, fields: CARD_FIELDS });
