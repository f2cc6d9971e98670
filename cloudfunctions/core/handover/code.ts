import { createHmac } from 'node:crypto';
import { HANDOVER_CODE_DIGITS } from '@contract';

/** Keeps these hashes apart from everything else made with the same key. */
const DOMAIN = 'handover-code';

const hmac = (secret: string, ...parts: readonly string[]): Buffer => createHmac('sha256', secret).update(JSON.stringify([DOMAIN, ...parts])).digest();

/**
 * Six digits for one act of issuing. Made from the act and a key that never leaves the server, so that the same act
 * again answers the same code although only its hash is kept.
 */
export const codeOf = (secret: string, claimId: string, operationId: string): string =>
  String(hmac(secret, 'digits', claimId, operationId).readUInt32BE(0) % 10 ** HANDOVER_CODE_DIGITS).padStart(HANDOVER_CODE_DIGITS, '0');

/** Keyed: a million codes are soon tried by whoever sees a plain hash. */
export const codeHashOf = (secret: string, claimId: string, code: string): string => hmac(secret, 'hash', claimId, code).toString('base64url').slice(0, 22);
