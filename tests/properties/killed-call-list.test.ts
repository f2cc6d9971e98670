import type { Callee } from '../../cloudfunctions/core/call-list/callee';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { callList } from '../flows/support/call-list-steps';
import { Community, HOUR_MS, newOperation, POSTER, STAFF } from '../flows/support/community';
import { toHour } from '../flows/support/supply-steps';
import { deliveredWish } from '../flows/support/wish-steps';
import { IS_LONG } from './support/killed-command';
import { settle } from './support/killed-row';

describe('the call list, killed', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  /** Something arrived a day ago and was not read; the timer has not looked yet. */
  const prepare = async (): Promise<void> => {
    await community.foundAnew();
    await toHour(community, 10);
    await deliveredWish(community, { urgency: 'urgent' }, POSTER);
    await community.runJobs();
    await community.advance(25 * HOUR_MS);
  };
  beforeEach(prepare);
  afterAll(async () => {
    await community.close();
  });

  const late = (): readonly string[] => [...community.documents<Notice>('notices'), ...community.documents<Callee>('callees')].filter(({ wakeAtMs }) => wakeAtMs !== undefined && wakeAtMs <= community.nowMs()).map(({ _id }) => _id);

  test('the timer dies at any call about a line: they are on the list once', async () => {
    await community.runJobs();
    const calls = [...community.meters(50)].reverse().find((record) => record.function === 'jobs' && record.calls.some(({ collection }) => collection === 'callees'))?.calls ?? [];
    const first = calls.findIndex(({ collection }) => collection === 'notices');
    expect(calls.length - first).toBeGreaterThan(6);
    for (let nth = first + 1; nth <= calls.length; nth += IS_LONG ? 1 : 2) {
      await prepare();
      await community.arm({ function: 'jobs', kind: 'kill', nth, when: nth % 4 < 2 ? 'after' : 'before', times: 1 });
      await community.runJobs().catch(() => undefined);
      expect({ nth, unfired: community.unfiredPlaces() }).toEqual({ nth, unfired: [] });
      await community.arm();
      await settle(community);
      expect({ nth, listed: (await callList(community)).map(({ name, lines }) => [name, lines.length]), late: late() }).toEqual({ nth, listed: [['赵阿姨', 1]], late: [] });
    }
  });

  test.each([1, 2, 3, 4, 5].flatMap((nth) => (['before', 'after'] as const).map((when) => [nth, when] as const)))('writing down a call dies at call %i, %s it; sent again it counts once', async (nth, when) => {
    await community.runJobs();
    const [row] = await callList(community);
    const [input, operationId] = [{ calleeId: row?.calleeId ?? '', calls: 0, outcome: 'noAnswer' } as const, newOperation()];
    await community.arm({ route: 'callList.record', kind: 'kill', nth, when, times: 1 });
    await community.send(STAFF, 'callList.record', input, operationId);
    await community.arm();
    await community.must(STAFF, 'callList.record', input, operationId);
    expect(community.documents<Callee>('callees')).toMatchObject([{ calls: 1, missed: 1, state: 'later' }]);
  });
});
