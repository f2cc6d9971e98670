import type { CampaignWordsInput } from '@contract';
import { isCampaignCoherent, type Campaign } from '../../cloudfunctions/core/mutual/campaign';
import type { Member } from '../../cloudfunctions/core/member/member';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { COMMUNITY, Community, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF, STREET } from './support/community';
import { STREET_ADMIN } from './support/lane-steps';
import { budget, campaignOf, campaignWords, COLLEAGUE, endStage, openCampaign, openMutual, pageOf, placeWords, submittedCampaign } from './support/mutual-steps';
import { openWish } from './support/wish-steps';

const openTasks = (community: Community, kind: Task['kind'], subjectId: string): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.kind === kind && task.subjectId === subjectId && task.state === 'open');
const STRANGER = 'oTestNobodyYet';

describe('mutual aid of a community', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    for (const campaign of community.documents<Campaign>('campaigns')) expect({ id: campaign._id, coherent: isCampaignCoherent(campaign), waiting: campaign.pendingEvents }).toEqual({ id: campaign._id, coherent: true, waiting: 0 });
    await community.close();
  });

  test('without a ground nobody proposes; with one a neighbour does, and bad input is refused in words', async () => {
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', campaignWords(community))).toMatchObject({ code: 'LANE_CLOSED' });
    await openMutual(community);
    const words = campaignWords(community);
    const money = (changes: object) => ({ ...words, goal: { ...words.goal, money: { ...budget, ...changes } } });
    for (const minimumFen of [0, -1, 0.1, 1e15]) expect(await community.refused(NEIGHBOUR, 'mutual.propose', money({ minimumFen }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', money({ optimumFen: 99_999 }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', { ...words, stageDays: 41 })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', { ...words, goal: { subjectKind: 'person', money: budget } })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', { ...words, goal: { subjectKind: 'person' }, story: '他得了尿毒症。' })).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE' });
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', { ...words, photos: ['cloud://e.b/uploads/m_other/1.jpg'] })).toMatchObject({ code: 'FILE_NOT_YOURS' });
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', { ...words, story: '存疑的一句话' })).toMatchObject({ code: 'TEXT_RISKY' });
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', { ...words, source: { kind: 'wish', wishId: 'w_nothing' } })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(STRANGER, 'mutual.propose', words)).toMatchObject({ code: 'NOT_JOINED' });
  });

  test('money is for what the street allows: any other line is refused beside its field, and the page names uses as the table does', async () => {
    const lines = [...budget.lines, { useKey: 'u_nothing', text: '礼品', amountFen: 1_000 }];
    const words = campaignWords(community);
    const asked = (useLines: typeof lines) => ({ ...words, goal: { ...words.goal, money: { ...budget, lines: useLines } } }) as CampaignWordsInput;
    const sentence = '请从街道的用途表里另选一类';
    expect(await community.refused(POSTER, 'mutual.propose', asked(lines))).toMatchObject({ code: 'USE_UNKNOWN', fields: { 'goal.money.lines.1.useKey': sentence } });
    expect(await community.refused(POSTER, 'mutual.propose', asked([{ useKey: 'law_entertain', text: '聚餐', amountFen: 120_000 }]))).toMatchObject({ code: 'USE_FORBIDDEN', fields: { 'goal.money.lines.0.useKey': sentence } });
    const { campaignId } = await community.must(POSTER, 'mutual.propose', words);
    expect(await community.refused(POSTER, 'mutual.update', { campaignId, words: asked(lines) })).toMatchObject({ code: 'USE_UNKNOWN', fields: { 'words.goal.money.lines.1.useKey': sentence } });
    expect(await community.refused(STAFF, 'mutual.nextStage', { campaignId, days: 10, money: { ...budget, lines }, milestones: words.milestones })).toMatchObject({ code: 'USE_UNKNOWN', fields: { 'money.lines.1.useKey': sentence } });
    expect((await pageOf(community, POSTER, campaignId)).uses).toMatchObject([{ label: '公共部位小修小补', plannedText: '材料', plannedFen: 120_000 }]);
    await community.must(POSTER, 'mutual.withdraw', { campaignId });
  });

  test('the same proposal again is the same; other words under its operation are refused', async () => {
    const wishId = await openWish(community, {}, POSTER);
    const operationId = newOperation();
    const words = campaignWords(community, { source: { kind: 'needs', wishIds: [wishId] } });
    const first = await community.must(NEIGHBOUR, 'mutual.propose', words, operationId);
    expect(await community.must(NEIGHBOUR, 'mutual.propose', words, operationId)).toEqual(first);
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', { ...words, title: '别的题目' }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect((await community.must(NEIGHBOUR, 'mutual.mine', {})).items).toMatchObject([{ campaignId: first.campaignId, state: 'draft' }]);
    // The bundle is there when it is changed on another phone.
    expect(await community.must(NEIGHBOUR, 'mutual.get', { campaignId: first.campaignId })).toMatchObject({ wishes: [{ wishId, title: expect.stringMatching(/./) as string }] });
    await community.must(NEIGHBOUR, 'mutual.withdraw', { campaignId: first.campaignId });
  });

  test('staff ask back, a corrected one opens at once, and others see what is theirs to see', async () => {
    const campaignId = await submittedCampaign(community);
    expect(openTasks(community, 'campaignReview', campaignId)).toHaveLength(1);
    expect(await community.refused(POSTER, 'mutual.get', { campaignId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDE_STAFF, 'mutual.decide', { campaignId, decision: { kind: 'approve' } })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(NEIGHBOUR, 'mutual.decide', { campaignId, decision: { kind: 'approve' } })).toMatchObject({ code: 'NOT_ALLOWED' });
    await community.must(STAFF, 'mutual.decide', { campaignId, decision: { kind: 'ask', note: '油漆用哪种？' } });
    expect(openTasks(community, 'campaignReview', campaignId)).toEqual([]);
    expect((await community.must(NEIGHBOUR, 'home.overview', {})).todos).toMatchObject([{ title: '“楼下添一张长椅”还要补一句', target: { page: 'campaign', subjectId: campaignId } }]);
    await community.must(NEIGHBOUR, 'mutual.update', { campaignId, words: campaignWords(community, { story: '等车的老人没地方坐，用水性漆。' }) });
    await community.must(NEIGHBOUR, 'mutual.submit', { campaignId });
    expect((await community.must(NEIGHBOUR, 'home.overview', {})).todos).toEqual([]);
    expect((await community.must(STAFF, 'mutual.decide', { campaignId, decision: { kind: 'approve' } })).state).toBe('open');
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ answerable: { name: '刘*', isMe: false }, entityName: '云溪区慈善会', collectorKind: 'subMerchant', figures: { settledFen: 0, minimumFen: 100_000 }, may: { give: true, decide: false } });
    expect(await pageOf(community, MERCHANT, campaignId)).toMatchObject({ audience: 'member' });
    const title = { audience: 'outsider', campaignId, title: '楼下添一张长椅', communityName: '青枫社区' };
    for (const openid of [OUTSIDER, OUTSIDE_STAFF, STRANGER]) expect(await community.must(openid, 'mutual.get', { campaignId })).toEqual(title);
    expect((await community.must(POSTER, 'mutual.list', {})).items.map((item) => item.campaignId)).toContain(campaignId);
    expect(await community.refused(OUTSIDER, 'mutual.list', { areaId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect((await community.must(OUTSIDER, 'mutual.list', {})).items).toEqual([]);
    expect(await community.refused(OUTSIDER, 'mutual.ledger', { campaignId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(POSTER, 'mutual.ledger', { campaignId })).toEqual({ items: [], nextCursor: null });
  });

  test('of two staff at once one decides, and staff never decide what they answer for', async () => {
    const campaignId = await submittedCampaign(community);
    const both = await Promise.all([community.send(STAFF, 'mutual.decide', { campaignId, decision: { kind: 'approve' } }), community.send(COLLEAGUE, 'mutual.decide', { campaignId, decision: { kind: 'refuse', note: '先缓缓' } })]);
    const refusals = both.flatMap((answer) => (answer.ok === false ? [answer.error.code] : []));
    expect(refusals).toEqual(['CAMPAIGN_STATE_CHANGED']);
    const own = await submittedCampaign(community, campaignWords(community), STAFF);
    expect(await community.refused(STAFF, 'mutual.decide', { campaignId: own, decision: { kind: 'approve' } })).toMatchObject({ code: 'CAMPAIGN_OWN' });
    await community.must(COLLEAGUE, 'mutual.decide', { campaignId: own, decision: { kind: 'refuse', note: '和另一件重了' } });
    expect(await pageOf(community, STAFF, own)).toMatchObject({ state: 'refused', note: '和另一件重了' });
  });

  test('a photo is seen once it was looked at; papers are for staff', async () => {
    const photo = await community.upload(NEIGHBOUR, 'campaignPhoto');
    const campaignId = await submittedCampaign(community, { ...(await placeWords(community)), photos: [photo] });
    await community.filesChecked(0);
    await community.runJobs();
    expect(await pageOf(community, STAFF, campaignId)).toMatchObject({ photoUrls: [expect.any(String)], paperUrls: [expect.any(String), expect.any(String)], ownersVote: { participants: 60, total: 72 } });
    expect((await community.must(STAFF, 'mutual.decide', { campaignId, decision: { kind: 'approve' } })).state).toBe('publicity');
    const seen = await pageOf(community, POSTER, campaignId);
    expect(seen).toMatchObject({ photoUrls: [expect.any(String)], paperUrls: [], may: { give: false, giveRefusal: '还在公示，公示完就能给。' }, propertyConsent: { company: '枫林物业' } });
    expect((await community.must(POSTER, 'publicity.list', {})).items).toMatchObject([{ publicityId: seen.publicityId, subjectKind: 'campaign', maskedName: '给 7 号楼门口修一条缓坡', aidText: '社区互助，最低 1,000 元' }]);
    await community.must(COLLEAGUE, 'mutual.cancel', { campaignId, reason: '图纸没过' });
    await community.runJobs();
    expect((await community.must(POSTER, 'publicity.list', {})).items).toEqual([]);
  });

  test('a photo of a step that the check was not sure of waits for staff; they release it, or say why not and its file goes', async () => {
    const campaignId = await openCampaign(community);
    const photos = [await community.upload(NEIGHBOUR, 'campaignPhoto', 'review'), await community.upload(NEIGHBOUR, 'campaignPhoto', 'review')];
    await community.must(NEIGHBOUR, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '装好了', photos });
    await community.filesChecked(0);
    await community.runJobs();
    const open = () => openTasks(community, 'campaignPhoto', campaignId);
    expect(open()).toHaveLength(2);
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ milestones: [{ photoUrls: [] }], photosInDoubt: [], may: { judgePhotos: false } });
    expect(await pageOf(community, NEIGHBOUR, campaignId)).toMatchObject({ photosInDoubt: [{ url: expect.any(String) }, { url: expect.any(String) }], may: { judgePhotos: false } });
    const { photosInDoubt: [first, second] } = await pageOf(community, STAFF, campaignId);
    const clear = { campaignId, photoKey: first?.photoKey ?? '', decision: { kind: 'clear' } } as const;
    expect((await community.refused(OUTSIDE_STAFF, 'mutual.judgePhoto', clear)).code).toBe('NOT_FOUND');
    expect((await community.refused(NEIGHBOUR, 'mutual.judgePhoto', clear)).code).toBe('NOT_ALLOWED');
    const refusal = { ...clear, photoKey: second?.photoKey ?? '', decision: { kind: 'refuse', reason: '拍到了门牌' } } as const;
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) await community.must(STAFF, 'mutual.judgePhoto', clear, operationId);
    await community.must(COLLEAGUE, 'mutual.judgePhoto', refusal);
    expect((await community.refused(STAFF, 'mutual.judgePhoto', refusal)).code).toBe('CASE_STATE_CHANGED');
    await community.runJobs();
    expect(open()).toEqual([]);
    for (const reader of [POSTER, NEIGHBOUR]) expect((await pageOf(community, reader, campaignId)).milestones[0]?.photoUrls).toHaveLength(1);
    // What nobody may see is not kept either.
    expect(photos.map((fileId) => community.hasFile(fileId)).sort()).toEqual([false, true]);
    expect(community.documents<Notice>('notices').filter(({ target }) => target?.subjectId === campaignId).map(({ body }) => body)).toEqual(expect.arrayContaining([expect.stringContaining('拍到了门牌'), expect.stringContaining('邻居都看得到')]));
  });

  test('a common part opens by itself after its days; with too few owners it does not pass', async () => {
    expect(campaignOf(community, await openCampaign(community, await placeWords(community)))).toMatchObject({ state: 'open', collector: { entityName: '云溪区慈善会' } });
    const words = await placeWords(community);
    const missing = await submittedCampaign(community, { ...words, goal: { ...words.goal, ownersVote: { ...(words.goal as { ownersVote: object }).ownersVote, participants: 40 } } } as never);
    expect(await community.refused(STAFF, 'mutual.decide', { campaignId: missing, decision: { kind: 'approve' } })).toMatchObject({ code: 'CAMPAIGN_CHECKS_MISSING', message: expect.stringContaining('三分之二') as string });
  });

  test('whoever answers for something at work does not leave; somebody who moved away reads the title', async () => {
    const mover = 'oTestMoverSun';
    await community.join(mover, '孙宁', GRID);
    const campaignId = await openCampaign(community, campaignWords(community, { goal: { subjectKind: 'person' } }), mover);
    expect(await community.refused(mover, 'member.leave', {})).toMatchObject({ code: 'STILL_BUSY_HERE' });
    await community.must(STAFF, 'mutual.cancel', { campaignId, reason: '不用了' });
    await community.runJobs();
    const exported = JSON.parse((await community.must(mover, 'member.exportData', { part: 'help' })).json) as { readonly campaigns: readonly { readonly title: string }[] };
    expect(exported.campaigns).toMatchObject([{ title: '楼下添一张长椅' }]);
    await community.must(mover, 'member.leave', {});
    await community.runJobs();
    expect(campaignOf(community, campaignId).answerable.name).not.toContain('孙');
    expect(await community.must(mover, 'mutual.get', { campaignId })).toMatchObject({ audience: 'outsider' });
    expect(community.documents<Member>('members').some(({ displayName }) => displayName === '孙宁')).toBe(false);
  });

  test('goods and hours only: its stage ends into work, steps and the whole report, and it is closed', async () => {
    const campaignId = await openCampaign(community, campaignWords(community, { goal: { subjectKind: 'person' } }));
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ figures: null, minimumFen: null, may: { give: false, enterCash: false } });
    await endStage(community, campaignId);
    expect(await pageOf(community, NEIGHBOUR, campaignId)).toMatchObject({ state: 'succeeded', may: { markMilestone: true, reportWhole: false } });
    expect(await community.refused(NEIGHBOUR, 'mutual.report', { campaignId, kind: 'final', text: '都好了' })).toMatchObject({ code: 'CAMPAIGN_STEPS_OPEN' });
    expect(await community.refused(POSTER, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '好了' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await community.must(NEIGHBOUR, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '搬好了' });
    expect(await community.refused(STAFF, 'mutual.close', { campaignId, reason: '办完了', leftover: null })).toMatchObject({ code: 'CAMPAIGN_REPORT_FIRST' });
    await community.must(NEIGHBOUR, 'mutual.report', { campaignId, kind: 'final', text: '六个人搬了一上午，都搬好了。' });
    expect(await community.refused(STAFF, 'mutual.close', { campaignId, reason: '办完了', leftover: { kind: 'fund' } })).toMatchObject({ code: 'CAMPAIGN_LEFTOVER' });
    expect((await community.must(STAFF, 'mutual.close', { campaignId, reason: '办完了', leftover: null })).state).toBe('ended');
    await community.runJobs();
    expect((await community.must(POSTER, 'mutual.list', { shown: 'ended' })).items.map((item) => item.campaignId)).toContain(campaignId);
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ report: { text: '六个人搬了一上午，都搬好了。' } });
  });

  test('nobody gave: it missed, and says so', async () => {
    const campaignId = await openCampaign(community);
    await endStage(community, campaignId);
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ state: 'failed', note: '到期只有 0.00 元，没到最低数，每一分都退回。', may: { give: false } });
  });

  test('a report that is late stops new ones of the same person; staff are asked to help; told, all goes on', async () => {
    const campaignId = await openCampaign(community, campaignWords(community, { goal: { subjectKind: 'person' } }), POSTER);
    await endStage(community, campaignId);
    const due = campaignOf(community, campaignId).disclosures.find(({ kind }) => kind === 'final')?.dueAtMs ?? 0;
    await community.advance(due - 7 * DAY_MS + 1_000 - community.nowMs());
    await community.runJobs();
    expect((await community.must(POSTER, 'home.overview', {})).todos).toContainEqual(expect.objectContaining({ title: '“楼下添一张长椅”该公开了' }));
    await community.advance(7 * DAY_MS);
    await community.runJobs();
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ isDisclosureOverdue: true });
    expect(openTasks(community, 'campaignReport', campaignId)).toHaveLength(1);
    const another = await submittedCampaign(community, campaignWords(community), POSTER);
    expect(await community.refused(STAFF, 'mutual.decide', { campaignId: another, decision: { kind: 'approve' } })).toMatchObject({ code: 'CAMPAIGN_CHECKS_MISSING', message: expect.stringContaining('公开报告') as string });
    await community.must(STAFF, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '办好了' });
    await community.must(POSTER, 'mutual.report', { campaignId, kind: 'final', text: '都办好了。' });
    expect(openTasks(community, 'campaignReport', campaignId)).toEqual([]);
    expect((await community.must(STAFF, 'mutual.decide', { campaignId: another, decision: { kind: 'approve' } })).state).toBe('open');
  });

  test('a lane that is shut takes no new proposal', async () => {
    const campaignId = await submittedCampaign(community);
    const running = await openCampaign(community, campaignWords(community, { goal: { subjectKind: 'person' } }), MERCHANT);
    const told = (): readonly string[] => community.documents<Notice>('notices').filter(({ target, title }) => target.subjectId === running && title.includes('先停一停收')).map(({ body }) => body);
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) await community.must(STREET_ADMIN, 'lane.close', { areaId: STREET, lane: 'mutual', reason: '账户要换' }, operationId);
    await community.runJobs();
    expect(told()).toEqual(['枫桥街道的社区互助先关了。已经收到的不动，说好的事照办；为什么关、什么时候再开，问问社区。']);
    expect(await community.refused(NEIGHBOUR, 'mutual.propose', campaignWords(community))).toMatchObject({ code: 'LANE_CLOSED' });
    expect(await community.refused(STAFF, 'mutual.decide', { campaignId, decision: { kind: 'approve' } })).toMatchObject({ code: 'LANE_CLOSED' });
  });
});
