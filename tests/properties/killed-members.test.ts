import { join } from 'node:path';
import type { ApiReply, RouteName } from '@contract';
import type { Area } from '../../cloudfunctions/core/area/area';
import type { Member } from '../../cloudfunctions/core/member/member';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { startLocalCloud } from '../../devtools/local-cloud';
import { ADMIN, COMMUNITY, Community, GRID, HOUR_MS, newOperation, STAFF } from '../flows/support/community';

/** More wire calls than any of these commands makes with its delivery; a round ends when the n-th does not come. */
const CALLS_MAX = 25;
const WHEN = ['before', 'after'] as const;

interface Act {
  readonly caller: string;
  readonly input: unknown;
  /** Throws unless the world looks as after exactly one undisturbed call. */
  readonly check: () => void;
}

const memberOf = (community: Community, memberId: string): Member => {
  const member = community.document<Member>('members', memberId);
  if (member === null) throw new Error(`${memberId} is missing`);
  return member;
};
const noticesOf = (community: Community, memberId: string): number => community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId).length;
const auditOf = (community: Community, memberId: string): number => community.documents<{ subjectId: string }>('audit').filter((line) => line.subjectId === memberId).length;

const fresh = async (community: Community, openid: string): Promise<string> => {
  await community.join(openid, '三楼的邻居', GRID);
  return (await community.me(openid)).memberId;
};

const CASES: readonly { readonly route: RouteName; readonly prepare: (community: Community, name: string) => Promise<Act> }[] = [
  {
    route: 'member.join',
    prepare: async (community, name) => ({
      caller: name,
      input: { areaId: GRID, displayName: '刚搬来的', privacyVersion: '2026-11-20' },
      check: () => expect(community.documents<Member>('members').filter((member) => member.openid === name)).toMatchObject([{ displayName: '刚搬来的', state: 'active' }]),
    }),
  },
  {
    route: 'member.grantRole',
    prepare: async (community, name) => {
      const memberId = await fresh(community, name);
      return {
        caller: STAFF,
        input: { memberId, role: 'volunteer', areaId: COMMUNITY },
        check: () => {
          expect(memberOf(community, memberId)).toMatchObject({ roles: [{ role: 'volunteer', areaId: COMMUNITY }], outbox: {} });
          expect([noticesOf(community, memberId), auditOf(community, memberId)]).toEqual([1, 1]);
        },
      };
    },
  },
  {
    route: 'notice.recordGrants',
    prepare: async (community, name) => {
      const memberId = await fresh(community, name);
      return { caller: name, input: { accepted: ['wishClaimed', 'wishReviewed'], rejected: [] }, check: () => expect(memberOf(community, memberId).grants).toEqual({ wishClaimed: 1, wishReviewed: 1 }) };
    },
  },
  {
    route: 'area.add',
    prepare: async (community, name) => {
      const code = name.toLowerCase().slice(-9);
      return {
        caller: ADMIN,
        input: { parentId: COMMUNITY, code, level: 'grid', name: '新小区' },
        check: () => expect(community.document<Area>('areas', `${COMMUNITY}-${code}`)).toMatchObject({ name: '新小区', parentId: COMMUNITY }),
      };
    },
  },
  {
    route: 'member.leave',
    prepare: async (community, name) => {
      const memberId = await fresh(community, name);
      return {
        caller: name,
        input: {},
        check: () => {
          expect(memberOf(community, memberId)).toMatchObject({ state: 'left', openid: '', displayName: '', outbox: {} });
          expect([noticesOf(community, memberId), auditOf(community, memberId)]).toEqual([0, 1]);
        },
      };
    },
  },
];

describe('commands of people and areas, killed at any database call', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  test.each(CASES)('$route, sent again, ends as one undisturbed call', async ({ route, prepare }) => {
    let fired = 0;
    for (const when of WHEN) {
      for (let nth = 1; nth <= CALLS_MAX; nth += 1) {
        const act = await prepare(community, `oKill${route.replace('.', '')}${when}${nth}x`);
        const operationId = newOperation();
        await community.advance(HOUR_MS);
        await community.arm({ route, kind: 'kill', nth, when, times: 1 });
        const first = await community.send(act.caller, route, act.input as never, operationId);
        const isOver = community.unfiredPlaces().length > 0;
        await community.arm();
        if (first.ok === 'lost') expect((await community.send(act.caller, route, act.input as never, operationId)).ok).toBe(true);
        else expect({ nth, when, ok: first.ok }).toEqual({ nth, when, ok: true });
        await community.runJobs();
        act.check();
        if (isOver) break;
        fired += 1;
      }
    }
    expect(fired).toBeGreaterThanOrEqual(4);
  }, 300_000);
});

describe('opening a deployment, killed at any database call', () => {
  test('the first administrator sends the same again and has the district', async () => {
    const input = { secret: 'linyuan-first-admin', districtCode: 'd01', districtName: '云溪区', dutyPhone: '0571-8800000', displayName: '区管理员' };
    const cloud = await startLocalCloud({ data: 'memory', seed: 'empty', functionsDir: join(__dirname, '../../dist/cloudfunctions') });
    try {
      let fired = 0;
      for (const when of WHEN) {
        for (let nth = 1; nth <= CALLS_MAX; nth += 1) {
          await cloud.control('reset', { seed: 'empty' });
          const event = { route: 'member.claimFirstAdministrator', input, operationId: newOperation() };
          await cloud.control('faults', { rules: [{ route: event.route, kind: 'kill', nth, when, times: 1 }] });
          const first = await cloud.call('api', event, 'oFirst');
          await cloud.control('faults', { rules: [] });
          const reply = (first.error === undefined ? first : await cloud.call('api', event, 'oFirst')).result as ApiReply<unknown>;
          expect({ nth, when, reply }).toMatchObject({ nth, when, reply: { ok: true, data: { joined: true, me: { roles: [{ role: 'administrator', areaId: 'd01' }] } } } });
          await cloud.control('jobs', {});
          const { store } = cloud.cloud;
          expect(['members', 'areas', 'settings', 'audit'].map((name) => store.get(name).documents.size)).toEqual([1, 1, 1, 1]);
          if (first.error === undefined) break;
          fired += 1;
        }
      }
      expect(fired).toBeGreaterThanOrEqual(8);
    } finally {
      await cloud.close();
    }
  }, 300_000);
});
