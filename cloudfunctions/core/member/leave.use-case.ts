import type { CollectionName } from '../../database';
import { TimeUpError, type WhoIsGone } from '../erase/gone';
import { isStaffRole } from '../kernel/access';
import { systemClock } from '../kernel/clock';
import { deriveId, hashInput } from '../kernel/ids';
import { fail } from '../kernel/result';
import type { CallContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { deliverMemberEvents } from './deliver-member-events.use-case';
import { homesOf, type Member } from './member';
import type { MemberEvent } from './member-event';
import { isPersonId } from '../person/person-id';
import { isSoleOwner } from '../shop/shop.repository';
import { memberRepository } from './member.repository';
import { noteOperation, wasDone } from './recent-operations.repository';

const INPUT_HASH = hashInput({});
/** So long a call erases by itself, of the twenty seconds it has; `jobs` goes on within the minute. */
const CALL_MS = 8_000;

/** What somebody may not leave behind for others to stumble over, in the words they read. */
const BUSY_WITH: readonly { readonly text: string; readonly collection: CollectionName; readonly where: (member: Member) => Readonly<Record<string, unknown>> }[] = [
  { text: '没办完的心愿', collection: 'wishes', where: (member) => ({ householdId: command.in([...homesOf(member)]), posterId: member._id, isLive: true }) },
  { text: '认领了还没办完的', collection: 'claims', where: ({ _id }) => ({ claimerId: _id, isOpen: true }) },
  { text: '报了名的活动', collection: 'signUps', where: ({ _id }) => ({ memberId: _id, isActive: true }) },
  { text: '您负责的众筹', collection: 'campaigns', where: ({ _id }) => ({ 'answerable.memberId': _id, isLive: true }) },
  { text: '您给的定向赠与', collection: 'directedGifts', where: ({ _id }) => ({ 'giver.partyId': _id, isLive: true }) },
  { text: '您负责的项目', collection: 'needProjects', where: ({ _id }) => ({ ownerId: _id, isLive: true }) },
  { text: '您负责的定向赠与', collection: 'directedGifts', where: ({ _id }) => ({ 'answerable.memberId': _id, isLive: true }) },
];

const busyWith = async (member: Member): Promise<readonly string[]> => {
  const busy = await Promise.all(BUSY_WITH.map(async ({ text, collection, where }) => ((await store.query<{ readonly _id: string }>(collection, { where: where(member), limit: 1, fields: ['_id'] })).length > 0 ? [text] : [])));
  return [...busy.flat(), ...((await isSoleOwner(member._id)) ? ['只有您一位店主的店（先请一位店主进来）'] : [])];
};

/** Everything that says who it was goes in one update; ids stay, since the ledger and others' figures need them. */
const erasedFields = (): Readonly<Record<string, unknown>> => ({
  state: 'left', openid: '', displayName: '', roles: command.set([]), roleAreaIds: command.set([]), clerkOf: command.set([]), grants: command.set({}),
  gridId: null, gridName: null, point: null, dutyPhone: '', stationName: '', careMode: false,
  suggestions: command.remove(), grantLines: command.remove(),
});

/** What they are called on what others read. */
const namesOf = ({ displayName, roles }: Member): readonly string[] => [displayName, ...roles.flatMap(({ merchantName }) => (merchantName === null ? [] : [merchantName]))];

const goneOf = (member: Member): WhoIsGone => ({ names: namesOf(member), paperIds: member.partyIds.filter(isPersonId), wasStaff: member.roles.some(({ role }) => isStaffRole(role)) });

const leftBefore = async (context: CallContext): Promise<boolean> => {
  const standing = await memberRepository.find(context.callerId);
  return standing !== null && standing.state === 'left' && wasDone(standing, context.operationId, INPUT_HASH);
};

/**
 * Leaves and erases: name, openid, roles and inbox go, and whatever they wrote and showed; figures under the id stay. A lost reply can be asked for again.
 * @throws RefusedError STILL_BUSY_HERE while a wish lives, a claim is open, a sign-up stands, a campaign, a directed gift or a project they answer for is at work, or a shop has no other owner, NOT_JOINED, BUSY.
 */
export const leave = async (context: CallContext & { readonly member: Member | null }): Promise<{ readonly left: true }> => {
  const { member, operationId, nowMs } = context;
  if (member === null) return (await leftBefore(context)) ? { left: true } : fail('NOT_JOINED');
  const busy = await busyWith(member);
  if (busy.length > 0) fail('STILL_BUSY_HERE', { message: `还有${busy.join('、')}。办完、放回或撤回，就能退出。` });
  const event: MemberEvent = { eventId: deriveId('e', operationId), atMs: nowMs, byId: member._id, kind: 'left', gone: goneOf(member) };
  const changed = await store.update(
    'members',
    { _id: member._id, state: 'active', revision: member.revision },
    { ...erasedFields(), revision: command.inc(1), [`outbox.${event.eventId}`]: command.set(event), wakeAtMs: command.min(nowMs), ...noteOperation(member, operationId, INPUT_HASH) },
  );
  if (changed === 0) fail('BUSY');
  const after: Member = { ...member, state: 'left', revision: member.revision + 1, outbox: { ...member.outbox, [event.eventId]: event } };
  const untilMs = systemClock.nowMs() + CALL_MS;
  const assertTime = (): void => {
    if (systemClock.nowMs() >= untilMs) throw new TimeUpError();
  };
  await asDelivery(() => deliverMemberEvents(after, assertTime)).catch((error: unknown) => {
    if (!(error instanceof TimeUpError)) logDefect(context.requestId, 'member events', error);
  });
  return { left: true };
};
