import type { Member } from '../../cloudfunctions/core/member/member';
import { grantsLeft } from '../../cloudfunctions/core/notice/grant-line';
import type { MessageRecord } from '../../cloudfunctions/core/notice/message-record';
import { Community, GRID, MERCHANT } from '../flows/support/community';
import { toHour } from '../flows/support/supply-steps';
import { openWish } from '../flows/support/wish-steps';
import { IS_LONG } from './support/killed-command';
import { settle } from './support/killed-row';

interface Place {
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** Messages of one kind that wait over one night. */
const WAITING = 2;
const READER = 'oTestMorning';

describe('the message of the morning, killed', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  /** Two wishes of one person are claimed by night, and the timer of the morning dies there. */
  const morningKilledAt = async (place: Place | null): Promise<void> => {
    await community.foundAnew();
    await community.join(READER, '王奶奶', GRID);
    for (let grants = 0; grants < 3; grants += 1) await community.must(READER, 'notice.recordGrants', { accepted: ['wishClaimed'], rejected: [] });
    community.cloud.cloud.inbox.grant(READER, 'local-wishClaimed', 3);
    await toHour(community, 22);
    for (let count = 0; count < WAITING; count += 1) await community.must(MERCHANT, 'wish.claim', { wishId: await openWish(community, { urgency: 'urgent' }, READER), shares: 1, as: { kind: 'merchant' } });
    await community.runJobs();
    await toHour(community, 8);
    await community.arm(...(place === null ? [] : [{ function: 'jobs', kind: 'kill' as const, ...place, times: 1 }]));
    await community.runJobs().catch(() => undefined);
  };

  const sent = () => community.cloud.cloud.inbox.messagesOf(READER);
  const records = (): readonly MessageRecord[] => community.documents<MessageRecord>('messages').filter(({ template, atMs }) => template === 'wishClaimed' && atMs > 0);
  const states = (): readonly string[] => records().map(({ state }) => state).sort();
  /** What the run that sent asked for; the first is the lease. */
  const callsOfMorning = () => [...community.meters(50)].reverse().find((record) => record.function === 'jobs' && record.calls.some(({ collection }) => collection === 'messages'))?.calls ?? [];

  test('the timer dies at any call: both are told in one message for one grant, or it is not counted as sent', async () => {
    await morningKilledAt(null);
    expect([sent().length, states()]).toEqual([1, ['joined', 'sent']]);
    const calls = callsOfMorning();
    const first = calls.findIndex(({ collection }) => collection === 'messages');
    expect(calls.length - first).toBeGreaterThan(8);
    let unknown = 0;
    const places = Array.from({ length: calls.length - first }, (_unused, index) => first + index + 1).flatMap((nth) => (IS_LONG ? (['before', 'after'] as const) : [nth % 2 === 0 ? ('before' as const) : ('after' as const)]).map((when): Place => ({ nth, when })));
    for (const place of places) {
      await morningKilledAt(place);
      await community.arm();
      await settle(community);
      await settle(community);
      const { grants, grantLines = [] } = community.documents<Member>('members').find(({ openid }) => openid === READER) as Member;
      const used = 3 - (grants.wishClaimed ?? 0);
      const outcome = { place, sent: sent().length, states: states(), used };
      if (outcome.states.includes('taken')) {
        // Died while WeChat had it: never a second one, and no part says that it went out.
        unknown += 1;
        expect(outcome).toEqual({ place, sent: outcome.sent, states: ['taken', 'taken'], used: 1 });
        expect(outcome.sent).toBeLessThanOrEqual(1);
      } else expect(outcome).toEqual({ place, sent: 1, states: ['joined', 'sent'], used: 1 });
      for (const { data } of sent()) expect(JSON.stringify(data)).toContain(`共 ${WAITING} 件`);
      expect(grantsLeft(grantLines, 'wishClaimed')).toBe(grants.wishClaimed);
      expect(records().filter(({ held, wakeAtMs }) => held !== null || wakeAtMs <= community.nowMs())).toEqual([]);
    }
    // After it was taken out of its waiting, around the call to WeChat, before the answer is written down.
    expect(unknown).toBeGreaterThan(0);
    expect(unknown).toBeLessThanOrEqual(IS_LONG ? 6 : 4);
  });
});
