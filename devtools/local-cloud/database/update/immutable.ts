/** The one field an update may not change. */
import { writeRefused } from '../../kernel/cloud-error';

/** Refuses a change at or below `_id` (ids are texts and numbers here, so nothing lies below). */
export function assertIdKept(parts: readonly string[]): void {
  if (parts[0] === '_id') throw writeRefused(`Performing an update on the path '${parts.join('.')}' would modify the immutable field '_id'`);
}
