import { hashInput } from '../kernel/ids';
import type { MemberContext } from '../platform/context';
import type { Step } from './step';

/** The step a call takes. */
export const stepOf = (context: MemberContext, input: unknown): Step => ({ actorId: context.callerId, operationId: context.operationId, inputHash: hashInput(input), nowMs: context.nowMs });
