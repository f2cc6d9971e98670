import type { ErrorCode } from '@contract';

/** An expected "no": one code of the closed table, with a more exact sentence or field messages where they help. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (code: ErrorCode, details: Omit<Refusal, 'code'> = {}): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { code, ...details } });

/** Carries a refusal out of a use case; the router turns it into a reply. Anything else that is thrown is a defect. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusedError';
  }
}

/** The value, or out with the refusal. */
export const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new RefusedError(result.refusal);
  return result.value;
};

/** Refuses at once. */
export const fail = (code: ErrorCode, details: Omit<Refusal, 'code'> = {}): never => {
  throw new RefusedError({ code, ...details });
};
