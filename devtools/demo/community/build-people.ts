import type { Area } from '../../../cloudfunctions/core/area/area';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Random } from '../random';
import { buildMember, demoMemberId, type Joiner } from './build-member';
import { CAST, type CastKey, type CastPerson } from './cast';
import { daysBefore } from './moments';
import { createNames, SHOPS } from './names';
import { HOME_COMMUNITY } from './places';

/** How many of each kind live in the demo's own community and in each of the others. */
const COUNTS = {
  residents: { home: 62, elsewhere: 34 },
  merchants: { home: 18, elsewhere: 6 },
  volunteers: { home: 12, elsewhere: 4 },
  groupOwners: { home: 3, elsewhere: 2 },
} as const;

export interface People {
  readonly members: readonly Member[];
  cast(key: CastKey): Member;
  /** Everybody of a community who holds the role; with null, everybody who holds none. */
  of(communityId: string, role: Member['roles'][number]['role'] | null): readonly Member[];
}

const castJoiner = (person: CastPerson): Joiner => ({
  openid: person.openid,
  name: person.name,
  areaId: person.areaId,
  roles: person.roles,
  joinedAtMs: daysBefore(200),
  careMode: person.careMode === true,
});

/** Draws joiners of one community; openids count on, so they never repeat and are never all digits. */
function createDrawer(random: Random, areas: readonly Area[]) {
  const names = createNames(random);
  for (const person of CAST) names.take(person.name);
  const shops = [...SHOPS];
  let drawn = 0;
  const joiner = (community: Area, kind: string, fields: Pick<Joiner, 'name'> & Partial<Joiner>): Joiner => {
    drawn += 1;
    const grids = areas.filter((area) => area.parentId === community._id);
    return {
      openid: `oDemo${kind}${String(drawn).padStart(4, '0')}`,
      areaId: random.pick(grids)._id,
      joinedAtMs: daysBefore(random.between(20, 240)),
      roles: [],
      careMode: false,
      ...fields,
    };
  };
  const staff = (community: Area): readonly Joiner[] => [
    joiner(community, 'Staff', { name: names.fullName(), roles: [{ role: 'staff', areaId: community._id }] }),
    ...(community._id === HOME_COMMUNITY
      ? []
      : [
          joiner(community, 'Staff', { name: names.fullName(), roles: [{ role: 'staff', areaId: community._id }] }),
          joiner(community, 'Social', { name: names.fullName(), roles: [{ role: 'socialWorker', areaId: community._id }] }),
        ]),
  ];
  const merchant = (community: Area): Joiner => {
    const merchantName = shops.shift();
    if (merchantName === undefined) throw new Error('the demo has more merchants than shop names');
    return joiner(community, 'Shop', { name: `${names.surname()}老板`, roles: [{ role: 'merchant', areaId: community._id, merchantName }] });
  };
  const resident = (community: Area): Joiner => joiner(community, 'Res', { name: names.residentName(), careMode: random.chance(0.12) });
  const volunteer = (community: Area): Joiner => joiner(community, 'Vol', { name: names.fullName(), roles: [{ role: 'volunteer', areaId: community._id }] });
  const groupOwner = (community: Area): Joiner => joiner(community, 'Group', { name: names.residentName(), roles: [{ role: 'groupOwner', areaId: community._id }] });
  return { staff, merchant, resident, volunteer, groupOwner };
}

const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

const castOf = (communityId: string, role: string): number => CAST.filter((person: CastPerson) => person.areaId.startsWith(communityId) && person.roles.some((held) => held.role === role)).length;

/** About 300 residents, 60 merchants, 40 volunteers and everybody who works for the eight communities. */
export function buildPeople(random: Random, areas: readonly Area[]): People {
  const byId = new Map(areas.map((area) => [area._id, area]));
  const draw = createDrawer(random, areas);
  const joiners: Joiner[] = CAST.map(castJoiner);
  for (const community of areas.filter((area) => area.level === 'community')) {
    const isHome = community._id === HOME_COMMUNITY;
    const count = (kind: keyof typeof COUNTS, role: string): number => (isHome ? COUNTS[kind].home - castOf(community._id, role) : COUNTS[kind].elsewhere);
    joiners.push(
      ...draw.staff(community),
      ...times(count('merchants', 'merchant'), () => draw.merchant(community)),
      ...times(count('volunteers', 'volunteer'), () => draw.volunteer(community)),
      ...times(count('groupOwners', 'groupOwner'), () => draw.groupOwner(community)),
      ...times(isHome ? COUNTS.residents.home : COUNTS.residents.elsewhere, () => draw.resident(community)),
    );
  }
  const granter = demoMemberId('oDemoLuQu0013');
  const members = joiners.map((joiner) => buildMember(joiner, byId, granter));
  const byOpenid = new Map(members.map((member) => [member.openid, member]));
  return {
    members,
    cast: (key) => {
      const member = byOpenid.get(CAST.find((person) => person.key === key)?.openid ?? '');
      if (!member) throw new Error(`nobody plays ${key}`);
      return member;
    },
    of: (communityId, role) => members.filter((member) => member.communityId === communityId && (role === null ? member.roles.length === 0 : member.roles.some((held) => held.role === role))),
  };
}
