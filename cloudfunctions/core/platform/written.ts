import type { CollectionName } from '../../database';

/**
 * Collections in which this instance wrote documents since somebody took note of it. An instance carries out one call at
 * a time, so within a run of `jobs` these are the only ones in which the run itself can have made something due.
 */
const written = new Set<CollectionName>();

export const noteWritten = (collection: CollectionName): void => void written.add(collection);

/** True when something was written there since the last time this was asked. */
export const takeWritten = (collection: CollectionName): boolean => written.delete(collection);
