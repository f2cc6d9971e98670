/** The limit of a reply: 16 MB, whatever was asked for (WIRE.md section 2). */
import { requestFailed } from '../../kernel/cloud-error';

export const REPLY_LIMIT_BYTES = 16 * 1024 * 1024;

const ENVELOPE_BYTES = 16 * 1024;

/** The encoded documents of a reply, or MongoDB's refusal of an oversize object. */
export function assertReplyFits(list: string[]): string[] {
  const bytes = list.reduce((sum, document) => sum + Buffer.byteLength(document), 0);
  if (bytes <= REPLY_LIMIT_BYTES) return list;
  const limit = REPLY_LIMIT_BYTES + ENVELOPE_BYTES;
  throw requestFailed(`[FailedOperation] BSONObj size: ${bytes} (0x${bytes.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${limit}(16MB)`);
}
