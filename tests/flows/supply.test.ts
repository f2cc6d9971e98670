import { WEEK_SLOTS_ALL } from '@contract';
import { isSupplyCoherent, type Supply } from '../../cloudfunctions/core/supply/supply';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { ADMIN, COMMUNITY, Community, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { offerAs, supplyOf, supplyWords } from './support/supply-steps';
import { openWish } from './support/wish-steps';

/** Somebody who leaves in the end. */
const LEAVER = 'oTestResidentSun';
const MINUTE = 60_000;
const RICE = { category: 'goods', title: '想要一袋米', story: '这个月手头紧，想要一袋米。' } as const;

describe('what people offer', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
    await community.join(LEAVER, '孙强', GRID);
  });
  afterAll(async () => {
    await community.runJobs();
    for (const supply of community.documents<Supply>('supplies')) expect({ id: supply._id, coherent: isSupplyCoherent(supply), waiting: supply.pendingEvents }).toEqual({ id: supply._id, coherent: true, waiting: 0 });
    await community.close();
  });

  const noticesAbout = (supplyId: string): readonly string[] => community.documents<Notice>('notices').filter(({ target }) => target.subjectId === supplyId).map(({ title, todoState }) => `${title} ${todoState}`);

  test('each offers in their own name, where they may', async () => {
    expect(await community.refused(NEIGHBOUR, 'supply.save', supplyWords({ areaId: OTHER_COMMUNITY }))).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords() })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'supply.save', { as: { kind: 'organisation', name: '助残中心' }, ...supplyWords() })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'supply.save', { as: { kind: 'unit', unitId: 'u_none' }, ...supplyWords() })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
    expect(await community.refused(NEIGHBOUR, 'supply.save', supplyWords({ areaId: 'd01-s01' }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'supply.save', supplyWords({ areaId: GRID, slots: 0 }))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'supply.save', supplyWords({ areaId: GRID, category: 'goods', title: '送退烧药' }))).toMatchObject({ code: 'WISH_NOT_ALLOWED_GOODS' });
    expect(await community.refused(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ point: { lng: 27.87, lat: 113.14 } }) })).toMatchObject({ code: 'BAD_INPUT', fields: { point: expect.stringContaining('写反') } });
  });

  test('a shop says which 小区 it is in, and that is its place; of a neighbour it says nothing', async () => {
    const point = { lng: 113.147_26, lat: 27.873_84 };
    const { areaId: seatAreaId } = await community.must(ADMIN, 'area.add', { parentId: OTHER_COMMUNITY, code: 'north', level: 'grid', name: '北院', point });
    const { supplyId } = await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ seatAreaId }) });
    expect(supplyOf(community, supplyId)).toMatchObject({ areaId: COMMUNITY, areaName: '青枫社区', point });
    // A 小区 nobody has put on the map, and a street, are no place.
    for (const nowhere of [GRID, 'd01-s01']) expect(await community.refused(MERCHANT, 'supply.save', { supplyId, ...supplyWords({ seatAreaId: nowhere }) })).toMatchObject({ code: 'BAD_INPUT', fields: { seatAreaId: expect.stringContaining('换一个') } });
    await community.must(MERCHANT, 'supply.save', { supplyId, ...supplyWords({ title: '换锁', point }) });
    expect(supplyOf(community, supplyId)).toMatchObject({ title: '换锁', point: { lng: 113.147, lat: 27.874 } });
    await community.must(MERCHANT, 'supply.end', { supplyId });
    const ofNeighbour = await offerAs(community, NEIGHBOUR, { seatAreaId });
    expect(supplyOf(community, ofNeighbour).point).not.toEqual(point);
    await community.must(NEIGHBOUR, 'supply.end', { supplyId: ofNeighbour });
  });

  test('the same act again is one offer; the same number with other words is refused', async () => {
    const operationId = newOperation();
    const input = supplyWords({ areaId: GRID });
    const first = await community.must(NEIGHBOUR, 'supply.save', input, operationId);
    expect(await community.must(NEIGHBOUR, 'supply.save', input, operationId)).toEqual(first);
    expect(await community.refused(NEIGHBOUR, 'supply.save', { ...input, title: '换锁' }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    await community.must(NEIGHBOUR, 'supply.end', { supplyId: first.supplyId });
    expect(await community.refused(NEIGHBOUR, 'supply.pause', { supplyId: first.supplyId })).toMatchObject({ code: 'SUPPLY_CHANGED' });
  });

  test('one tap pauses, resumes and ends it; nobody else does, and a paused one is not shown', async () => {
    const supplyId = await offerAs(community, NEIGHBOUR, { certificates: ['gas'] });
    expect(await community.must(POSTER, 'supply.get', { supplyId })).toMatchObject({ partyName: '刘*', point: null, record: null, certificates: [], canPause: false, timesText: '什么时候都行' });
    expect(await community.must(STAFF, 'supply.get', { supplyId })).toMatchObject({ partyName: '刘洋', record: { kept: 0, promised: 0 }, canEnd: true });
    expect(await community.refused(OUTSIDER, 'supply.get', { supplyId })).toMatchObject({ code: 'NOT_FOUND' });
    for (const route of ['supply.pause', 'supply.confirm', 'supply.end'] as const) expect(await community.refused(POSTER, route, { supplyId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(NEIGHBOUR, 'supply.pause', { supplyId })).toMatchObject({ state: 'paused' });
    expect(await community.refused(POSTER, 'supply.get', { supplyId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(NEIGHBOUR, 'supply.mine', {})).toMatchObject([{ supplyId, state: 'paused', canResume: true, isMine: true }]);
    expect(await community.must(NEIGHBOUR, 'supply.resume', { supplyId })).toMatchObject({ state: 'open' });
    expect(await community.must(NEIGHBOUR, 'supply.save', { supplyId, ...supplyWords({ areaId: GRID, title: '只换灯', slots: 1 << 15 }) })).toMatchObject({ supplyId });
    expect(await community.must(POSTER, 'supply.get', { supplyId })).toMatchObject({ title: '只换灯', timesText: '周六上午' });
    await community.must(STAFF, 'supply.end', { supplyId });
    expect(noticesAbout(supplyId)).toContain('“只换灯”收起来了 none');
  });

  test('two at once: one after the other, or a plain answer', async () => {
    const supplyId = await offerAs(community, NEIGHBOUR);
    const answers = await Promise.all([community.send(NEIGHBOUR, 'supply.pause', { supplyId }), community.send(STAFF, 'supply.end', { supplyId })]);
    for (const answer of answers) expect(answer.ok === true || (answer.ok === false && ['BUSY', 'SUPPLY_CHANGED'].includes(answer.error.code))).toBe(true);
    await community.must(STAFF, 'supply.end', { supplyId });
    expect(supplyOf(community, supplyId)).toMatchObject({ state: 'ended', isLive: false, pausedAtMs: null });
  });

  test('asked after sixty days, at rest after fourteen more, open again by one tap; staff ask organisations', async () => {
    const supplyId = await offerAs(community, NEIGHBOUR);
    const { supplyId: staffed } = await community.must(STAFF, 'supply.save', { as: { kind: 'organisation', name: '阳光助残中心' }, ...supplyWords({ category: 'service', title: '轮椅借用' }) });
    await community.advance(60 * DAY_MS + MINUTE);
    await community.runJobs();
    expect(noticesAbout(supplyId)).toEqual(['“换灯修锁”还能提供吗 open']);
    expect(await community.must(NEIGHBOUR, 'supply.get', { supplyId })).toMatchObject({ state: 'open', canConfirm: true, answerByMs: expect.any(Number) });
    const tasks = (): readonly Task[] => community.documents<Task>('tasks').filter(({ subjectId, kind }) => subjectId === staffed && kind === 'supplyAsk');
    expect(tasks()).toMatchObject([{ state: 'open' }]);
    await community.must(STAFF, 'supply.confirm', { supplyId: staffed });
    expect(tasks()).toMatchObject([{ state: 'done' }]);
    await community.advance(14 * DAY_MS + MINUTE);
    await community.runJobs();
    expect(supplyOf(community, supplyId)).toMatchObject({ state: 'paused', askedAtMs: null });
    expect([...noticesAbout(supplyId)].sort()).toEqual(['“换灯修锁”先歇着了 none', '“换灯修锁”还能提供吗 done']);
    expect(await community.must(NEIGHBOUR, 'supply.confirm', { supplyId })).toMatchObject({ state: 'open' });
    await community.must(NEIGHBOUR, 'supply.end', { supplyId });
  });

  test('map, table and gaps: figures for all, names of people helped for staff only', async () => {
    await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ category: 'goods', title: '米面油', capacityPerWeek: 2, point: { lng: 113.14_321, lat: 27.87_654 } }) });
    await offerAs(community, NEIGHBOUR, { category: 'goods', title: '旧书' });
    const wishId = await openWish(community, RICE, POSTER);
    const map = await community.must(POSTER, 'supply.map', { category: 'goods' });
    expect(map).toMatchObject({ total: 2, byParty: { member: 1, merchant: 1, unit: 0, organisation: 0 }, counts: { goods: 2 }, isAtLeast: false });
    expect(map.places.map(({ areaId, isHome }) => [areaId, isHome])).toEqual([[GRID, true], [COMMUNITY, false]]);
    expect(JSON.stringify(map)).not.toContain('刘洋');
    expect(await community.refused(OUTSIDER, 'supply.map', { communityId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    const table = await community.must(POSTER, 'supply.table', {});
    const goods = table.rows.find(({ category }) => category === 'goods');
    expect(goods).toMatchObject({ supplies: 2, capacityPerWeek: 5, capacityLeft: 5, openWishes: 1 });
    expect(table.totals.openShares).toBe(table.rows.reduce((sum, row) => sum + row.openShares, 0));
    expect(await community.refused(OUTSIDE_STAFF, 'supply.gaps', { communityId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'supply.gaps', {})).toMatchObject({ code: 'NOT_ALLOWED' });
    const gaps = await community.must(STAFF, 'supply.gaps', {});
    expect(gaps.wishes).toContainEqual(expect.objectContaining({ wishId, suitable: 2, best: expect.objectContaining({ why: expect.stringContaining('什么时候都方便') }) }));
  });

  test('suggestions say why, for whoever it concerns', async () => {
    const wishId = await openWish(community, RICE, POSTER);
    const suited = await community.must(POSTER, 'supply.forWish', { wishId });
    expect(suited.map(({ supply }) => supply.partyName).sort()).toEqual(['刘*', '吴记粮油']);
    expect(suited.every(({ score, why }) => Number.isInteger(score) && why.includes('什么时候都方便'))).toBe(true);
    expect(await community.refused(NEIGHBOUR, 'supply.forWish', { wishId })).toMatchObject({ code: 'NOT_FOUND' });
    const [mine] = (await community.must(NEIGHBOUR, 'supply.mine', {})).filter(({ category }) => category === 'goods');
    const supplyId = mine?.supplyId ?? '';
    expect(await community.must(NEIGHBOUR, 'supply.wishesFor', { supplyId })).toMatchObject({ isFull: false, wishes: expect.arrayContaining([expect.objectContaining({ wishId })]) });
    expect(await community.refused(POSTER, 'supply.wishesFor', { supplyId })).toMatchObject({ code: 'NOT_FOUND' });
    const own = await offerAs(community, POSTER, { category: 'goods' });
    expect((await community.must(POSTER, 'supply.wishesFor', { supplyId: own })).wishes.map((wish) => wish.wishId)).not.toContain(wishId);
  });

  test('whoever has as much in hand as a week of the offer is told so, not that nobody waits', async () => {
    const supplyId = await offerAs(community, NEIGHBOUR, { category: 'skill', capacityPerWeek: 1 });
    const LESSON = { category: 'skill', title: '想学用手机挂号', story: '医院要手机挂号，想请人教一教。' } as const;
    const wishId = await openWish(community, LESSON, POSTER);
    const suited = (): Promise<unknown> => community.must(NEIGHBOUR, 'supply.wishesFor', { supplyId });
    expect(await suited()).toMatchObject({ isFull: false, wishes: expect.arrayContaining([expect.objectContaining({ wishId })]) });
    const other = community.documents<Wish>('wishes').find(({ title, wallState }) => title === RICE.title && wallState === 'claimable');
    await community.must(NEIGHBOUR, 'wish.claim', { wishId: other?._id ?? '', shares: 1, as: { kind: 'self' } });
    expect(await suited()).toEqual({ isFull: true, wishes: [] });
    await community.must(NEIGHBOUR, 'supply.end', { supplyId });
  });

  test('a trade certificate counts once staff of the community have seen it', async () => {
    const { supplyId } = await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ certificates: ['gas', 'lift'] }) });
    const asked = (): readonly string[] => community.documents<Task>('tasks').filter(({ kind, subjectId }) => kind === 'supplyCertificate' && subjectId === supplyId).map(({ state }) => state);
    await community.runJobs();
    expect(asked()).toEqual(['open']);
    const seen = { supplyId, certificate: 'gas', finding: { kind: 'seen', untilMs: community.nowMs() + 300 * DAY_MS } } as const;
    expect(await community.refused(NEIGHBOUR, 'supply.checkCertificate', seen)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'supply.checkCertificate', seen)).toMatchObject({ code: 'NOT_FOUND' });
    for (const untilMs of [community.nowMs() - 1, community.nowMs() + 10 * 365 * DAY_MS]) expect(await community.refused(STAFF, 'supply.checkCertificate', { ...seen, finding: { kind: 'seen', untilMs } })).toMatchObject({ code: 'BAD_INPUT' });
    const operation = newOperation();
    expect(await community.must(STAFF, 'supply.checkCertificate', seen, operation)).toEqual(await community.must(STAFF, 'supply.checkCertificate', seen, operation));
    expect(await community.refused(STAFF, 'supply.checkCertificate', seen)).toMatchObject({ code: 'SUPPLY_CHANGED' });
    await community.must(STAFF, 'supply.checkCertificate', { supplyId, certificate: 'lift', finding: { kind: 'struck', note: '证上是别人的名字' } });
    await community.runJobs();
    expect([supplyOf(community, supplyId).certificates, asked()]).toEqual([['gas'], ['done']]);
    expect(await community.must(POSTER, 'supply.get', { supplyId })).toMatchObject({ certificates: ['gas'], canCheckCertificates: false });
    await community.must(MERCHANT, 'supply.end', { supplyId });
  });

  test('table and offers go out as files to staff only, each time with a line in the audit', async () => {
    expect(await community.refused(NEIGHBOUR, 'supply.export', { sheet: 'table' })).toMatchObject({ code: 'NOT_ALLOWED' });
    const supplyId = await offerAs(community, NEIGHBOUR, { title: '=1+1 换灯' });
    const lines = (): number => community.documents<{ readonly kind: string }>('audit').filter(({ kind }) => kind === 'exportedSupplies').length;
    const before = lines();
    const [table, map] = [await community.must(STAFF, 'supply.export', { sheet: 'table' }), await community.must(STAFF, 'supply.export', { sheet: 'map' })];
    expect(table.csv).toContain('合计');
    expect(map.csv).toContain("'=1+1 换灯");
    expect(map.rows).toBe(community.documents<Supply>('supplies').filter(({ isLive, areaIds }) => isLive && areaIds.includes(COMMUNITY)).length);
    expect(lines()).toBe(before + 2);
    await community.must(NEIGHBOUR, 'supply.end', { supplyId });
  });

  test('ends with its party: the unit closed, the shop no longer admitted, the person gone with their words', async () => {
    const { unitId } = await community.must(LEAVER, 'unit.create', { kind: 'company', name: '平安物业' });
    const { supplyId: ofUnit } = await community.must(LEAVER, 'supply.save', { as: { kind: 'unit', unitId }, ...supplyWords({ areaId: GRID }) });
    await community.must(LEAVER, 'unit.close', { unitId });
    await community.runJobs();
    expect(supplyOf(community, ofUnit)).toMatchObject({ state: 'ended', note: '单位关掉了。' });

    const merchantId = (await community.me(MERCHANT)).memberId;
    await community.must(ADMIN, 'member.revokeRole', { memberId: merchantId, role: 'merchant', areaId: COMMUNITY });
    await community.runJobs();
    expect(community.documents<Supply>('supplies').filter(({ partyKind, isLive }) => partyKind === 'merchant' && isLive)).toEqual([]);

    const supplyId = await offerAs(community, LEAVER, { words: '家在三栋，随时来。', slots: WEEK_SLOTS_ALL });
    const parts = JSON.parse((await community.must(LEAVER, 'member.exportData', { part: 'help' })).json) as { supplies: unknown };
    expect(parts.supplies).toContainEqual(expect.objectContaining({ words: '家在三栋，随时来。' }));
    await community.must(LEAVER, 'member.leave', {});
    await community.runJobs();
    expect(supplyOf(community, supplyId)).toMatchObject({ state: 'ended', words: '', peopleIds: [], householdIds: [], point: null });
    expect(JSON.stringify(supplyOf(community, supplyId))).not.toContain('孙强');
  });
});
