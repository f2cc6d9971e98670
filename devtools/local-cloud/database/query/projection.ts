/** Projection of results, by mingo: inclusion, exclusion, `$slice`, `$elemMatch`. */
import { find } from 'mingo';
import { requestFailed } from '../../kernel/cloud-error';
import type { Document } from '../../kernel/values';

/** Projected copies; an empty projection gives the documents as they are. */
export function projectDocuments(documents: readonly Document[], projection: Document): readonly Document[] {
  if (Object.keys(projection).length === 0 || documents.length === 0) return documents;
  try {
    return find<Document>([...documents], {}, projection as never).all();
  } catch (error) {
    throw requestFailed(`[FailedOperation] ${error instanceof Error ? error.message : String(error)}`);
  }
}
