/**
 * An error the cloud answers with: `code` is the string of the wire protocol (HTTP status stays 200). wx-server-sdk maps
 * DATABASE_REQUEST_FAILED to -502001, DATABASE_COLLECTION_NOT_EXIST to -502005 and everything it does not know to -501001.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** The request itself is wrong or unsupported here: arrives as errCode -502001. */
export const requestFailed = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message);

const CONTACT = 'Please check your request, but if the problem persists, contact us.';

export const collectionMissing = (name: string): CloudError =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${CONTACT}`);

export const duplicateKey = (collection: string, index: string, shownKey: string): CloudError =>
  requestFailed(
    `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} ` +
      `index: ${index} dup key: { ${shownKey} }}]}, {<nil>}]`,
  );

export const transactionConflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CONTACT}`,
  );

export const transactionMissing = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or ' +
      `abort in 30 seconds. ${CONTACT}`,
  );

export const invalidParameter = (message: string): CloudError => new CloudError('INVALID_PARAM', message);

/**
 * MongoDB refused a write: its text, wrapped as the cloud wraps it. Public reports show
 * `[FailedOperation] multiple write errors: [{write errors: [{Cannot create field 'x' in element {y: null}}]}, {<nil>}]`.
 */
export const writeRefused = (text: string): CloudError => requestFailed(`[FailedOperation] multiple write errors: [{write errors: [{${text}}]}, {<nil>}]`);

const FAILED = '[FailedOperation] ';

/** A refusal of MongoDB met while reading the query of a write, which MongoDB reports as an error of the write; others as they are. */
export function asWriteRefusal(error: unknown): unknown {
  const isPlain = error instanceof CloudError && error.message.startsWith(FAILED) && !error.message.includes('write errors: [');
  return isPlain ? writeRefused(error.message.slice(FAILED.length)) : error;
}
