import type { ErrorCode, RouteName } from '@contract';

/**
 * Why a call brought no answer to work with.
 * `offline`: no reply came, nobody knows whether it was carried out; `refused`: the program said no, with a reason;
 * `broken`: the reply was not one of ours.
 */
export type FailureKind = 'offline' | 'refused' | 'broken';

const OFFLINE_MESSAGE = '网断了，写好的都还在。连上网再试一次就好。';
const BROKEN_MESSAGE = '我们这边出了点问题，您写的都还在，请过一会儿再试。';

/** A failed call in words a person can read. `fields` names wrong input fields, with a sentence each. */
export class ApiFailure extends Error {
  readonly kind: FailureKind;
  readonly code: ErrorCode | null;
  readonly isRetryable: boolean;
  readonly fields: Readonly<Record<string, string>>;

  constructor(kind: FailureKind, message: string, details: { code?: ErrorCode; isRetryable?: boolean; fields?: Readonly<Record<string, string>> } = {}) {
    super(message);
    this.name = 'ApiFailure';
    this.kind = kind;
    this.code = details.code ?? null;
    this.isRetryable = details.isRetryable ?? kind !== 'refused';
    this.fields = details.fields ?? {};
  }
}

export const offlineFailure = (): ApiFailure => new ApiFailure('offline', OFFLINE_MESSAGE);
export const brokenFailure = (): ApiFailure => new ApiFailure('broken', BROKEN_MESSAGE);

/** Anything thrown, as a failure that can be shown; a defect of ours reads as `broken`. */
export function toApiFailure(thrown: unknown): ApiFailure {
  return thrown instanceof ApiFailure ? thrown : brokenFailure();
}

/** Reads of one wish by its id; their only input comes from a link, never from a form. */
const READS_OF_A_WISH: ReadonlySet<RouteName> = new Set<RouteName>(['wish.get', 'review.get']);
const WISH_NOT_FOUND_MESSAGE = '没找到这件心愿，可能已经撤回了。';

/** A failed read in words that fit a page: a broken link has no field marked red, so it reads like a wish that is gone. */
export function toReadFailure(route: RouteName, thrown: unknown): ApiFailure {
  const failure = toApiFailure(thrown);
  const isNowhere = failure.code === 'BAD_INPUT' || failure.code === 'NOT_FOUND';
  if (!isNowhere || !READS_OF_A_WISH.has(route)) return failure;
  return new ApiFailure('refused', WISH_NOT_FOUND_MESSAGE, { code: 'NOT_FOUND', isRetryable: false });
}

/**
 * Is the fate of the act known? Only then may a new operation id be made: after a lost or unfinished reply the same id
 * must go out again, or the act could happen twice.
 */
export function isDefinitive(failure: ApiFailure): boolean {
  return failure.kind === 'refused' && !failure.isRetryable;
}
