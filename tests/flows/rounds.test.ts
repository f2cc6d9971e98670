import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';
import { draftRound, openOnSite, roundInput, roundOf } from './support/round-steps';
import { openWish } from './support/wish-steps';

const wishRound = (community: Community, wishId: string): string | null => community.document<Wish>('wishes', wishId)?.roundId ?? null;
const urgent = (community: Community, title: string, shares = 1): Promise<string> => openWish(community, { urgency: 'urgent', title, shares });

describe('a round, from preparation to report', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  test('opens and ends by its clocks, and its report counts what came of it', async () => {
    const wishIds = [await urgent(community, '想要一盏床头灯'), await urgent(community, '三床棉被', 3), await urgent(community, '一个热水袋')];
    const { roundId } = await draftRound(community, wishIds);
    expect(wishIds.map((wishId) => wishRound(community, wishId))).toEqual([roundId, roundId, roundId]);
    expect(await community.refused(NEIGHBOUR, 'round.get', { roundId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await community.must(NEIGHBOUR, 'round.list', { shelf: 'draft' })).items).toEqual([]);

    await community.advance(HOUR_MS + 60_000);
    await community.runJobs();
    expect((await community.must(OUTSIDER, 'round.list', { shelf: 'open' })).items).toMatchObject([{ roundId, title: '温暖过冬', wishCount: 3, canManage: false, screenCode: null }]);
    const done = { wishId: wishIds[0] ?? '', claimId: (await community.must(MERCHANT, 'wish.claim', { wishId: wishIds[0] ?? '', shares: 1, as: { kind: 'merchant' } })).claimId };
    await community.must(MERCHANT, 'claim.plan', { ...done, deliverAtMs: community.nowMs() + DAY_MS, handover: 'home', note: '' });
    await community.must(MERCHANT, 'claim.deliver', { ...done, note: '', proofFileIds: [await community.upload(MERCHANT, 'proof')] });
    await community.must(POSTER, 'claim.confirm', done);
    await community.must(NEIGHBOUR, 'wish.claim', { wishId: wishIds[1] ?? '', shares: 2 });
    expect(await community.must(NEIGHBOUR, 'round.get', { roundId })).toMatchObject({ sums: { wishes: 3, wishesDone: 1, shares: { wanted: 5, left: 2, held: 2, delivered: 1 } }, reportedAtMs: null });
    expect((await community.must(NEIGHBOUR, 'round.wishes', { roundId, status: 'claimable' })).items.map((wish) => wish.wishId).sort()).toEqual([wishIds[1], wishIds[2]].sort());

    await community.advance(6 * DAY_MS);
    await community.runJobs();
    expect(roundOf(community, roundId)).toMatchObject({ state: 'closed', fold: null, pendingEvents: 0 });
    const report = await community.must(STAFF, 'round.report', { roundId });
    expect(report).toMatchObject({ figures: { wishes: 3, wishesDone: 1, givers: null, daysMedian: null, thankedNames: ['吴记粮油'], shares: { delivered: 1 } } });
    expect(report.csv).toContain('帮忙的人,少于 5');
    expect((await community.must(NEIGHBOUR, 'round.report', { roundId })).csv).toBeNull();
    const told = community.documents<Notice>('notices').filter((notice) => notice.target.subjectId === roundId);
    expect(told.map((notice) => notice.title)).toEqual(['“温暖过冬”办完了']);
  });

  test('a report whose making was killed anywhere goes on where it was and counts nothing twice', async () => {
    const wishIds: string[] = [];
    for (let index = 0; index < 4; index += 1) wishIds.push(await urgent(community, `第 ${index} 张小凳`, 2));
    const { roundId } = await draftRound(community, wishIds);
    await community.must(STAFF, 'round.open', { roundId });
    await community.runJobs();
    await community.advance(7 * DAY_MS);
    for (let nth = 1; nth <= 12; nth += 1) {
      await community.arm({ function: 'jobs', kind: 'kill', nth, when: nth % 2 === 0 ? 'before' : 'after', times: 1 });
      await community.runJobs().catch(() => undefined);
      await community.arm();
      await community.advance(60_000);
    }
    for (let run = 0; run < 4; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
    expect(roundOf(community, roundId)).toMatchObject({ state: 'closed', fold: null, report: { wishes: 4, shares: { wanted: 8 } } });
  });

  test('staff of another community neither prepare nor see it', async () => {
    const wishId = await urgent(community, '一把雨伞');
    const { roundId } = await draftRound(community);
    expect(await community.refused(OUTSIDE_STAFF, 'round.addWishes', { roundId, wishIds: [wishId] })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(OUTSIDE_STAFF, 'round.create', roundInput(community))).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(OUTSIDE_STAFF, 'round.candidates', { roundId, areaId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(OUTSIDE_STAFF, 'round.get', { roundId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(POSTER, 'round.create', roundInput(community))).toMatchObject({ code: 'NOT_ALLOWED' });
    const far = await community.must(OUTSIDE_STAFF, 'round.create', roundInput(community, { areaId: OTHER_COMMUNITY }));
    expect(await community.refused(OUTSIDE_STAFF, 'round.addWishes', { roundId: far.roundId, wishIds: [wishId] })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STAFF, 'round.open', { roundId })).toMatchObject({ code: 'ROUND_EMPTY' });
  });

  test('a round called off lets its wishes go; another may take them', async () => {
    const wishId = await urgent(community, '一双棉鞋');
    const first = await draftRound(community, [wishId]);
    const second = await draftRound(community);
    expect(await community.refused(STAFF, 'round.addWishes', { roundId: second.roundId, wishIds: [wishId] })).toMatchObject({ code: 'WISH_IN_ROUND' });
    await community.must(STAFF, 'round.cancel', { roundId: first.roundId });
    await community.runJobs();
    expect(wishRound(community, wishId)).toBeNull();
    await community.must(STAFF, 'round.addWishes', { roundId: second.roundId, wishIds: [wishId] });
    expect(wishRound(community, wishId)).toBe(second.roundId);
    await community.must(STAFF, 'round.removeWish', { roundId: second.roundId, wishId });
    expect(wishRound(community, wishId)).toBeNull();
  });

  test('what a round that is over left undone may stand in a later one; its report keeps it', async () => {
    const wishId = await urgent(community, '一床电热毯');
    const first = await draftRound(community, [wishId]);
    await community.must(STAFF, 'round.open', { roundId: first.roundId });
    const second = await draftRound(community);
    expect((await community.must(STAFF, 'round.candidates', { roundId: second.roundId, areaId: COMMUNITY })).items.find((wish) => wish.wishId === wishId)).toMatchObject({ standing: 'elsewhere' });
    expect(await community.refused(STAFF, 'round.addWishes', { roundId: second.roundId, wishIds: [wishId] })).toMatchObject({ code: 'WISH_IN_ROUND' });
    await community.must(STAFF, 'round.close', { roundId: first.roundId });
    await community.runJobs();
    expect((await community.must(STAFF, 'round.candidates', { roundId: second.roundId, areaId: COMMUNITY })).items.find((wish) => wish.wishId === wishId)).toMatchObject({ standing: 'free' });
    await community.must(STAFF, 'round.addWishes', { roundId: second.roundId, wishIds: [wishId] });
    await community.runJobs();
    expect(wishRound(community, wishId)).toBe(second.roundId);
    expect(roundOf(community, second.roundId).wishIds).toEqual([wishId]);
    expect(roundOf(community, first.roundId)).toMatchObject({ wishIds: [wishId], report: { wishes: 1 } });
  });

  test('two staff put the same wish into two rounds at once: it stands in one, and the other has no place taken', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const wishId = await urgent(community, `第 ${turn} 条围巾`);
      const rounds = [await draftRound(community), await draftRound(community)];
      await Promise.all(rounds.map(({ roundId }) => community.send(STAFF, 'round.addWishes', { roundId, wishIds: [wishId] })));
      await community.advance(60_000);
      await community.runJobs();
      const holders = rounds.filter(({ roundId }) => roundOf(community, roundId).wishIds.includes(wishId));
      expect(holders.map(({ roundId }) => roundId)).toEqual([wishRound(community, wishId)]);
    }
  });

  test('the same tap twice is one act; the same id with other words is refused', async () => {
    const operation = newOperation();
    const input = roundInput(community);
    const first = await community.must(STAFF, 'round.create', input, operation);
    expect(await community.must(STAFF, 'round.create', input, operation)).toEqual(first);
    expect(await community.refused(STAFF, 'round.create', { ...input, title: '另一期' }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
  });
});

describe('an on-site event', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  test('is entered by the code on its screen; a wrong one says so, guessing is limited', async () => {
    const { roundId, screenCode } = await openOnSite(community, [await urgent(community, '一袋米')]);
    expect(screenCode).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    expect(await community.must(NEIGHBOUR, 'round.enter', { code: ` ${(screenCode ?? '').toLowerCase().slice(0, 3)} ${(screenCode ?? '').toLowerCase().slice(3)}` })).toEqual({ roundId });
    expect(await community.refused(NEIGHBOUR, 'round.enter', { code: 'ABCDEF' })).toMatchObject({ code: 'ROUND_CODE_UNKNOWN' });
    expect(await community.refused(NEIGHBOUR, 'round.enter', { code: 'O0O0' })).toMatchObject({ code: 'BAD_INPUT' });
    for (let tries = 0; tries < 20; tries += 1) await community.send(OUTSIDER, 'round.enter', { code: 'ABCDEF' });
    expect(await community.refused(OUTSIDER, 'round.enter', { code: 'ABCDEF' })).toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('the hall follows fifty people within three seconds each, residents masked', async () => {
    const people = Array.from({ length: 50 }, (_none, index) => `oTestVisitor${index}x`);
    for (let from = 0; from < people.length; from += 10) await Promise.all(people.slice(from, from + 10).map((openid) => community.join(openid, '来宾', GRID)));
    const wishIds: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      await community.advance(HOUR_MS);
      wishIds.push(await urgent(community, `第 ${index} 份年货`, 6));
    }
    const { roundId } = await openOnSite(community, wishIds);
    const claimedAtMs = new Map<string, number>();
    const seen = new Map<string, { readonly askedAtMs: number; readonly atMs: number }>();
    let isClaiming = true;
    let slowestMs = 0;
    const screen = (async () => {
      let sinceMs = 0;
      for (let after = 2; after > 0; ) {
        const askedAtMs = Date.now();
        const view = await community.must(STAFF, 'round.hall', { roundId, sinceMs });
        slowestMs = Math.max(slowestMs, Date.now() - askedAtMs);
        for (const claim of view.claims) if (!seen.has(claim.claimId)) seen.set(claim.claimId, { askedAtMs, atMs: Date.now() });
        sinceMs = view.claims[0]?.heldAtMs ?? sinceMs;
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        if (!isClaiming) after -= 1;
      }
    })();
    await Promise.all(people.map(async (openid, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 100));
      const claim = await community.must(openid, 'wish.claim', { wishId: wishIds[index % wishIds.length] ?? '', shares: 1 });
      claimedAtMs.set(claim.claimId, Date.now());
    }));
    isClaiming = false;
    await screen;
    // The first look begun after a claim was answered shows it; looks come two seconds after an answer. How long an answer
    // takes is this machine's, which has other tests to do: half a second is what the three seconds leave for each.
    const waits = [...claimedAtMs].map(([claimId, atMs]) => (seen.get(claimId)?.askedAtMs ?? Number.POSITIVE_INFINITY) - atMs);
    const lags = [...claimedAtMs].map(([claimId, atMs]) => (seen.get(claimId)?.atMs ?? Number.POSITIVE_INFINITY) - atMs);
    expect(lags).toHaveLength(50);
    expect(Math.max(...waits)).toBeLessThanOrEqual(2_000 + Math.max(500, slowestMs));
    expect(Math.max(...lags)).toBeLessThanOrEqual(2_000 + 2 * Math.max(500, slowestMs));
    const view = await community.must(STAFF, 'round.hall', { roundId });
    expect(view.sums).toEqual({ wishes: 10, wishesDone: 0, shares: { wanted: 60, left: 10, held: 50, delivered: 0 } });
    expect(new Set(view.claims.map((claim) => claim.giverText))).toEqual(new Set(['来*']));
    expect(view.free.reduce((sum, wish) => sum + wish.left, 0)).toBe(10);
  }, 60_000);

  test('the hall of what is prepared or called off stays shut, for staff as well', async () => {
    const { roundId } = await draftRound(community, [await urgent(community, '一盆腊梅')], { kind: 'onSite', endsAtMs: community.nowMs() + 8 * HOUR_MS });
    for (const openid of [NEIGHBOUR, STAFF]) expect(await community.refused(openid, 'round.hall', { roundId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(STAFF, 'round.open', { roundId });
    expect((await community.must(NEIGHBOUR, 'round.hall', { roundId })).free).toMatchObject([{ title: '一盆腊梅' }]);
    await community.must(STAFF, 'round.cancel', { roundId });
    await community.advance(HOUR_MS);
    for (const openid of [NEIGHBOUR, STAFF]) expect(await community.refused(openid, 'round.hall', { roundId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the map tells no more than the 小区, and what waits there', async () => {
    const map = await community.must(NEIGHBOUR, 'wish.map', {});
    expect(map.places).toMatchObject([{ areaId: GRID, isHome: true, name: '枫林里' }]);
    expect(map.places[0]?.waiting).toBe(map.places[0]?.wishes.length);
    expect(JSON.stringify(map)).not.toMatch(/赵阿姨|来宾|"lng"/);
  });
});
