import { randomBytes } from 'node:crypto';

/** 32 hex characters, the form of ids the cloud database makes. */
export const newDocumentId = (): string => randomBytes(16).toString('hex');

/** Unguessable id with a prefix that says what it names. */
export const newToken = (prefix: string): string => `${prefix}-${randomBytes(12).toString('hex')}`;

const run = randomBytes(8).toString('hex');
let requests = 0;

/** Names one request in answers and logs: unique, and no secret. */
export const newRequestId = (): string => {
  requests += 1;
  return `req-${run}${requests.toString(16).padStart(8, '0')}`;
};
