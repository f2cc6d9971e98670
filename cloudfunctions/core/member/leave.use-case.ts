import { deriveId, hashInput } from '../kernel/ids';
import { fail } from '../kernel/result';
import type { CallContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { deliverMemberEvents } from './deliver-member-events.use-case';
import { homesOf, type Member } from './member';
import type { MemberEvent } from './member-event';
import { isSoleOwner } from '../shop/shop.repository';
import { memberRepository } from './member.repository';
import { noteOperation, wasDone } from './recent-operations.repository';

const INPUT_HASH = hashInput({});

const isBusyHere = async (member: Member): Promise<boolean> => {
  const busy = await Promise.all([
    store.query<{ readonly _id: string }>('wishes', { where: { householdId: command.in([...homesOf(member)]), posterId: member._id, isLive: true }, limit: 1, fields: ['_id'] }),
    store.query<{ readonly _id: string }>('claims', { where: { claimerId: member._id, isOpen: true }, limit: 1, fields: ['_id'] }),
    store.query<{ readonly _id: string }>('signUps', { where: { memberId: member._id, isActive: true }, limit: 1, fields: ['_id'] }),
    store.query<{ readonly _id: string }>('campaigns', { where: { 'answerable.memberId': member._id, isLive: true }, limit: 1, fields: ['_id'] }),
    store.query<{ readonly _id: string }>('directedGifts', { where: { 'giver.partyId': member._id, isLive: true }, limit: 1, fields: ['_id'] }),
    store.query<{ readonly _id: string }>('needProjects', { where: { ownerId: member._id, isLive: true }, limit: 1, fields: ['_id'] }),
    store.query<{ readonly _id: string }>('directedGifts', { where: { 'answerable.memberId': member._id, isLive: true }, limit: 1, fields: ['_id'] }),
  ]);
  return busy.some((found) => found.length > 0) || (await isSoleOwner(member._id));
};

/** Everything that says who it was goes in one update; ids stay, since the ledger and others' figures need them. */
const erasedFields = (): Readonly<Record<string, unknown>> => ({
  state: 'left', openid: '', displayName: '', roles: command.set([]), roleAreaIds: command.set([]), clerkOf: command.set([]), grants: command.set({}),
  gridId: null, gridName: null, point: null, dutyPhone: '', stationName: '', careMode: false,
  suggestions: command.remove(),
});

const leftBefore = async (context: CallContext): Promise<boolean> => {
  const standing = await memberRepository.find(context.callerId);
  return standing !== null && standing.state === 'left' && wasDone(standing, context.operationId, INPUT_HASH);
};

/**
 * Leaves and erases: name, openid, roles and inbox go, figures under the id stay. A lost reply can be asked for again.
 * @throws RefusedError STILL_BUSY_HERE while a wish lives, a claim is open, a sign-up stands, a campaign, a directed gift or a project they answer for is at work, or a shop has no other owner, NOT_JOINED, BUSY.
 */
export const leave = async (context: CallContext & { readonly member: Member | null }): Promise<{ readonly left: true }> => {
  const { member, operationId, nowMs } = context;
  if (member === null) return (await leftBefore(context)) ? { left: true } : fail('NOT_JOINED');
  if (await isBusyHere(member)) fail('STILL_BUSY_HERE');
  const event: MemberEvent = { eventId: deriveId('e', operationId), atMs: nowMs, byId: member._id, kind: 'left' };
  const changed = await store.update(
    'members',
    { _id: member._id, state: 'active', revision: member.revision },
    { ...erasedFields(), revision: command.inc(1), [`outbox.${event.eventId}`]: command.set(event), wakeAtMs: command.min(nowMs), ...noteOperation(member, operationId, INPUT_HASH) },
  );
  if (changed === 0) fail('BUSY');
  const after: Member = { ...member, state: 'left', revision: member.revision + 1, outbox: { ...member.outbox, [event.eventId]: event } };
  await asDelivery(() => deliverMemberEvents(after)).catch((error: unknown) => logDefect(context.requestId, 'member events', error));
  return { left: true };
};
