import { ROLE_LABEL } from '@contract';
import { tellAggregate } from '../aggregate/tell.use-case';
import { writeAudit } from '../audit/audit.repository';
import { pathOf } from '../kernel/area-tree';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { scrubsOf } from '../kernel/scrub';
import { GONE_STAFF, type AssertTime, type WhoIsGone } from '../erase/gone';
import { eraseWords } from '../erase/erase-words.use-case';
import { sweepNames, type SweepPlace } from '../erase/sweep-names.use-case';
import { leaveGroups } from '../group/leave-groups.use-case';
import { insertNotice } from '../notice/notice.repository';
import { PERSON_KIND } from '../person/person';
import { isPersonId } from '../person/person-id';
import { decideMemberLeft } from '../person/takeover';
import { openText, sealText } from '../platform/field-sealer';
import { command, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { decideShopPersonLeft } from '../shop/shop-people';
import { SHOP_KIND } from '../shop/shop-kind';
import { shopsOf } from '../shop/shop.repository';
import { leaveShopSupplies, leaveSupplies } from '../supply/carry-supplies.use-case';
import { decideHelpedGone } from '../team/change-team';
import { decidePersonGone } from '../team/stay-in-team';
import { entryOf } from '../team/team';
import { TEAM_KIND } from '../team/team-kind';
import { helpTeamsAround, teamsOf } from '../team/team.repository';
import { decidePersonGone as decideUnitPersonGone } from '../unit/change-unit';
import { UNIT_KIND } from '../unit/unit-kind';
import { unitsOf } from '../unit/unit.repository';
import { NEVER_MS } from '../wish/wish';
import { eraseTraces } from './erase-traces.use-case';
import { worksAt, type Member } from './member';
import type { MemberEvent } from './member-event';

const NOBODY: WhoIsGone = { names: [], paperIds: [], wasStaff: false };

/** Longer than any call lives (deploy.ts: twenty seconds). */
const IN_FLIGHT_MS = 60_000;

type LeftEvent = Extract<MemberEvent, { readonly kind: 'left' }>;
type RoleEvent = Extract<MemberEvent, { readonly kind: 'roleGranted' | 'roleRevoked' }>;

const tellOfRole = async (memberId: string, event: RoleEvent): Promise<void> => {
  const isGranted = event.kind === 'roleGranted';
  await writeAudit({ auditId: deriveId('audit', event.eventId), kind: event.kind, byId: event.byId, subjectId: memberId, areaIds: pathOf(event.areaId), note: `${event.role} @ ${event.areaId}`, atMs: event.atMs });
  await insertNotice({
    kind: 'notice',
    noticeId: deriveId('n', event.eventId),
    memberId,
    title: isGranted ? `您现在是${ROLE_LABEL[event.role]}了` : `您的${ROLE_LABEL[event.role]}身份已收回`,
    body: isGranted ? `范围：${event.areaName}。打开“我的”就能看到新的入口。` : `范围：${event.areaName}。有疑问请打社区电话。`,
    pictureKey: 'hand',
    target: { page: 'me', wishId: null, claimId: null },
    todo: null,
    atMs: event.atMs,
  });
};

/** People on paper whose account they had taken over are staff's to look after again. */
const returnPapers = async (member: Member, atMs: number): Promise<void> => {
  for (const personId of member.partyIds.filter(isPersonId)) await tellAggregate(PERSON_KIND, personId, (person) => decideMemberLeft(person, member._id, atMs));
};

/** Units go on without them: the next deputy answers for what is open, or staff look for somebody. */
const leaveUnits = async (memberId: string, atMs: number): Promise<void> => {
  for (const unit of await unitsOf(memberId)) await tellAggregate(UNIT_KIND, unit._id, (standing) => decideUnitPersonGone(standing, memberId, atMs));
};

/** Shops go on without them: another owner answers for what is open. */
const leaveShops = async (memberId: string, atMs: number): Promise<void> => {
  for (const shop of await shopsOf(memberId)) await tellAggregate(SHOP_KIND, shop._id, (standing) => decideShopPersonLeft(standing, memberId, atMs));
};

/** Teams go on without them; a help team around them ends. */
const leaveTeams = async (memberId: string, atMs: number): Promise<void> => {
  for (const team of await teamsOf(memberId)) await tellAggregate(TEAM_KIND, team._id, (standing) => decidePersonGone(standing, memberId, atMs));
  for (const team of await helpTeamsAround(memberId)) await tellAggregate(TEAM_KIND, team._id, (standing) => decideHelpedGone(standing, atMs));
};

/** Whoever is in a help team as its social worker is in it as long as they are one there. */
const leaveHelpTeams = async (member: Member, atMs: number): Promise<void> => {
  for (const team of await teamsOf(member._id)) {
    const isByRole = entryOf(team, member._id)?.relation === 'socialWorker';
    if (isByRole && !worksAt(member, team.areaId, ['socialWorker'])) await tellAggregate(TEAM_KIND, team._id, (standing) => decidePersonGone(standing, member._id, atMs));
  }
};

const tellOfFreeze = async (memberId: string, event: Extract<MemberEvent, { readonly kind: 'frozen' }>): Promise<void> => {
  const isFrozen = event.untilMs > event.atMs;
  await writeAudit({ auditId: deriveId('audit', event.eventId), kind: isFrozen ? 'memberFrozen' : 'memberUnfrozen', byId: event.byId, subjectId: memberId, areaIds: pathOf(event.areaId), note: event.untilMs === 0 ? '' : `until ${event.untilMs}`, atMs: event.atMs });
  await insertNotice({
    kind: 'notice',
    noticeId: deriveId('n', event.eventId),
    memberId,
    title: isFrozen ? `到 ${chinaDateText(event.untilMs)} 先不认领新的` : '又可以认领心愿了',
    body: isFrozen ? `${event.reason} 手上的照常办，有疑问请打社区电话。` : event.reason,
    pictureKey: 'hand',
    target: { page: 'me', wishId: null, claimId: null },
    todo: null,
    atMs: event.atMs,
  });
};

const deliver = async (member: Member, event: MemberEvent, assertTime: AssertTime): Promise<void> => {
  switch (event.kind) {
    case 'roleGranted':
      return tellOfRole(member._id, event);
    case 'roleRevoked':
      await leaveHelpTeams(member, event.atMs);
      await leaveShopSupplies(member, event.atMs);
      await leaveGroups(member, event.atMs);
      return tellOfRole(member._id, event);
    case 'frozen':
      return tellOfFreeze(member._id, event);
    case 'left':
      // First: afterwards a shop that was only applied for no longer knows by whom.
      await eraseWords({ memberId: member._id, gone: event.gone ?? NOBODY, districtId: member.areaIds[0] ?? '', assertTime });
      await leaveUnits(member._id, event.atMs);
      await leaveShops(member._id, event.atMs);
      await leaveTeams(member._id, event.atMs);
      await leaveSupplies(member._id, event.atMs);
      await leaveGroups(member, event.atMs);
      await eraseTraces(member._id, event.atMs);
      await returnPapers(member, event.atMs);
      return writeAudit({ auditId: deriveId('audit', event.eventId), kind: 'memberLeft', byId: member._id, subjectId: member._id, areaIds: [], note: '', atMs: event.atMs });
  }
};

/**
 * Delivers what happened to a member, oldest first, then clears the outbox unless something happened meanwhile; then the
 * next run delivers again, which changes nothing for what was delivered.
 */
export const deliverMemberEvents = async (member: Member, assertTime: AssertTime = () => undefined): Promise<void> => {
  const events = Object.values(member.outbox).sort((a, b) => a.atMs - b.atMs);
  for (const event of events) await deliver(member, event, assertTime);
  const left = events.find((event): event is LeftEvent => event.kind === 'left');
  const later = left?.gone === undefined ? { wakeAtMs: NEVER_MS } : { wakeAtMs: left.atMs + IN_FLIGHT_MS, goneSealed: sealText(JSON.stringify(left.gone)) };
  await store.update('members', { _id: member._id, revision: member.revision }, { outbox: command.set({}), ...later });
};

/** What is left of them where they did things beside others, and in office. @returns where to go on; null when all is gone through. */
const sweepAfter = async (member: Member, gone: WhoIsGone): Promise<SweepPlace | null> => {
  if (member.gonePlace === undefined) {
    await eraseWords({ memberId: member._id, gone, districtId: member.areaIds[0] ?? '', assertTime: () => undefined });
    await eraseTraces(member._id, member.wakeAtMs);
  }
  return sweepNames(member.gonePlace ?? null, member._id, scrubsOf(gone.names, gone.wasStaff ? GONE_STAFF : GONE_TEXT));
};

/**
 * A call that was under way while they left may have written their name after it was taken out: once more, when none can
 * be under way any longer, and then through everything, look by look; then who they were is forgotten here too. Whoever
 * came back meanwhile keeps what they do now.
 */
export const eraseOnceMore = async (member: Member): Promise<void> => {
  const { _id, goneSealed, state, outbox, wakeAtMs } = member;
  if (goneSealed === undefined) return;
  const place = state === 'left' ? await sweepAfter(member, JSON.parse(openText(goneSealed)) as WhoIsGone) : null;
  const change = place === null ? { goneSealed: command.remove(), gonePlace: command.remove(), wakeAtMs: Object.keys(outbox).length > 0 ? wakeAtMs : NEVER_MS } : { gonePlace: command.set(place) };
  await store.update('members', { _id, goneSealed }, change);
};
