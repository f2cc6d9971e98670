import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiContract, MeReply } from '@contract';
import { districtOf, type Area } from '../area/area';
import { findArea, insertArea } from '../area/area.repository';
import type { RoleHeld } from '../kernel/access';
import { deriveId, hashInput } from '../kernel/ids';
import { fail } from '../kernel/result';
import { checkName } from '../platform/content-check';
import type { CallContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { spendVisitorCall } from '../quota/visitor-calls.quota';
import { deliverMemberEvents } from './deliver-member-events.use-case';
import type { Member } from './member';
import type { MemberEvent } from './member-event';
import { memberRepository } from './member.repository';
import { meView } from './member.view';
import { newMember, placeAtDistrict } from './new-member';
import { roleAreaIdsOf } from './roles';

/** Stands once a deployment: who opened it, with which district. */
interface FirstAdministrator {
  readonly _id: 'firstAdministrator';
  readonly memberId: string;
  readonly districtId: string;
  readonly inputHash: string;
  readonly atMs: number;
}

type Context = CallContext & { readonly member: Member | null };
type Input = ApiContract['member.claimFirstAdministrator']['parsed'];

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares hashes in constant time, so that the time of an answer tells nothing. A deployment without a secret admits nobody. */
const isSecret = (given: string): boolean => {
  const secret = process.env.LINYUAN_FIRST_ADMIN_SECRET ?? '';
  return secret !== '' && timingSafeEqual(digest(given), digest(secret));
};

/** The first caller with the secret wins; only they may send the same again, to finish what a lost call left undone. */
const claimOnce = async (claim: FirstAdministrator): Promise<FirstAdministrator> => {
  if ((await store.insertOnce('settings', claim)) === 'inserted') return claim;
  const standing = await store.find<FirstAdministrator>('settings', claim._id);
  if (standing === null || standing.memberId !== claim.memberId || standing.inputHash !== claim.inputHash) return fail('ADMIN_SECRET_WRONG');
  return standing;
};

const ensureDistrict = async (context: Context, input: Input): Promise<Area> => {
  const district = districtOf({ code: input.districtCode, name: input.districtName, dutyPhone: input.dutyPhone }, context.operationId, context.nowMs);
  if ((await insertArea(district)) === 'inserted') return district;
  return (await findArea(district._id)) ?? fail('BUSY');
};

const administratorAt = (district: Area, memberId: string, atMs: number): RoleHeld => ({
  role: 'administrator', areaId: district._id, areaName: district.name, merchantName: null, grantedBy: memberId, grantedAtMs: atMs,
});

/** Gives the role to who has a document; the guard makes a repeat change nothing. */
const giveRole = async (memberId: string, held: RoleHeld, event: MemberEvent): Promise<Member> => {
  const member = (await memberRepository.find(memberId)) ?? fail('BUSY');
  if (member.roles.some((each) => each.role === 'administrator' && each.areaId === held.areaId)) return member;
  const roles = [...member.roles, held];
  const changed = await store.update(
    'members',
    { _id: memberId, revision: member.revision },
    { roles: command.set(roles), roleAreaIds: command.set(roleAreaIdsOf(roles)), revision: command.inc(1), [`outbox.${event.eventId}`]: command.set(event), wakeAtMs: command.min(event.atMs) },
  );
  if (changed === 0) fail('BUSY');
  return { ...member, roles, revision: member.revision + 1, outbox: { ...member.outbox, [event.eventId]: event } };
};

/** Whoever has not joined gets their document with the role in one insert. */
const admitAdministrator = async (context: Context, input: Input, district: Area, held: RoleHeld, event: MemberEvent): Promise<Member> => {
  if (context.member !== null) return giveRole(context.callerId, held, event);
  const fresh = newMember({
    memberId: context.callerId, openid: context.openid, displayName: input.displayName, privacyVersion: '', place: placeAtDistrict(district),
    operationId: context.operationId, inputHash: hashInput(input), nowMs: context.nowMs,
  });
  const member: Member = { ...fresh, roles: [held], roleAreaIds: roleAreaIdsOf([held]), outbox: { [event.eventId]: event }, wakeAtMs: context.nowMs };
  if ((await memberRepository.insertOnce(member)) === 'inserted') return member;
  // They left once and are back: their document is woken without the role, which the guarded update then gives.
  await memberRepository.revive(fresh);
  return giveRole(context.callerId, held, event);
};

/**
 * Opens a deployment: the first caller who knows its one-time secret becomes administrator of the district they name.
 * Each step has an id of its own, so the same caller sending the same again finishes what is missing.
 * @throws RefusedError ADMIN_SECRET_WRONG, RATE_LIMITED, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE.
 */
export const claimFirstAdministrator = async (context: Context, input: Input): Promise<MeReply> => {
  if (context.member === null) await spendVisitorCall(context.callerId, context.nowMs);
  if (!isSecret(input.secret)) fail('ADMIN_SECRET_WRONG');
  await checkName(context.openid, [input.displayName, input.districtName]);
  const claim = await claimOnce({ _id: 'firstAdministrator', memberId: context.callerId, districtId: input.districtCode, inputHash: hashInput(input), atMs: context.nowMs });
  const district = await ensureDistrict(context, input);
  const held = administratorAt(district, context.callerId, claim.atMs);
  const event: MemberEvent = { eventId: deriveId('e', 'firstAdministrator'), atMs: claim.atMs, byId: context.callerId, kind: 'roleGranted', role: 'administrator', areaId: district._id, areaName: district.name };
  const member = await admitAdministrator(context, input, district, held, event);
  await asDelivery(() => deliverMemberEvents(member)).catch((error: unknown) => logDefect(context.requestId, 'member events', error));
  return { joined: true, me: meView(member, 0, context.nowMs) };
};
