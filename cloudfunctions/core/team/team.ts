import type { PublicTeamKind, TeamKind, TeamPlace, TeamRelation, TeamRole, TeamState } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import type { Area } from '../area/area';
import { deriveId, memberCodeOf } from '../kernel/ids';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { TeamEvent } from './team-event';

/** How one person stands to a team: an entry of its map, small. Nobody is put in who did not ask or agree. */
export interface TeamMember {
  readonly name: string;
  readonly role: TeamRole;
  readonly place: TeamPlace;
  /** Who they are to the person a help team is for; null elsewhere. */
  readonly relation: TeamRelation | null;
  readonly sinceMs: number;
  /** Asked or invited: until when it stands; null once in. */
  readonly untilMs: number | null;
}

export type TeamMembers = Readonly<Record<string, TeamMember>>;

/**
 * A team: people who do things together under one name, with whoever leads it. A help team stands around one person and
 * is seen by its own people only. Unlike a unit it answers for no claims. One document, bounded by `RULES.team`; its
 * changes are decided on the version they were read at.
 */
export interface Team extends Versioned<TeamEvent> {
  readonly kind: TeamKind;
  readonly state: TeamState;
  readonly name: string;
  readonly purpose: string;
  /** A community, or a street. */
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly areaName: string;
  /** Where lists show it; null for a help team: no list but that of its own people. */
  readonly listedIn: string | null;
  readonly openedById: string;
  readonly createdAtMs: number;
  /** When staff let neighbours see it, or a help team was opened; null before. */
  readonly approvedAtMs: number | null;
  readonly members: TeamMembers;
  /** Everybody in `members`; plain, because a list asks for it. */
  readonly peopleIds: readonly string[];
  /** Those who are in. */
  readonly memberCount: number;
  /** Since when nobody leads it; null while somebody does. */
  readonly leaderlessSinceMs: number | null;
  /** Read out by whoever leads it; renewed, the old one opens nothing. */
  readonly joinCode: string;
  /** Of a help team the person it is for, a member or somebody on paper, with their name sealed; else null. */
  readonly helpedId: string | null;
  readonly helpedNameSealed: string | null;
  /** Closed: those who are still to be told. */
  readonly untoldIds: readonly string[];
  /** Why it was not approved or was closed. */
  readonly note: string;
  readonly inputHash: string;
}

export const nameInTeam = (displayName: string): string => [...displayName].slice(0, RULES.team.nameCharacters).join('');

export const membersMaxOf = ({ kind }: Pick<Team, 'kind'>): number => (kind === 'help' ? RULES.team.helpMembersMax : RULES.team.membersMax);

/** Everybody who is in with one of the roles, in the order they came. */
export const inRole = (members: TeamMembers, ...roles: readonly TeamRole[]): readonly (readonly [memberId: string, member: TeamMember])[] =>
  Object.entries(members).filter(([, each]) => each.place === 'in' && roles.includes(each.role)).sort(([, a], [, b]) => a.sinceMs - b.sinceMs);

export const leadsOf = ({ members }: Pick<Team, 'members'>): readonly string[] => inRole(members, 'lead').map(([memberId]) => memberId);
/** Whoever answers questions: leads, and deputies who stand in. */
export const managersOf = ({ members }: Pick<Team, 'members'>): readonly string[] => inRole(members, 'lead', 'deputy').map(([memberId]) => memberId);

/** Somebody's entry; null for a stranger. */
export const entryOf = ({ members }: Pick<Team, 'members'>, memberId: string): TeamMember | null => (Object.hasOwn(members, memberId) ? (members[memberId] ?? null) : null);

export const isIn = (team: Pick<Team, 'members'>, memberId: string): boolean => entryOf(team, memberId)?.place === 'in';

/** The people of a team after a change, with everything that follows from them. */
export const peopleFields = (team: Pick<Team, 'leaderlessSinceMs'>, members: TeamMembers, nowMs: number): Pick<Team, 'members' | 'peopleIds' | 'memberCount' | 'leaderlessSinceMs'> => ({
  members,
  peopleIds: Object.keys(members),
  memberCount: Object.values(members).filter((each) => each.place === 'in').length,
  leaderlessSinceMs: inRole(members, 'lead').length > 0 ? null : (team.leaderlessSinceMs ?? nowMs),
});

type Words = Pick<Team, 'name' | 'purpose'>;

const born = (words: Words, area: Pick<Area, '_id' | 'name' | 'areaIds'>, opener: Member, relation: TeamRelation | null, step: Step) => {
  const teamId = deriveId('g', step.operationId);
  const lead: TeamMember = { name: nameInTeam(opener.displayName), role: 'lead', place: 'in', relation, sinceMs: step.nowMs, untilMs: null };
  return {
    _id: teamId, name: words.name, purpose: words.purpose, areaId: area._id, areaIds: area.areaIds, areaName: area.name, openedById: opener._id, createdAtMs: step.nowMs,
    ...peopleFields({ leaderlessSinceMs: null }, { [opener._id]: lead }, step.nowMs),
    joinCode: memberCodeOf(teamId), untoldIds: [], note: '', version: 1, steps: {}, inputHash: step.inputHash,
  };
};

/** Pure: proposed by a neighbour, who leads it. */
export const newTeam = (input: Words & { readonly kind: PublicTeamKind }, area: Pick<Area, '_id' | 'name' | 'areaIds'>, opener: Member, step: Step): Team => ({
  ...born(input, area, opener, null, step),
  kind: input.kind, state: 'proposed', listedIn: area._id, approvedAtMs: null, helpedId: null, helpedNameSealed: null,
  ...bornWith<TeamEvent>({ kind: 'proposed', ...bySomebody(step) }),
});

/** Pure: opened by a social worker around one person, `helped`; at work at once, since nobody else sees it. */
export const newHelpTeam = (input: Words, area: Pick<Area, '_id' | 'name' | 'areaIds'>, helped: { readonly helpedId: string; readonly nameSealed: string }, opener: Member, step: Step): Team => ({
  ...born(input, area, opener, 'socialWorker', step),
  kind: 'help', state: 'active', listedIn: null, approvedAtMs: step.nowMs, helpedId: helped.helpedId, helpedNameSealed: helped.nameSealed,
  ...bornWith<TeamEvent>({ kind: 'opened', ...bySomebody(step) }),
});

const isEntryRight = (team: Team, entry: TeamMember): boolean =>
  (entry.place === 'in') === (entry.untilMs === null) && (entry.place === 'in' || entry.role === 'member') && (team.kind === 'help') === (entry.relation !== null);

/** What must hold at every moment; a false is a defect. */
export const isTeamCoherent = (team: Team): boolean =>
  Object.values(team.members).every((entry) => isEntryRight(team, entry)) &&
  team.peopleIds.length === Object.keys(team.members).length &&
  team.peopleIds.every((memberId) => Object.hasOwn(team.members, memberId)) &&
  team.memberCount === Object.values(team.members).filter((entry) => entry.place === 'in').length &&
  team.peopleIds.length <= membersMaxOf(team) &&
  (team.state === 'closed' ? team.peopleIds.length === 0 && team.leaderlessSinceMs === null && team.helpedNameSealed === null : team.memberCount > 0 && (team.leaderlessSinceMs === null) === leadsOf(team).length > 0) &&
  (team.state === 'closed' || team.untoldIds.length === 0) &&
  (team.kind === 'help') === (team.listedIn === null) &&
  Object.keys(team.outbox).length === team.pendingEvents &&
  Object.keys(team.steps).length <= STEPS_MAX;
