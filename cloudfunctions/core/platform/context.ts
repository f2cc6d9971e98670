import type { Clock } from '../kernel/clock';
import type { Member } from '../member/member';

/** What a use case gets: who calls, when it is, and which act this is. Everything it needs to be pure about the rest. */
export interface CallContext {
  readonly requestId: string;
  readonly nowMs: number;
  readonly openid: string;
  /** From the openid and a secret; the id a person has whether joined or not. */
  readonly callerId: string;
  /** Made and saved by the client before sending; empty for routes that change nothing. */
  readonly operationId: string;
}

/** A call by somebody who joined. */
export interface MemberContext extends CallContext {
  readonly member: Member;
}

/** A run of `jobs` or an event: no person stands behind it. */
export interface SystemContext {
  readonly requestId: string;
  readonly clock: Clock;
}
