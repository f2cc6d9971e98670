import type { FavourReport } from '../../cloudfunctions/core/favour/favour-report';
import type { FavourReportView } from '@contract';
import type { PointFreeze } from '../../cloudfunctions/core/favour/point-freeze';
import type { Account } from '../../cloudfunctions/core/ledger/balance';
import type { PendingTransfer } from '../../cloudfunctions/core/ledger/decide-transfer';
import { memberPoints } from '../../cloudfunctions/core/ledger/account';
import { validUntilMsOf } from '../../cloudfunctions/core/ledger/lots';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { ADMIN, Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, MERCHANT, newOperation, NEIGHBOUR, OTHER_COMMUNITY, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF, STREET } from './support/community';
import { confirmEachOther } from './support/favour-steps';
import { confirmedWish } from './support/wish-steps';

/** Who mostly confirm each other, what staff may do about it, and what the people may say; over the deployed bundles. */
describe('mutual favours', () => {
  const SECOND_STAFF = 'oTestSecondStaff';
  const ONE = 'oTestOne';
  const TWO = 'oTestTwo';
  const REASON = '你们两位互相确认得比较多，想先问问是什么事';
  let community: Community;
  let circleId: string;

  beforeAll(async () => {
    community = await Community.found();
    await community.join(SECOND_STAFF, '小何', GRID);
    await community.grant(SECOND_STAFF, 'socialWorker', COMMUNITY);
    await community.join(ONE, '赵阿姨二号', GRID);
    await community.join(TWO, '小刘', GRID);
  });
  afterAll(async () => {
    await community.close();
  });

  const report = (staff = STAFF): Promise<FavourReportView> => community.must(staff, 'favour.report', { communityId: COMMUNITY });
  /** To the next night, as the timer would come to it. */
  const nextNight = async (): Promise<void> => {
    const ofDayMs = (community.nowMs() + 8 * HOUR_MS) % DAY_MS;
    await community.advance(DAY_MS - ofDayMs + 3.5 * HOUR_MS);
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
  };
  const idOf = async (openid: string): Promise<string> => (await community.me(openid)).memberId;
  const waitingOf = async (openid: string): Promise<readonly PendingTransfer[]> => {
    const address = memberPoints(await idOf(openid));
    return community.documents<PendingTransfer>('pendingTransfers').filter(({ account }) => account === address);
  };
  const pointsOf = async (openid: string): Promise<number> => (await community.must(openid, 'points.mine', {})).points;
  const freezeNow = async (operationId = newOperation()): Promise<string> => (await community.must(STAFF, 'favour.freeze', { communityId: COMMUNITY, circleId, days: 14, reason: REASON }, operationId)).freezeId;
  const tasksOf = (freezeId: string): readonly string[] => community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === freezeId).map(({ areaIds, state }) => `${areaIds.length} ${state}`).sort();
  const noticesTo = async (openid: string, freezeId: string): Promise<readonly Notice[]> => {
    const memberId = await idOf(openid);
    return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && notice.target.subjectId === freezeId);
  };

  test('names who confirm each other, in figures; not who helps one way; only to staff of the place', async () => {
    for (let times = 0; times < 8; times += 1) await confirmedWish(community, { urgency: 'urgent' }, POSTER, NEIGHBOUR);
    await confirmEachOther(community, ONE, TWO, 4);
    await nextNight();
    const view = await report();
    expect(view).toMatchObject({ periodDays: 90, isPartial: false, freezes: [], confirmations: 16 });
    expect(view.circles).toHaveLength(1);
    expect(view.circles[0]).toMatchObject({ times: 8, allTimes: 8, points: 40, people: expect.arrayContaining([expect.objectContaining({ name: '小刘' }), expect.objectContaining({ name: '赵阿姨二号' })]) });
    circleId = view.circles[0]?.circleId ?? '';
    expect((await community.refused(OUTSIDE_STAFF, 'favour.report', { communityId: COMMUNITY })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(MERCHANT, 'favour.report', { communityId: COMMUNITY })).code).toBe('NOT_ALLOWED');
    expect((await community.refused(STAFF, 'favour.report', { communityId: OTHER_COMMUNITY })).code).toBe('OUT_OF_AREA');
    expect(community.documents<{ kind: string }>('audit').filter(({ kind }) => kind === 'readFavours')).toHaveLength(1);
  });

  test('asked, and all is well: kept with who and why, quiet also after the next night', async () => {
    const note = '两家轮流接送孩子，问过了';
    const input = { communityId: COMMUNITY, circleId, note };
    expect((await community.refused(OUTSIDE_STAFF, 'favour.fine', input)).code).toBe('OUT_OF_AREA');
    expect((await community.refused(STAFF, 'favour.fine', { ...input, circleId: 'fc_nobody' })).code).toBe('CASE_STATE_CHANGED');
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) expect(await community.must(STAFF, 'favour.fine', input, operationId)).toEqual({ circleId });
    expect((await community.refused(STAFF, 'favour.fine', { ...input, note: '再想想' }, operationId)).code).toBe('OPERATION_REUSED');
    const looksOf = async (openid: string): Promise<unknown> => (JSON.parse((await community.must(openid, 'member.exportData', { part: 'service' })).json) as { readonly favourLooks: unknown }).favourLooks;
    expect(await looksOf(STAFF)).toMatchObject([{ isByMe: true, note, times: 8 }]);
    expect(await looksOf(TWO)).toEqual([{ isByMe: false, atMs: expect.any(Number), times: 8 }]);
    expect(await looksOf(OUTSIDER)).toEqual([]);
    expect((await report(SECOND_STAFF)).circles[0]?.look).toMatchObject({ byName: '何静', note, isQuiet: true });
    await nextNight();
    expect((await report()).circles[0]).toMatchObject({ times: 8, look: { note, isQuiet: true } });
  });

  test('two who freeze at once: one freeze; the people are told why and until when, and nobody else\'s name', async () => {
    const input = { communityId: COMMUNITY, circleId, days: 14 as const, reason: REASON };
    expect((await community.refused(OUTSIDE_STAFF, 'favour.freeze', input)).code).toBe('OUT_OF_AREA');
    await community.grant(TWO, 'staff', COMMUNITY);
    expect((await report(TWO)).circles[0]?.isOwn).toBe(true);
    expect((await community.refused(TWO, 'favour.freeze', input)).code).toBe('NOT_ALLOWED');
    await community.must(ADMIN, 'member.revokeRole', { memberId: await idOf(TWO), role: 'staff', areaId: COMMUNITY });
    const operationId = newOperation();
    const answers = await Promise.all([community.send(STAFF, 'favour.freeze', input, operationId), community.send(SECOND_STAFF, 'favour.freeze', input)]);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    if (answers[0]?.ok !== true) {
      // Whoever was first, the rest of the story is told of one whom STAFF froze.
      const { freezeId } = (answers[1]?.ok === true ? answers[1].data : null) ?? { freezeId: '' };
      await community.must(SECOND_STAFF, 'favour.lift', { freezeId, note: '让何静来办' });
    }
    const freezeId = await freezeNow(operationId);
    expect(await freezeNow(operationId)).toBe(freezeId);
    expect(await community.refused(SECOND_STAFF, 'favour.freeze', input)).toMatchObject({ code: 'CASE_STATE_CHANGED', message: expect.stringContaining('已经先放着') });
    expect(community.documents('pointHolds')).toHaveLength(2);
    for (const openid of [ONE, TWO]) {
      expect((await waitingOf(openid)).map(({ heldById }) => heldById)).toEqual(Array.from({ length: 4 }, () => freezeId));
      const [mine] = await community.must(openid, 'favour.mine', {});
      expect(mine).toMatchObject({ freezeId, reason: REASON, others: 1, times: 8, state: 'frozen', appeal: null });
      const [notice] = await noticesTo(openid, freezeId);
      expect(notice?.body).toContain(REASON);
      expect(JSON.stringify([mine, notice])).not.toMatch(/小刘|赵阿姨二号/);
      expect((await community.must(openid, 'points.mine', {})).pending.every(({ isHeld }) => isHeld === true)).toBe(true);
    }
    expect(await report()).toMatchObject({ circles: [], freezes: [{ freezeId, openAppeals: 0 }] });
  });

  test('what is held waits, what they get by others comes; granted, all goes on with its own day', async () => {
    const [freezeId] = (await report()).freezes.map((freeze) => freeze.freezeId);
    if (freezeId === undefined) throw new Error('nothing is frozen');
    await confirmedWish(community, { urgency: 'urgent' }, ONE, TWO);
    await confirmedWish(community, { urgency: 'urgent' }, POSTER, TWO);
    expect((await waitingOf(TWO)).filter(({ heldById }) => heldById === freezeId)).toHaveLength(5);
    await community.must(ONE, 'favour.appeal', { freezeId, words: '我们轮流照看对方的老人' });
    expect((await community.refused(ONE, 'favour.appeal', { freezeId, words: '再说一次' })).code).toBe('APPEAL_ALREADY');
    expect((await community.refused(NEIGHBOUR, 'favour.appeal', { freezeId, words: '我也说' })).code).toBe('NOT_FOUND');
    expect(tasksOf(freezeId)).toEqual(['3 open']);
    const memberId = await idOf(ONE);
    const answer = { freezeId, memberId, isGranted: true, note: '问过两家，是轮流照看老人' };
    expect((await community.refused(STAFF, 'favour.answer', answer)).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDE_STAFF, 'favour.readFreeze', { freezeId })).code).toBe('OUT_OF_AREA');
    expect(await community.must(SECOND_STAFF, 'favour.readFreeze', { freezeId })).toMatchObject({ frozenByName: '何静', isByReader: false, voidableFromMs: null, appeals: [{ memberId, words: '我们轮流照看对方的老人', state: 'open' }] });
    await community.advance(8 * DAY_MS);
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
    expect([await pointsOf(ONE), await pointsOf(TWO)]).toEqual([0, 5]);
    // Nobody answered in time: the street was asked as well.
    expect(tasksOf(freezeId)).toEqual(['2 open', '3 open']);
    await community.must(SECOND_STAFF, 'favour.answer', answer);
    await community.runJobs();
    expect([await pointsOf(ONE), await pointsOf(TWO)]).toEqual([20, 30]);
    const transfers = community.documents<Transfer>('transfers').filter(({ phase, pendingId, creditAccount }) => phase === 'posted' && pendingId !== null && creditAccount === memberPoints(memberId));
    for (const posted of transfers) expect(posted.validUntilMs).toBe(validUntilMsOf(community.document<Transfer>('transfers', posted.pendingId ?? '')?.dueAtMs ?? 0));
    expect(tasksOf(freezeId)).toEqual(['2 done', '3 done']);
    expect([community.documents('pointHolds'), (await community.must(ONE, 'favour.mine', {}))[0]]).toMatchObject([[], { state: 'lifted', endNote: answer.note, appeal: { state: 'granted' } }]);
  });

  test('unanswered to the end, the clock lets go; with one pair of eyes only, the street is asked at once', async () => {
    await confirmedWish(community, { urgency: 'urgent' }, ONE, TWO);
    const freezeId = await freezeNow();
    await community.must(ADMIN, 'member.revokeRole', { memberId: await idOf(SECOND_STAFF), role: 'socialWorker', areaId: COMMUNITY });
    await community.must(TWO, 'favour.appeal', { freezeId, words: '真的是帮忙' });
    expect(tasksOf(freezeId)).toEqual(['2 open']);
    await community.advance(15 * DAY_MS);
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
    expect(community.document<PointFreeze>('pointFreezes', freezeId)).toMatchObject({ state: 'ended', pendingEvents: 0 });
    expect(await waitingOf(TWO)).toEqual([]);
    expect(await pointsOf(TWO)).toBe(35);
    expect(tasksOf(freezeId).every((task) => task.endsWith('done'))).toBe(true);
  });

  test('voided only by another, after everybody had their say; nothing that came before is taken', async () => {
    await community.grant(SECOND_STAFF, 'staff', STREET);
    await confirmedWish(community, { urgency: 'urgent' }, ONE, TWO);
    await confirmedWish(community, { urgency: 'urgent' }, TWO, ONE);
    const before = [await pointsOf(ONE), await pointsOf(TWO)];
    const freezeId = await freezeNow();
    const reason = '两边都说没有真的送';
    expect((await community.refused(SECOND_STAFF, 'favour.void', { freezeId, reason })).code).toBe('NOT_ALLOWED');
    for (const openid of [ONE, TWO]) {
      await community.must(openid, 'favour.appeal', { freezeId, words: '是帮忙' });
      await community.must(SECOND_STAFF, 'favour.answer', { freezeId, memberId: await idOf(openid), isGranted: false, note: '没有人见过' });
    }
    expect((await community.refused(STAFF, 'favour.void', { freezeId, reason })).code).toBe('NOT_ALLOWED');
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) await community.must(SECOND_STAFF, 'favour.void', { freezeId, reason }, operationId);
    await community.runJobs();
    expect([...(await waitingOf(ONE)), ...(await waitingOf(TWO))]).toEqual([]);
    expect([await pointsOf(ONE), await pointsOf(TWO)]).toEqual(before);
    for (const openid of [ONE, TWO]) expect(community.document<Account>('accounts', memberPoints(await idOf(openid)))).toMatchObject({ pendingIn: 0, pendingOut: 0 });
    await community.advance(9 * DAY_MS);
    await nextNight();
    expect([await pointsOf(ONE), await pointsOf(TWO)]).toEqual(before);
    expect(community.documents<{ wrong: number }>('proofs').every(({ wrong }) => wrong === 0)).toBe(true);
  });

  test('the monthly page names only who wants it, as they want it, with words both sides allowed; a no counts at once', async () => {
    const month = new Date(community.nowMs() + 8 * HOUR_MS).toISOString().slice(0, 7);
    const loop = await confirmedWish(community, { urgency: 'urgent' }, POSTER, TWO);
    await confirmedWish(community, { urgency: 'urgent' }, POSTER, NEIGHBOUR);
    const page = async (reader = POSTER) => (await community.must(reader, 'thanks.month', { month })).items;
    expect(await page()).toEqual([]);
    const yes = newOperation();
    expect(await community.must(TWO, 'thanks.ownName', {})).toMatchObject({ state: 'unasked', forms: { full: '小刘', masked: '小*' } });
    await community.must(TWO, 'thanks.showName', { shows: true, form: 'full' }, yes);
    // Wants to be named and helped nobody this month.
    await community.must(OUTSIDER, 'thanks.showName', { shows: true, form: 'full' });
    await community.must(POSTER, 'thanks.showName', { shows: true, form: 'full' });
    expect(await page()).toEqual([{ name: '小刘', words: null }]);
    const { thanksId } = await community.must(POSTER, 'thanks.say', { ...loop, words: '灯亮了，谢谢跑一趟' });
    await community.must(TWO, 'thanks.show', { thanksId, shows: true });
    expect((await page())[0]?.words).toBeNull();
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: true });
    await community.must(TWO, 'thanks.showName', { shows: true, form: 'masked' });
    expect(await page()).toEqual([{ name: '小*', words: '灯亮了，谢谢跑一趟' }]);
    expect(JSON.stringify(await page())).not.toMatch(/刘洋|m_|\d/);
    expect([await page(OUTSIDER), (await community.must(POSTER, 'thanks.month', { month: '2026-01' })).items]).toEqual([[], []]);
    await community.must(TWO, 'thanks.showName', { shows: false });
    expect(await page()).toEqual([]);
    // A yes whose answer was lost is sent again long after the no.
    expect(await community.must(TWO, 'thanks.showName', { shows: true, form: 'full' }, yes)).toMatchObject({ state: 'hidden' });
    expect(await page()).toEqual([]);
    // Who leaves takes along the name, and what they said about their points.
    await community.must(TWO, 'thanks.showName', { shows: true, form: 'full' });
    expect(await page()).toHaveLength(1);
    expect(JSON.parse((await community.must(TWO, 'member.exportData', {})).json)).toMatchObject({ thanksName: { name: '小刘' }, pointFreezes: expect.arrayContaining([expect.objectContaining({ reason: REASON })]) });
    await community.must(TWO, 'member.leave', {});
    await community.runJobs();
    expect(community.documents<FavourReport>('favourReports').flatMap(({ looks }) => Object.values(looks)).filter(({ note }) => note !== '')).toEqual([]);
    expect([await page(), JSON.stringify(community.documents('pointFreezes')).includes('真的是帮忙')]).toEqual([[], false]);
  });
});
