import { LIMITS, type ApiContract, type Page, type TeamCardView, type TeamView } from '@contract';
import * as v from 'valibot';
import type { Area } from '../area/area';
import { findArea } from '../area/area.repository';
import { settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { ancestorAt, isWithin, levelOf, pathOf } from '../kernel/area-tree';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { memberRepository } from '../member/member.repository';
import { personRepository } from '../person/person.repository';
import type { MemberContext } from '../platform/context';
import { openText, sealText } from '../platform/field-sealer';
import { whereAfter } from '../platform/keyset';
import { oneOf } from '../platform/store';
import { RULES } from '../rules';
import { checkWords } from '../shift/words-check.use-case';
import { changeTeam, hasShiftsAhead, shiftsAheadOf } from './change-team.use-case';
import { decideClose, decideProposal, decideRenewCode, decideWords } from './change-team';
import { newHelpTeam, newTeam, type Team } from './team';
import { maySeeTeam } from './team-access';
import { TEAM_KIND } from './team-kind';
import { teamRepository, teamsOf } from './team.repository';
import { showTeam } from './show-team.use-case';
import { teamCardView } from './team-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Inserted once; the same act again answers the same, the same operation with other words is refused. */
const found = async (context: MemberContext, fresh: Team): Promise<TeamView> => {
  if ((await teamRepository.insert(fresh)) === 'exists') {
    const standing = await teamRepository.get(fresh._id);
    return standing.inputHash === fresh.inputHash ? showTeam(standing, [], context.member) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(TEAM_KIND, fresh._id, context.nowMs, context.requestId);
  return showTeam(fresh, [], context.member);
};

const assertRoom = (member: Member): void => {
  if (member.teamIds.length >= RULES.team.teamsPerPerson) fail('TEAM_LIMIT_REACHED');
};

const isPlaceOfTeams = (areaId: string): boolean => levelOf(areaId) === 'community' || levelOf(areaId) === 'street';

/** Refuses OUT_OF_AREA, NOT_FOUND (no such area), TEAM_LIMIT_REACHED, TEXT_RISKY, OPERATION_REUSED. */
export const proposeTeam = async (context: MemberContext, input: Parsed<'team.propose'>): Promise<TeamView> => {
  if (!isPlaceOfTeams(input.areaId) || !isWithin(context.member.communityId, input.areaId)) return fail('OUT_OF_AREA');
  assertRoom(context.member);
  const area = (await findArea(input.areaId)) ?? fail('NOT_FOUND');
  await checkWords(context, [input.name, input.purpose], 'purpose');
  return found(context, newTeam(input, area, context.member, stepOf(context, input)));
};

interface Helped {
  readonly helpedId: string;
  readonly name: string;
  readonly area: Pick<Area, '_id' | 'name' | 'areaIds'>;
}

const NOBODY = { fields: { helped: '没找到这位' } } as const;

const placeOfHelp = (communityId: string, communityName: string): Helped['area'] => ({ _id: communityId, name: communityName, areaIds: pathOf(communityId) });

/** A neighbour, found before by the code they read out, or somebody on paper: then it is their account's, if they have one since. */
const helpedOf = async (helped: Parsed<'team.openHelp'>['helped']): Promise<Helped> => {
  if (helped.kind === 'member') {
    const member = await memberRepository.find(helped.memberId);
    if (member === null || member.state !== 'active') return fail('PERSON_NOT_FOUND', NOBODY);
    return { helpedId: member._id, name: member.displayName, area: placeOfHelp(member.communityId, member.communityName) };
  }
  const person = (await personRepository.find(helped.personId)) ?? fail('PERSON_NOT_FOUND', NOBODY);
  return { helpedId: person.memberId ?? person._id, name: openText(person.nameSealed), area: placeOfHelp(person.communityId, person.communityName) };
};

/** Refuses PERSON_NOT_FOUND (also of another place), TEAM_LIMIT_REACHED, TEXT_RISKY, OPERATION_REUSED. */
export const openHelpTeam = async (context: MemberContext, input: Parsed<'team.openHelp'>): Promise<TeamView> => {
  assertRoom(context.member);
  const { helpedId, name, area } = await helpedOf(input.helped);
  if (!worksAt(context.member, area._id, ['socialWorker'])) return fail('PERSON_NOT_FOUND', NOBODY);
  if (helpedId === context.callerId) return fail('NOT_ALLOWED', { message: '自己的事请另一位社工来带。' });
  await checkWords(context, [input.name, input.purpose], 'purpose');
  return found(context, newHelpTeam(input, area, { helpedId, nameSealed: sealText(name) }, context.member, stepOf(context, input)));
};

export const decideTeam = async (context: MemberContext, input: Parsed<'team.decide'>): Promise<TeamView> => {
  if (input.decision.kind === 'refuse') await checkWords(context, [input.decision.note], 'note');
  return changeTeam(context, input.teamId, (team) => decideProposal(team, input.decision, context.member, stepOf(context, input)));
};

export const updateTeam = async (context: MemberContext, input: Parsed<'team.update'>): Promise<TeamView> => {
  await checkWords(context, [input.name, input.purpose], 'purpose');
  return changeTeam(context, input.teamId, (team) => decideWords(team, input, context.member, stepOf(context, input)));
};

export const renewTeamCode = (context: MemberContext, input: Parsed<'team.renewCode'>): Promise<TeamView> =>
  changeTeam(context, input.teamId, (team) => decideRenewCode(team, context.member, stepOf(context, input)));

export const closeTeam = async (context: MemberContext, input: Parsed<'team.close'>): Promise<{ readonly teamId: string }> => {
  await checkWords(context, [input.reason], 'reason');
  const hasShifts = await hasShiftsAhead(context, input.teamId);
  await changeTeam(context, input.teamId, (team) => decideClose(team, hasShifts, input.reason, context.member, stepOf(context, input)));
  return { teamId: input.teamId };
};

const PLACE = v.tuple([v.number(), v.string()]);
const NEWEST = [['createdAtMs', 'desc'], ['_id', 'desc']] as const;

/** Where a neighbour's teams are: their community and their street. */
const ownPlaces = (reader: Member): readonly string[] => pathOf(reader.communityId).slice(1, 3);

/** An area of the reader's own district, or one they work in. */
const maySeeArea = (areaId: string, reader: Member): boolean => ancestorAt(areaId, 'district') === ancestorAt(reader.areaId, 'district') || worksAt(reader, areaId);

/** Refuses OUT_OF_AREA. */
export const listTeams = async ({ member }: MemberContext, input: Parsed<'team.list'>): Promise<Page<TeamCardView>> => {
  if (input.areaId !== null && !maySeeArea(input.areaId, member)) return fail('OUT_OF_AREA');
  const places = input.areaId === null ? ownPlaces(member) : [input.areaId];
  const where = whereAfter({ listedIn: oneOf(places), state: 'active' }, NEWEST, decodeCursor(input.cursor, PLACE));
  const rows = await teamRepository.list({ where, order: NEWEST, limit: LIMITS.pageSize + 1 });
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map((team) => teamCardView(team, member)), nextCursor: rows.length > shown.length && end ? encodeCursor([end.createdAtMs, end._id]) : null };
};

export const myTeams = async (context: MemberContext): Promise<readonly TeamCardView[]> => (await teamsOf(context.callerId)).map((team) => teamCardView(team, context.member));

export const getTeam = async (context: MemberContext, input: Parsed<'team.get'>): Promise<TeamView> => {
  const [team, shifts] = await Promise.all([teamRepository.get(input.teamId), shiftsAheadOf(context, input.teamId)]);
  return maySeeTeam(team, context.member) ? showTeam(team, shifts, context.member) : fail('NOT_FOUND');
};
