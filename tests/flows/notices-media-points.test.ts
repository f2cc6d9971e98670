import type { NoticeView, PointsEntryView } from '@contract';
import type { Account } from '../../cloudfunctions/core/ledger/balance';
import { foldBalances } from '../../cloudfunctions/core/ledger/balance';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Media } from '../../cloudfunctions/core/media/media';
import type { OpenWishQuota } from '../../cloudfunctions/core/quota/quota';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, DAY_MS, GRID, HOUR_MS, MERCHANT, newOperation, POSTER, STAFF } from './support/community';
import { confirmedFor } from './support/rating-steps';
import { deliveredWish, openWish, ratingOf, submitWish, wishInput } from './support/wish-steps';

/** What events bring about: inbox, subscription messages, checks of files, points; over the deployed bundles. */
describe('what follows from an event', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const freshPoster = async (openid: string): Promise<string> => {
    await community.join(openid, '王奶奶', GRID);
    await community.advance(HOUR_MS);
    return openid;
  };
  const settled = async (check: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 500 && !check(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(check()).toBe(true);
  };
  const photoStates = (wishId: string): readonly string[] => Object.values(community.document<Wish>('wishes', wishId)?.photos ?? {}).map((photo) => photo.state);

  describe('subscription messages', () => {
    test('one grant, one message; the same answer sent again is one grant; without a grant the inbox has it', async () => {
      const poster = await freshPoster('oTestGrants');
      const operationId = newOperation();
      for (let times = 0; times < 2; times += 1) expect(await community.must(poster, 'notice.recordGrants', { accepted: ['wishReviewed'], rejected: [] }, operationId)).toEqual({ recorded: 1 });
      community.cloud.cloud.inbox.grant(poster, 'local-wishReviewed', 5);
      await openWish(community, {}, poster);
      await openWish(community, {}, poster);
      await community.runJobs();
      const messages = community.cloud.cloud.inbox.messagesOf(poster);
      expect(messages).toHaveLength(1);
      expect(messages[0]?.page).toMatch(/^packages\/wish\/detail\/index\?wishId=/);
      const { items } = await community.must(poster, 'notice.inbox', { cursor: null });
      expect(items.filter((notice) => notice.target.page === 'wishDetail').length).toBeGreaterThanOrEqual(2);
    });

    test('a grant that WeChat does not know of is forgotten, and the event goes on', async () => {
      const poster = await freshPoster('oTestNoGrantAtWechat');
      await community.must(poster, 'notice.recordGrants', { accepted: ['wishReviewed'], rejected: [] });
      await openWish(community, {}, poster);
      const { memberId } = await community.me(poster);
      expect(community.documents<{ memberId: string; state: string }>('messages').filter((message) => message.memberId === memberId).map((message) => message.state)).toContain('refused');
      expect(community.document<{ grants: Record<string, number> }>('members', memberId)?.grants.wishReviewed).toBe(0);
    });
  });

  describe('the inbox', () => {
    test('has what waits first, then by time, on pages without gaps; reading counts down', async () => {
      const { wishId } = await deliveredWish(community, {}, POSTER);
      for (let index = 0; index < 8; index += 1) {
        await openWish(community, { urgency: 'urgent', title: `急事 ${index}` }, POSTER);
        await community.advance(31 * 60_000);
      }
      const pages: NoticeView[] = [];
      for (let cursor: string | null | undefined = null; cursor !== undefined; ) {
        const page: { readonly items: readonly NoticeView[]; readonly nextCursor: string | null } = await community.must(POSTER, 'notice.inbox', { cursor });
        pages.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      }
      expect(new Set(pages.map((notice) => notice.noticeId)).size).toBe(pages.length);
      const lastTodo = pages.map((notice) => notice.todo !== null).lastIndexOf(true);
      expect(pages.slice(0, lastTodo + 1).every((notice) => notice.todo !== null)).toBe(true);
      expect(pages[0]?.target).toMatchObject({ page: 'wishConfirm', wishId });
      const others = pages.slice(lastTodo + 1).map((notice) => notice.createdAtMs);
      expect(others).toEqual([...others].sort((a, b) => b - a));
      const before = (await community.me(POSTER)).unreadNotices;
      const noticeId = pages[0]?.noticeId ?? '';
      for (let times = 0; times < 2; times += 1) await community.must(POSTER, 'notice.markRead', { noticeId });
      expect((await community.me(POSTER)).unreadNotices).toBe(before - 1);
      expect((await community.refused(MERCHANT, 'notice.markRead', { noticeId })).code).toBe('NOT_FOUND');
    });
  });

  describe('the check of files', () => {
    const submitWithPhoto = async (poster: string, name = ''): Promise<string> => submitWish(community, { photoFileIds: [await community.upload(poster, 'wishPhoto', name)] }, poster);

    test.each([['plain', 'shown'], ['risky', 'refused'], ['review', 'human']])('a %s picture is %s, also when the result comes twice', async (name, state) => {
      const poster = await freshPoster(`oTestPhoto${name}x`);
      await community.cloud.control('faults', { rules: [{ callback: 'media', mode: 'double' }] });
      const wishId = await submitWithPhoto(poster, name);
      await settled(() => photoStates(wishId)[0] === state);
      await community.runJobs();
      const tasks = community.documents<{ wishId: string; kind: string }>('tasks').filter((task) => task.wishId === wishId && task.kind === 'photoReview');
      expect(tasks).toHaveLength(state === 'human' ? 1 : 0);
    });

    test.each(['lost', 'wrong'])('a result that is %s: after half an hour a person looks', async (mode) => {
      const poster = await freshPoster(`oTestMedia${mode}x`);
      await community.cloud.control('faults', { rules: [{ callback: 'media', mode }] });
      const wishId = await submitWithPhoto(poster);
      await community.advance(29 * 60_000);
      await community.runJobs();
      expect(photoStates(wishId)).toEqual(['checking']);
      await community.advance(2 * 60_000);
      await community.runJobs();
      expect(photoStates(wishId)).toEqual(['human']);
      expect(community.documents<Media>('media').filter((media) => media.subject.id === wishId)).toMatchObject([{ state: 'human' }]);
    });

    test('a result that comes after a person took over still lifts the picture out of the queue, once', async () => {
      const poster = await freshPoster('oTestMediaLate');
      await community.cloud.control('faults', { rules: [{ callback: 'media', mode: 'lost' }] });
      const wishId = await submitWithPhoto(poster);
      await community.advance(31 * 60_000);
      await community.runJobs();
      const { traceId } = community.documents<Media>('media').find((media) => media.subject.id === wishId) ?? {};
      const push = { MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest: 'pass', label: 100 } };
      expect(await community.cloud.call('events', push, poster)).toMatchObject({ error: expect.anything() });
      expect(photoStates(wishId)).toEqual(['human']);
      for (let times = 0; times < 2; times += 1) await community.cloud.cloud.functions.invoke({ name: 'events', event: JSON.stringify(push), source: 'wx_event', openid: poster });
      expect(photoStates(wishId)).toEqual(['shown']);
    });

    test('the event function killed at any call: the clock brings the result to the wish', async () => {
      for (let nth = 1; nth <= 6; nth += 1) {
        const poster = await freshPoster(`oTestMediaKill${nth}x`);
        await community.arm({ function: 'events', kind: 'kill', nth, when: 'before' });
        const wishId = await submitWithPhoto(poster, 'risky');
        await settled(() => community.cloud.cloud.faults.list().every((armed) => armed.left === 0));
        await community.arm();
        await community.advance(31 * 60_000);
        await community.runJobs();
        const expected = nth === 1 ? 'human' : 'refused';
        expect({ nth, states: photoStates(wishId) }).toEqual({ nth, states: [expected] });
      }
    });
  });

  describe('points', () => {
    test('wait seven days for both sides, then are posted once; the books agree', async () => {
      const poster = await freshPoster('oTestPoints');
      const before = await community.must(MERCHANT, 'points.mine', {});
      // One that is drawn for a call waits longer.
      const loop = await confirmedFor(community, poster, false);
      // What is rated in the second in which it was delivered was not looked at.
      await community.advance(60_000);
      const operationId = newOperation();
      const rated = await community.must(poster, 'rating.rate', ratingOf(loop), operationId);
      expect(await community.must(poster, 'rating.rate', ratingOf(loop), operationId)).toEqual(rated);
      expect((await community.refused(poster, 'rating.rate', ratingOf(loop))).code).toBe('OPERATION_REUSED');
      expect(await community.must(poster, 'points.mine', {})).toMatchObject({ points: 0, pendingPoints: 1, pending: [{ points: 1, state: 'pending', dueAtMs: (await community.must(poster, 'rating.mine', {})).items[0]?.pointsDueAtMs }] });
      expect(await community.must(MERCHANT, 'points.mine', {})).toMatchObject({ pendingPoints: before.pendingPoints + 5 });
      await community.advance(7 * DAY_MS + HOUR_MS);
      for (let times = 0; times < 2; times += 1) await community.runJobs();
      expect(await community.must(poster, 'points.mine', {})).toMatchObject({ points: 1, pendingPoints: 0, pending: [] });
      const { items } = await community.must(poster, 'points.entries', { cursor: null });
      expect(items).toMatchObject([{ points: 1, state: 'posted', causeText: '认真评价', dueAtMs: null }] satisfies Partial<PointsEntryView>[]);
      const folded = foldBalances(community.documents<Transfer>('transfers'));
      for (const account of community.documents<Account>('accounts')) expect(folded.get(`points ${account._id}`)).toEqual({ posted: account.posted, pendingIn: account.pendingIn, pendingOut: account.pendingOut });
      expect([...folded.values()].reduce((sum, balance) => sum + balance.posted, 0)).toBe(0);
    });

    test('only the one served rates, after it came; staff write it down for them', async () => {
      const poster = await freshPoster('oTestRater');
      const loop = await deliveredWish(community, {}, poster);
      expect((await community.refused(poster, 'rating.rate', ratingOf(loop))).code).toBe('RATING_TOO_EARLY');
      await community.must(poster, 'claim.confirm', loop);
      expect((await community.refused(MERCHANT, 'rating.rate', ratingOf(loop))).code).toBe('RATING_NOT_YOURS');
      expect((await community.refused(poster, 'rating.rate', { ...ratingOf(loop), words: '违禁的话' })).code).toBe('TEXT_RISKY');
      const foreign = await community.upload(MERCHANT, 'ratingPhoto');
      expect((await community.refused(poster, 'rating.rate', { ...ratingOf(loop), photoFileIds: [foreign] })).code).toBe('FILE_NOT_YOURS');
      await community.must(STAFF, 'rating.rate', ratingOf(loop));
      expect(await community.must(poster, 'points.mine', {})).toMatchObject({ pendingPoints: 1 });
    });
  });

  test('a place that a killed call took for a wish that never came is given back', async () => {
    const poster = await freshPoster('oTestQuota');
    const quotaOf = async (): Promise<OpenWishQuota | undefined> => {
      const { memberId } = await community.me(poster);
      const householdId = community.document<{ householdId: string }>('members', memberId)?.householdId;
      return community.documents<OpenWishQuota>('quotas').find((quota) => quota.householdId === householdId);
    };
    await community.arm({ route: 'wish.submit', action: 'database.insertDocument', nth: 1, kind: 'kill', when: 'before' });
    expect((await community.send(poster, 'wish.submit', wishInput(community))).ok).toBe('lost');
    expect(await quotaOf()).toMatchObject({ count: 1 });
    await community.arm();
    await community.advance(6 * 60_000);
    await community.runJobs();
    expect(await quotaOf()).toMatchObject({ count: 0, reservations: {} });
    await submitWish(community, {}, poster);
    await community.advance(HOUR_MS);
    await community.runJobs();
    expect(await quotaOf()).toMatchObject({ count: 1 });
  });
});
