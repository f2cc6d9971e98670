import type { CollectionName } from '../../database';

/**
 * How `jobs` brings one kind of aggregate up to the present. Each document of the collection has one clock, `wakeAtMs`,
 * served by the index `wake`; settling carries out what is due and sets the clock again. It may run twice, and be killed
 * anywhere: then the clock still stands.
 */
export interface DueHandler {
  readonly collection: CollectionName;
  settle(id: string, nowMs: number): Promise<void>;
}
