import { ancestorAt, levelOf, pathOf } from '../kernel/area-tree';
import { deriveId, memberCodeOf } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { NEVER_MS } from '../wish/wish';
import type { Area } from '../area/area';
import type { Member } from './member';

/** The part of a member that says where they belong. */
export type MemberPlace = Pick<Member, 'areaId' | 'areaIds' | 'communityId' | 'communityName' | 'gridId' | 'gridName' | 'dutyPhone' | 'stationName' | 'point'>;

/** The nodes that must be read before somebody joins at `areaId`: its community and, if it is one, the grid. */
export const nodesOfPlace = (areaId: string): readonly string[] => pathOf(areaId).slice(2);

/** Pure: where somebody belongs who joins at a community or one of its grids. */
export const decidePlace = (areaId: string, known: ReadonlyMap<string, Area>): Result<MemberPlace> => {
  const level = levelOf(areaId);
  if (level !== 'community' && level !== 'grid') return refuse('AREA_NOT_JOINABLE');
  const area = known.get(areaId);
  const community = known.get(ancestorAt(areaId, 'community') ?? '');
  if (area === undefined || community === undefined) return refuse('AREA_NOT_JOINABLE');
  const grid = level === 'grid' ? area : null;
  return accept({
    areaId,
    areaIds: pathOf(areaId),
    communityId: community._id,
    communityName: community.name,
    gridId: grid?._id ?? null,
    gridName: grid?.name ?? null,
    dutyPhone: area.dutyPhone,
    stationName: area.stationName,
    point: area.point,
  });
};

/** Pure: the first administrator stands at the district itself, before there is any community. */
export const placeAtDistrict = (district: Area): MemberPlace => ({
  areaId: district._id,
  areaIds: district.areaIds,
  communityId: district._id,
  communityName: district.name,
  gridId: null,
  gridName: null,
  dutyPhone: district.dutyPhone,
  stationName: district.stationName,
  point: district.point,
});

export interface NewMemberInput {
  readonly memberId: string;
  readonly openid: string;
  readonly displayName: string;
  readonly privacyVersion: string;
  readonly place: MemberPlace;
  readonly operationId: string;
  readonly inputHash: string;
  readonly nowMs: number;
}

/** Pure: the document of somebody who joins. One household a person until staff link people of one home. */
export const newMember = (input: NewMemberInput): Member => ({
  _id: input.memberId,
  openid: input.openid,
  state: 'active',
  displayName: input.displayName,
  code: memberCodeOf(input.memberId),
  householdId: deriveId('h', input.memberId),
  ...input.place,
  roles: [],
  roleAreaIds: [],
  partyIds: [],
  clerkOf: [],
  teamIds: [],
  ledTeamIds: [],
  paperHomes: {},
  skills: [],
  typeSize: 'system',
  careMode: false,
  grants: {},
  overdueClaimIds: [],
  frozenUntilMs: 0,
  settledClaimIds: [],
  rates: {},
  privacyVersion: input.privacyVersion,
  joinedAtMs: input.nowMs,
  revision: 0,
  recentOperations: { [input.operationId]: input.inputHash },
  outbox: {},
  wakeAtMs: NEVER_MS,
});
