import type { WishSubmitInput } from '@contract';
import type { RoleHeld } from '../kernel/access';
import { DAY_MS } from '../kernel/clock';
import { pathOf } from '../kernel/area-tree';
import type { Member } from '../member/member';
import { newWish, type WishPlace } from './submit-wish';
import { NEVER_MS, type Wish } from './wish';

/** People and wishes as plain values, for tests of pure decisions. */
export const GRID = 'd01-s01-c01-g01';
export const COMMUNITY = 'd01-s01-c01';
/** Friday 20 November 2026, 9:41 in China. */
export const START_MS = Date.parse('2026-11-20T09:41:00+08:00');

export const member = (id: string, changes: Partial<Member> = {}): Member => ({
  _id: id,
  openid: `o_${id}`,
  state: 'active',
  displayName: `邻居${id}`,
  code: 'ABCDEFGH',
  householdId: `h_${id}`,
  areaId: GRID,
  areaIds: pathOf(GRID),
  communityId: COMMUNITY,
  communityName: '青枫社区',
  gridId: GRID,
  gridName: '枫林里',
  dutyPhone: '0571-8800101',
  stationName: '青枫社区驿站',
  point: { lng: 120.1, lat: 30.2 },
  roles: [],
  roleAreaIds: [],
  partyIds: [],
  clerkOf: [],
  teamIds: [],
  skills: [],
  ledTeamIds: [],
  paperHomes: {},
  typeSize: 'system',
  careMode: false,
  grants: {},
  overdueClaimIds: [],
  frozenUntilMs: 0,
  settledClaimIds: [],
  rates: {},
  privacyVersion: '2026-11-01',
  joinedAtMs: START_MS - 100 * DAY_MS,
  revision: 1,
  recentOperations: {},
  outbox: {},
  wakeAtMs: NEVER_MS,
  ...changes,
});

export const roleOf = (role: RoleHeld['role'], areaId: string, merchantName: string | null = null): RoleHeld => ({ role, areaId, areaName: areaId, merchantName, grantedBy: 'm_admin', grantedAtMs: START_MS - DAY_MS });

export const poster = member('m_poster', { displayName: '赵阿姨' });
export const staff = member('m_staff', { displayName: '何静', roles: [roleOf('staff', COMMUNITY)] });
export const merchant = member('m_merchant', { displayName: '吴老板', roles: [roleOf('merchant', COMMUNITY, '吴记粮油')] });
export const neighbour = member('m_neighbour', { displayName: '刘洋' });

export const place: WishPlace = { areaId: GRID, areaName: '枫林里', communityId: COMMUNITY, communityName: '青枫社区', stationName: '青枫社区驿站', point: { lng: 120.1, lat: 30.2 } };

export const submission = (changes: Partial<WishSubmitInput> = {}): WishSubmitInput => ({
  title: '六位老人，各盼一袋米一桶油',
  story: '天一冷，下楼买米就怕摔。',
  category: 'goods',
  shares: 3,
  shareNote: '5 公斤米 + 1.8 升油',
  estimatedValueFen: 24_000,
  urgency: 'normal',
  windowEndMs: START_MS + 30 * DAY_MS,
  handover: 'station',
  areaId: null,
  photoFileIds: [],
  storyVoiceFileId: null,
  onBehalf: null,
  ...changes,
});

export const submittedWish = (changes: Partial<WishSubmitInput> = {}): Wish =>
  newWish(submission(changes), poster, place, { operationId: 'op_submit', inputHash: 'hash', nowMs: START_MS, needsCare: false, onBehalf: null, householdId: poster.householdId, benefits: [] });

/** Approved and with nothing waiting. */
export const openWish = (changes: Partial<Wish> = {}, input: Partial<WishSubmitInput> = {}): Wish => ({
  ...submittedWish(input),
  state: 'open',
  wallState: 'claimable',
  publishedAtMs: START_MS,
  outbox: {},
  pendingEvents: 0,
  wakeAtMs: START_MS + 7 * DAY_MS,
  ...changes,
});
