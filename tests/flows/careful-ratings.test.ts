import { LESS_TEXT } from '@contract';
import type { Rating } from '../../cloudfunctions/core/rating/rating';
import { firstRules } from '../../cloudfunctions/core/points/earning-rules';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { ADMIN, Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, MERCHANT, newOperation, OUTSIDE_STAFF, STAFF } from './support/community';
import { confirmedFor } from './support/rating-steps';
import { ratingOf, type Loop } from './support/wish-steps';

/** Which ratings earn a point, why, the random call, and the appeal; over the deployed bundles. */
describe('careful ratings', () => {
  const SECOND_STAFF = 'oTestSecondStaff';
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(SECOND_STAFF, '小何', GRID);
    await community.grant(SECOND_STAFF, 'socialWorker', COMMUNITY);
  });
  afterAll(async () => {
    await community.close();
  });

  const freshPoster = async (openid: string): Promise<string> => {
    await community.join(openid, '王奶奶', GRID);
    await community.advance(HOUR_MS);
    return openid;
  };
  const tasksOf = (ratingId: string): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.subjectId === ratingId);
  /** With time to read what is rated. */
  const confirmed = async (poster: string, isCalled: boolean): Promise<Loop> => {
    const loop = await confirmedFor(community, poster, isCalled);
    await community.advance(120_000);
    return loop;
  };
  const rated = async (poster: string, loop: Loop, words: string): Promise<string> => (await community.must(poster, 'rating.rate', { ...ratingOf(loop), words })).ratingId;

  test('a point comes with its reason; a copy of one\'s own words gets none, and says so', async () => {
    const poster = await freshPoster('oTestCareful');
    const words = '师傅上门换了厨房的灯，晚上做饭看得清了';
    const first = await community.must(poster, 'rating.rate', { ...ratingOf(await confirmed(poster, false)), words });
    expect(first).toMatchObject({ reasons: expect.arrayContaining(['写了具体的话']) });
    const second = await community.must(poster, 'rating.rate', { ...ratingOf(await confirmed(poster, false)), words: `${words}！谢谢` });
    expect(second.reasons[0]).toMatch('几乎一样');
    const { items } = await community.must(poster, 'rating.mine', {});
    expect(items.map((item) => [item.pointState, item.points])).toEqual([['none', 0], ['waiting', 1]]);
    const prints = community.documents<{ _id: string; prints: readonly object[] }>('ratingPrints');
    expect(JSON.stringify(prints)).not.toMatch('厨房');
    expect(prints.find(({ _id }) => _id === COMMUNITY)?.prints.length).toBeGreaterThanOrEqual(2);
  });

  test('a client that tells more time than there was is not believed', async () => {
    const poster = await freshPoster('oTestHasty');
    const [one, two] = [await confirmed(poster, false), await confirmed(poster, false)];
    await rated(poster, one, '灯装得很稳，开关也换成大的了');
    // Longer than anybody writes in the moment since the last one, however slow the machine.
    const words = '又来看过一次，把插座和开关都试了一遍，说没问题才走，还教我怎么把总开关关掉，省得夜里担心';
    const hasty = await community.must(poster, 'rating.rate', { ...ratingOf(two), words, secondsOnScreen: 300, secondsPerItem: { satisfaction: 100, chips: 100, words: 100 } });
    expect(hasty).toMatchObject({ reasons: expect.arrayContaining([expect.stringContaining('太快')]) });
    expect((await community.must(poster, 'rating.mine', {})).items[0]).toMatchObject({ points: 0, pointState: 'none' });
  });

  test('a call that finds it otherwise takes the point back; the appeal is decided by another, with a reason', async () => {
    const poster = await freshPoster('oTestCalled');
    const ratingId = await rated(poster, await confirmed(poster, true), '灯修好了，楼道里也亮堂了许多');
    const [task] = tasksOf(ratingId);
    expect(task).toMatchObject({ kind: 'callBack', state: 'open' });
    expect((await community.refused(STAFF, 'staff.finishTask', { taskId: task?._id ?? '', note: '打过了' })).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDE_STAFF, 'callBack.read', { ratingId })).code).toBe('OUT_OF_AREA');
    expect((await community.must(STAFF, 'callBack.read', { ratingId })).phone).toBeNull();
    await community.must(poster, 'rating.leaveNumber', { ratingId, phone: '13800001111' });
    const call = await community.must(STAFF, 'callBack.read', { ratingId });
    expect(call).toMatchObject({ phone: '13800001111', isOver: false, untilMs: task?.dueAtMs });
    expect(call.script).toHaveLength(3);
    expect(JSON.stringify(community.documents('ratings')) + JSON.stringify(community.documents('tasks'))).not.toMatch('13800001111');
    expect(community.documents<{ subjectId: string; kind: string }>('audit').filter((line) => line.subjectId === ratingId && line.kind === 'readContact').length).toBeGreaterThanOrEqual(2);
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) expect(await community.must(STAFF, 'callBack.record', { ratingId, result: 'notAsSaid', note: '说是孙子点的' }, operationId)).toEqual({ ratingId, isOver: true });
    expect(await community.must(poster, 'points.mine', {})).toMatchObject({ points: 0, pendingPoints: 0 });
    expect((await community.must(poster, 'rating.mine', {})).items[0]).toMatchObject({ pointState: 'takenBack', reasons: ['打电话问的时候，和写的不一样：说是孙子点的'], callBack: null });
    expect(community.document<Rating>('ratings', ratingId)?.callBack?.phoneSealed).toBeNull();
    await community.must(poster, 'rating.appeal', { ratingId, words: '话是我说的，孙子帮我打的字' });
    expect((await community.refused(poster, 'rating.appeal', { ratingId, words: '再说一次' })).code).toBe('APPEAL_ALREADY');
    expect((await community.refused(STAFF, 'rating.decideAppeal', { ratingId, isGranted: false, note: '不行' })).code).toBe('NOT_ALLOWED');
    expect(await community.must(SECOND_STAFF, 'rating.readAppeal', { ratingId })).toMatchObject({ callNote: '说是孙子点的' });
    await community.must(SECOND_STAFF, 'rating.decideAppeal', { ratingId, isGranted: true, note: '当面问过，是您说的' });
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    expect(await community.must(poster, 'points.mine', {})).toMatchObject({ points: 1, pendingPoints: 0 });
    expect(tasksOf(ratingId).every(({ state }) => state === 'done')).toBe(true);
  });

  test('reached twice by nobody, and called by nobody, the point comes; two results at once are one', async () => {
    const poster = await freshPoster('oTestUnreached');
    const unreached = await rated(poster, await confirmed(poster, true), '来的小伙子换了灯泡还擦了灯罩');
    for (const caller of [STAFF, SECOND_STAFF]) await community.must(caller, 'callBack.record', { ratingId: unreached, result: 'notReached', note: '' });
    const forgotten = await rated(poster, await confirmed(poster, true), '开关挪低了一些，我坐着也够得着');
    const raced = await rated(poster, await confirmed(poster, true), '走廊灯会自己亮，夜里不用摸墙');
    const answers = await Promise.all([community.send(STAFF, 'callBack.record', { ratingId: raced, result: 'asSaid', note: '' }), community.send(SECOND_STAFF, 'callBack.record', { ratingId: raced, result: 'notAsSaid', note: '不是这样' })]);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    await community.advance(12 * DAY_MS);
    for (let times = 0; times < 2; times += 1) await community.runJobs();
    const state = (ratingId: string): string | undefined => community.document<Rating>('ratings', ratingId)?.callBack?.outcome ?? undefined;
    expect([state(unreached), state(forgotten)]).toEqual(['notReached', 'lapsed']);
    const kept = answers[0]?.ok === true ? 3 : 2;
    expect(await community.must(poster, 'points.mine', {})).toMatchObject({ points: kept, pendingPoints: 0 });
    expect((await community.refused(STAFF, 'callBack.record', { ratingId: forgotten, result: 'asSaid', note: '' })).code).toBe('CALL_BACK_OVER');
  });

  const decidedAs = async (ratingId: string, state: string): Promise<void> => {
    const stateOf = (): readonly string[] => Object.values(community.document<Rating>('ratings', ratingId)?.media ?? {}).map((media) => media.state);
    for (let tries = 0; tries < 200 && !stateOf().includes(state); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(stateOf()).toContain(state);
    await community.runJobs();
  };

  test('a photo is hidden until it is checked; refused, it is no reason: the point goes back, an appeal sees it, and it is erased', async () => {
    const poster = await freshPoster('oTestPhotographer');
    const loop = await confirmed(poster, false);
    const photo = await community.upload(poster, 'ratingPhoto', 'risky');
    const { ratingId, ...reply } = await community.must(poster, 'rating.rate', { ...ratingOf(loop), words: '', chips: [], photoFileIds: [photo] });
    expect(reply).toMatchObject({ reasons: expect.arrayContaining(['附了照片']) });
    await decidedAs(ratingId, 'refused');
    const [mine] = (await community.must(poster, 'rating.mine', {})).items;
    expect(mine).toMatchObject({ pointState: 'takenBack', media: [{ kind: 'photo', state: 'refused', url: null }], appealUntilMs: expect.any(Number) });
    expect(mine?.reasons[0]).toMatch('照片没有通过检查');
    expect(await community.must(poster, 'points.mine', {})).toMatchObject({ points: 0, pendingPoints: 0 });
    await community.must(poster, 'rating.appeal', { ratingId, words: '照片里只有一盏灯' });
    expect((await community.must(SECOND_STAFF, 'rating.readAppeal', { ratingId })).media).toMatchObject([{ state: 'refused', url: expect.stringContaining('http') }]);
    await community.must(SECOND_STAFF, 'rating.decideAppeal', { ratingId, isGranted: true, note: '看了，是灯' });
    await community.advance(31 * DAY_MS);
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
    expect(await community.must(poster, 'points.mine', {})).toMatchObject({ points: 1, pendingPoints: 0 });
    expect(community.hasFile(photo)).toBe(false);
  });

  test('a recording that the check is not sure of: staff listen and say; who called hears it; the giver never does, and who leaves takes it along', async () => {
    const poster = await freshPoster('oTestSpeaker');
    const loop = await confirmed(poster, true);
    const voice = await community.upload(poster, 'ratingVoice', 'review');
    expect((await community.refused(poster, 'rating.rate', { ...ratingOf(loop), voiceFileId: await community.upload(MERCHANT, 'ratingVoice') })).code).toBe('FILE_NOT_YOURS');
    const { ratingId } = await community.must(poster, 'rating.rate', { ...ratingOf(loop), words: '', voiceFileId: voice, voiceSeconds: 9 });
    await decidedAs(ratingId, 'human');
    expect(tasksOf(ratingId).filter(({ state }) => state === 'open').map(({ kind }) => kind).sort()).toEqual(['callBack', 'ratingMedia']);
    expect((await community.must(STAFF, 'callBack.read', { ratingId })).media).toMatchObject([{ state: 'human', url: null }]);
    for (const [who, code] of [[MERCHANT, 'NOT_ALLOWED'], [OUTSIDE_STAFF, 'OUT_OF_AREA']] as const) expect((await community.refused(who, 'rating.readMedia', { ratingId })).code).toBe(code);
    expect(await community.must(STAFF, 'rating.readMedia', { ratingId })).toMatchObject({ media: [{ kind: 'voice', seconds: 9, url: expect.stringContaining('http') }] });
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) await community.must(STAFF, 'rating.judgeMedia', { ratingId, media: 'voice', decision: { kind: 'clear' } }, operationId);
    expect((await community.refused(SECOND_STAFF, 'rating.judgeMedia', { ratingId, media: 'voice', decision: { kind: 'refuse', reason: '不行' } })).code).toBe('CASE_STATE_CHANGED');
    expect((await community.must(SECOND_STAFF, 'callBack.read', { ratingId })).media).toMatchObject([{ state: 'shown', url: expect.stringContaining('http') }]);
    await community.must(poster, 'member.leave', {});
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
    expect(community.hasFile(voice)).toBe(false);
  });

  test('words that the text check doubts wait for staff: kept they count, refused with a reason they are nobody\'s to read and take the point', async () => {
    const doubted = async (name: string, words: string): Promise<string> => {
      const poster = await freshPoster(name);
      const { ratingId } = await community.must(poster, 'rating.rate', { ...ratingOf(await confirmed(poster, false)), words: `存疑：${words}` });
      expect((await community.must(STAFF, 'rating.readMedia', { ratingId })).media).toMatchObject([{ kind: 'words', state: 'human', url: null }]);
      return ratingId;
    };
    const open = (ratingId: string): readonly string[] => tasksOf(ratingId).filter(({ state }) => state === 'open').map(({ kind }) => kind);
    const kept = await doubted('oTestDoubtedOne', '灯装得很稳，收拾得也干净，走的时候还把梯子擦了');
    expect(open(kept)).toEqual(['ratingMedia']);
    await community.must(STAFF, 'rating.judgeMedia', { ratingId: kept, media: 'words', decision: { kind: 'clear' } });
    expect(community.document<Rating>('ratings', kept)).toMatchObject({ wordsState: 'clear', pointState: 'given' });
    const refused = await doubted('oTestDoubtedTwo', '等了两天才来，话不多，换下来的旧管子放在门口没带走');
    await community.must(STAFF, 'rating.judgeMedia', { ratingId: refused, media: 'words', decision: { kind: 'refuse', reason: '写了别人家的事' } });
    expect(community.document<Rating>('ratings', refused)).toMatchObject({ wordsState: 'refused', pointState: 'takenBack' });
    expect((await community.must('oTestDoubtedTwo', 'rating.mine', {})).items[0]).toMatchObject({ pointState: 'takenBack', appealUntilMs: expect.any(Number), media: [{ kind: 'words', state: 'refused', note: '写了别人家的事' }] });
    expect([...open(kept), ...open(refused)]).toEqual([]);
  });

  test('only those concerned see it: the giver and strangers neither call nor appeal', async () => {
    const poster = await freshPoster('oTestPrivate');
    const ratingId = await rated(poster, await confirmed(poster, true), '');
    expect((await community.refused(MERCHANT, 'rating.appeal', { ratingId, words: '给分' })).code).toBe('NOT_FOUND');
    expect((await community.refused(STAFF, 'callBack.read', { ratingId })).code).toBe('NOT_FOUND');
    expect((await community.refused(MERCHANT, 'callBack.read', { ratingId })).code).toBe('NOT_ALLOWED');
    expect((await community.must(MERCHANT, 'rating.mine', {})).items).toEqual([]);
    await community.must(poster, 'rating.appeal', { ratingId, words: '我打不来字' });
    await community.advance(9 * DAY_MS);
    await community.runJobs();
    expect(tasksOf(ratingId).map(({ kind, areaIds }) => `${kind} ${areaIds.length}`).sort()).toEqual(['ratingAppeal 2', `ratingAppeal ${community.document<Rating>('ratings', ratingId)?.areaIds.length}`]);
    expect(ADMIN).not.toBe(STAFF);
  });

  test('what is told is what the community gave: its own number, what a cap left, nothing', async () => {
    const rules = { ...firstRules(), per: { ...firstRules().per, carefulRating: 2 }, capPerDay: 3 };
    await community.must(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules, reason: '试一试' });
    await community.advance(DAY_MS - ((community.nowMs() + 8 * HOUR_MS) % DAY_MS) + 9 * HOUR_MS);
    const poster = await freshPoster('oTestCapped');
    const said = ['师傅上门换了厨房的灯，做饭看得清了', '阳台的开关挪低了，我坐着也够得着', '楼道口的灯会自己亮，夜里不用摸墙'];
    for (const words of said) {
      const loop = await confirmed(poster, false);
      const operationId = newOperation();
      const reply = await community.must(poster, 'rating.rate', { ...ratingOf(loop), words }, operationId);
      expect(await community.must(poster, 'rating.rate', { ...ratingOf(loop), words }, operationId)).toEqual(reply);
    }
    const { items } = await community.must(poster, 'rating.mine', {});
    expect(items.map(({ points, reasons }) => [points, reasons[0]])).toEqual([[0, LESS_TEXT.dayCap], [1, LESS_TEXT.dayCap], [2, '写了具体的话']]);
    // Whoever helped three times that day reads what it brought: 3 of 5, then nothing.
    const { memberId } = await community.me(MERCHANT);
    const bodies = community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && notice.title.startsWith('帮上忙了')).sort((a, b) => b.createdAtMs - a.createdAtMs).map(({ body }) => body);
    expect(bodies.slice(0, 3)).toEqual([expect.stringContaining('这次没有积分：当天的分已经到顶。'), expect.stringContaining('这次没有积分'), expect.stringMatching(/记 3 分，.*当天的分已经到顶/)]);
  });
});
