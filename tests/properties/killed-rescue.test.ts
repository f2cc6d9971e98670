import type { RouteName } from '@contract';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { isCoherent, isLiveOf, type Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, COMMUNITY, DAY_MS, HOUR_MS, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, POSTER, STAFF } from '../flows/support/community';
import { openWish, submitWish } from '../flows/support/wish-steps';

/**
 * The choices about a wish nobody claims, a weighed benefit and an accepted referral, killed at each of their database
 * calls and sent again as a phone does, or left to `jobs`: one choice, one word to the poster, an owner and a clock.
 */
/** `npm run test:long` meets each place; the ordinary lane some, with the change and its delivery on either side. */
const PLACES: readonly number[] = process.env.LINYUAN_LONG === '1' ? Array.from({ length: 14 }, (_unused, index) => index + 1) : [3, 5, 6];
const BENEFIT = { areaId: COMMUNITY, name: '残疾辅具', gives: '轮椅适配', whoMayGet: '有证的居民', whereToApply: '残联窗口', keywords: ['轮椅'] };

interface Case {
  readonly route: RouteName;
  readonly caller: string;
  readonly input: (community: Community, wishId: string) => unknown;
  /** Brings wishes to where the command applies. */
  readonly prepare: (community: Community, wishIds: readonly string[]) => Promise<void>;
  readonly happened: (wish: Wish) => boolean;
  /** Titles of the one word the poster gets of it. */
  readonly told: string;
}

const untouched = async (): Promise<void> => undefined;
const refer = (wishId: string) => ({ wishId, class: 'transfer', toAreaId: OTHER_COMMUNITY, toRole: 'staff', reason: '请一起想办法' }) as const;

const CASES: readonly Case[] = [
  { route: 'rescue.split', caller: STAFF, input: (_community, wishId) => ({ wishId, shares: 9, shareNote: '一小袋' }), prepare: untouched, happened: (wish) => wish.sharesWanted === 9, told: '社工把心愿拆小了' },
  { route: 'rescue.payFromProject', caller: STAFF, input: (community, wishId) => ({ wishId, projectName: '邻里互助金', amountFen: 1_000, deliverAtMs: community.nowMs() + DAY_MS }), prepare: untouched, happened: (wish) => wish.sharesHeld === 3, told: '社区项目来办' },
  { route: 'rescue.refer', caller: STAFF, input: (_community, wishId) => refer(wishId), prepare: untouched, happened: (wish) => wish.referral?.state === 'offered', told: '心愿转给更合适的地方' },
  {
    route: 'referral.accept',
    caller: OUTSIDE_STAFF,
    input: (_community, wishId) => ({ wishId }),
    prepare: async (community, wishIds) => {
      for (const wishId of wishIds) await community.must(STAFF, 'rescue.refer', refer(wishId));
    },
    happened: (wish) => wish.referral?.state === 'accepted',
    told: '柳岸社区接下了',
  },
];

describe('killed at any database call', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const wishOf = (wishId: string): Wish => {
    const wish = community.document<Wish>('wishes', wishId);
    if (wish === null) throw new Error(`no wish ${wishId}`);
    return wish;
  };

  const settle = async (): Promise<void> => {
    for (let run = 0; run < 4; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
  };

  /** Every other victim is sent again; the rest is `jobs`' to finish if it happened, and the phone's if it did not. */
  const killEach = async (route: RouteName, caller: string, inputs: readonly { readonly wishId: string; readonly input: unknown }[]): Promise<void> => {
    for (const [index, { wishId, input }] of inputs.entries()) {
      const operation = newOperation();
      const revision = wishOf(wishId).revision;
      await community.arm({ route, kind: 'kill', nth: PLACES[index] ?? 1, when: index % 2 === 0 ? 'after' : 'before', times: 1 });
      await community.send(caller, route, input as never, operation);
      await community.arm();
      if (index % 3 !== 0 || wishOf(wishId).revision === revision) await community.must(caller, route, input as never, operation);
    }
    await settle();
  };

  const assertSound = (wishId: string): void => {
    const wish = wishOf(wishId);
    expect({ wishId, coherent: isCoherent(wish), waiting: wish.pendingEvents }).toEqual({ wishId, coherent: true, waiting: 0 });
    const open = community.documents<Task>('tasks').filter((task) => task.wishId === wishId && task.state === 'open');
    expect({ wishId, owned: !isLiveOf(wish) || wish.wakeAtMs > community.nowMs() || open.length > 0 }).toEqual({ wishId, owned: true });
    expect(open.filter((task) => task.kind === 'unclaimed' || task.kind === 'unclaimedLate')).toEqual([]);
  };

  test.each(CASES)('$route', async ({ route, caller, input, prepare, happened, told }) => {
    const wishIds: string[] = [];
    while (wishIds.length < PLACES.length) wishIds.push(await openWish(community, { title: '想要几袋米', category: 'goods', shares: 3, estimatedValueFen: 9_000, urgency: 'urgent', windowEndMs: community.nowMs() + 60 * DAY_MS }));
    await community.advance(7 * DAY_MS + HOUR_MS);
    await community.runJobs();
    await prepare(community, wishIds);
    await killEach(route, caller, wishIds.map((wishId) => ({ wishId, input: input(community, wishId) })));
    for (const wishId of wishIds) {
      assertSound(wishId);
      expect({ wishId, happened: happened(wishOf(wishId)), told: community.documents<Notice>('notices').filter((notice) => notice.target.wishId === wishId && notice.memberId === wishOf(wishId).posterId && notice.title === told).length }).toEqual({ wishId, happened: true, told: 1 });
      expect(wishOf(wishId).rescue.choices).toHaveLength(1);
    }
  });

  test('review.benefit', async () => {
    await community.must(STAFF, 'benefit.save', BENEFIT);
    const wishIds: string[] = [];
    while (wishIds.length < PLACES.length) wishIds.push(await submitWish(community, { title: '想借一辆轮椅', category: 'goods', urgency: 'urgent', windowEndMs: community.nowMs() + 60 * DAY_MS }, POSTER));
    await killEach('review.benefit', STAFF, wishIds.map((wishId) => ({ wishId, input: { wishId, decision: 'together' } })));
    for (const wishId of wishIds) {
      assertSound(wishId);
      const tasks = community.documents<Task>('tasks').filter((task) => task.wishId === wishId);
      expect(tasks.map((task) => `${task.kind}:${task.state}`).sort()).toEqual(['benefitCheck:done', 'benefitHelp:open', 'review:open']);
    }
  });
});
