import type { ApiContract } from '@contract';
import { DAY_MS } from '../kernel/clock';
import { deriveId, hashInput } from '../kernel/ids';
import { fail } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { deliverMemberEvents } from './deliver-member-events.use-case';
import { worksAt, type Member } from './member';
import type { MemberEvent } from './member-event';
import { memberRepository } from './member.repository';
import { noteOperation, notDoneYet, wasDone } from './recent-operations.repository';

type Reply = ApiContract['member.freeze']['output'];

/**
 * Staff of somebody's community stop new claims of theirs for some days, or let them claim again (`days` 0), with a reason
 * that the person reads. What they hold goes on. Refuses PERSON_NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED (oneself), BUSY.
 */
export const freezeMember = async (context: MemberContext, input: ApiContract['member.freeze']['parsed']): Promise<Reply> => {
  if (input.memberId === context.callerId) fail('NOT_ALLOWED', { message: '自己的账号要由别的工作人员来办。' });
  const target = await memberRepository.find(input.memberId);
  if (target === null || target.state !== 'active') return fail('PERSON_NOT_FOUND');
  if (!worksAt(context.member, target.communityId)) fail('OUT_OF_AREA');
  const inputHash = hashInput(input);
  if (wasDone(target, context.operationId, inputHash)) return { memberId: target._id, frozenUntilMs: target.frozenUntilMs };
  const frozenUntilMs = input.days === 0 ? 0 : context.nowMs + input.days * DAY_MS;
  const event: MemberEvent = { kind: 'frozen', untilMs: frozenUntilMs, reason: input.reason, areaId: target.communityId, eventId: deriveId('e', context.operationId), atMs: context.nowMs, byId: context.callerId };
  const changed = await store.update(
    'members',
    { _id: target._id, state: 'active', revision: target.revision, ...notDoneYet(context.operationId) },
    { frozenUntilMs, revision: command.inc(1), [`outbox.${event.eventId}`]: command.set(event), wakeAtMs: command.min(context.nowMs), ...noteOperation(target, context.operationId, inputHash) },
  );
  if (changed === 0) fail('BUSY');
  const after: Member = { ...target, frozenUntilMs, revision: target.revision + 1, outbox: { ...target.outbox, [event.eventId]: event } };
  await asDelivery(() => deliverMemberEvents(after)).catch((error: unknown) => logDefect(context.requestId, 'member events', error));
  return { memberId: target._id, frozenUntilMs };
};
