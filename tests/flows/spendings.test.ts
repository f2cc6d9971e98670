import { fundsOf } from '../../cloudfunctions/core/spending/spending';
import type { AuditLine } from '../../cloudfunctions/core/audit/audit.repository';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import { ADMIN, COMMUNITY, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF, STREET, Community } from './support/community';
import { applyFor, askFor, balanceOf, fundOfCloud, GRANT_FEN, grantedOne, grantOfCloud, openFund, receiptOf, writeUses } from './support/fund-steps';

/** Money going out of a grant, through the deployed functions. */
describe('spendings', () => {
  let community: Community;
  let fundId: string;
  let grantId: string;
  let useKey: string;

  beforeAll(async () => {
    community = await Community.found();
    ({ fundId, grantId, useKey } = await grantedOne(community));
  });
  afterAll(async () => {
    await community.close();
  });

  const ref = (spendingId: string, hostId = grantId) => ({ hostKind: 'grant' as const, hostId, spendingId });
  const ask = (amountFen = 20_000, hostId = grantId): Promise<string> => askFor(community, hostId, useKey, amountFen);
  const approve = (by: string, spendingId: string, hostId = grantId) => community.must(by, 'spending.approve', ref(spendingId, hostId));
  const transferOf = (spendingId: string): readonly Transfer[] => community.documents<Transfer>('transfers').filter(({ cause, amount }) => cause.kind === 'spending' && cause.aggregateId === spendingId && amount === grantOfCloud(community, grantId).spendings[spendingId]?.amountFen);
  const body = async (changes: object) => ({ hostKind: 'grant', hostId: grantId, useKey, text: '扶手', amountFen: 100, payee: { kind: 'organisation', name: '五金店' }, receiptFileIds: [await receiptOf(community)], ...changes });

  test('go from asking over two yesses to the voucher, and the books say the same', async () => {
    const leftFen = grantOfCloud(community, grantId).fundsLeftFen;
    const spendingId = await ask(23_450);
    expect(grantOfCloud(community, grantId).fundsLeftFen).toBe(leftFen - 23_450);
    expect((await community.must(STAFF, 'spending.waiting', {})).map(({ spendingId: id, waitsText }) => [id, waitsText])).toContainEqual([spendingId, '等两位来看']);
    expect(await approve(STAFF, spendingId)).toMatchObject({ state: 'asked' });
    expect(await approve(ADMIN, spendingId)).toMatchObject({ state: 'approved' });
    expect(transferOf(spendingId).map(({ phase }) => phase)).toEqual(['pending']);
    await community.must(STAFF, 'spending.recordPayout', { ...ref(spendingId), voucherNo: '记-11-008', paidAtMs: community.nowMs() });
    await community.runJobs();
    expect(transferOf(spendingId).map(({ phase }) => phase).sort()).toEqual(['pending', 'posted']);
    expect(balanceOf(community, `community:${COMMUNITY}:paidOut`)).toBe(23_450);
    expect(balanceOf(community, `grant:${grantId}:funds`)).toBe(GRANT_FEN - 23_450);
    const seen = await community.must(POSTER, 'spending.get', { spendingId });
    expect(seen).toMatchObject({ state: 'paid', payeeName: '平安五金店', filerName: null, note: '', may: { approve: false, refuse: false, withdraw: false, recordPayout: false } });
    expect(seen.approvals.map(({ role, name }) => [role, name])).toEqual([['staff', null], ['administrator', null]]);
    expect(seen.receiptUrls[0]).toMatch(/^http/);
    expect((await community.must(POSTER, 'grant.get', { grantId })).lines[0]).toMatchObject({ kind: 'spending', amountFen: -23_450, balanceFen: GRANT_FEN - 23_450, spendingId });
    expect(community.documents<AuditLine & { subjectId: string }>('audit').filter((line) => line.subjectId === spendingId).map(({ note }) => note)).toEqual(['同意，社区工作人员', '同意，管理员', '付款']);
  });

  test('take two who say yes in the same moment, once each', async () => {
    const spendingId = await ask();
    const both = await Promise.all([STAFF, ADMIN].map((by) => community.send(by, 'spending.approve', ref(spendingId))));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(Object.keys(grantOfCloud(community, grantId).spendings[spendingId]?.approvals ?? {})).toHaveLength(2);
    expect(grantOfCloud(community, grantId).spendings[spendingId]?.state).toBe('approved');
    await community.must(STAFF, 'spending.refuse', { ...ref(spendingId), note: '发票抬头写错了' });
    await community.runJobs();
    expect(transferOf(spendingId).map(({ phase }) => phase).sort()).toContain('voided');
  });

  test('are refused to whoever asked, is paid, has nothing to do with it, or comes from elsewhere', async () => {
    const own = (await community.must(STAFF, 'spending.ask', { hostKind: 'grant', hostId: grantId, useKey, text: '代楼组记', amountFen: 500, payee: { kind: 'me' }, receiptFileIds: [await receiptOf(community, STAFF)] })).spendingId;
    expect((await community.refused(STAFF, 'spending.approve', ref(own))).code).toBe('SPENDING_OWN');
    const { code } = await community.me(STAFF);
    const toStaff = (await community.must(NEIGHBOUR, 'spending.ask', (await body({ payee: { kind: 'neighbour', code } })) as never)).spendingId;
    expect((await community.refused(STAFF, 'spending.approve', ref(toStaff))).code).toBe('SPENDING_PAYEE');
    expect((await community.refused(STAFF, 'spending.recordPayout', { ...ref(toStaff), voucherNo: 'x', paidAtMs: community.nowMs() })).code).toBe('SPENDING_PAYEE');
    for (const by of [POSTER, OUTSIDER, OUTSIDE_STAFF, MERCHANT]) expect((await community.refused(by, 'spending.approve', ref(own))).code).toBe('NOT_ALLOWED');
    expect((await community.refused(POSTER, 'spending.get', { spendingId: own })).code).toBe('NOT_FOUND');
    expect((await community.refused(POSTER, 'spending.ask', await body({ receiptFileIds: [await receiptOf(community, POSTER)] }))).code).toBe('NOT_ALLOWED');
    for (const spendingId of [own, toStaff]) await community.must(ADMIN, 'spending.refuse', { ...ref(spendingId), note: '先放着' });
  });

  test('show an approver who is called like the payee', async () => {
    const { spendingId } = await community.must(NEIGHBOUR, 'spending.ask', (await body({ payee: { kind: 'person', name: '何静' } })) as never);
    expect(await community.must(STAFF, 'spending.get', { spendingId })).toMatchObject({ amIPayeesNamesake: true, payeeName: '何静' });
    await approve(STAFF, spendingId);
    await approve(ADMIN, spendingId);
    await community.must(ADMIN, 'spending.recordPayout', { ...ref(spendingId), voucherNo: '记-11-009', paidAtMs: community.nowMs() });
    const seen = await community.must(POSTER, 'spending.get', { spendingId });
    expect([seen.payeeName, seen.approvals.map(({ hasPayeesName }) => hasPayeesName)]).toEqual(['何*', [true, false]]);
  });

  test('take no forbidden use, no missing receipt, nobody else’s photo, no more than is left, no odd amounts', async () => {
    const codeOf = async (changes: object): Promise<string> => (await community.refused(NEIGHBOUR, 'spending.ask', await body(changes))).code;
    const { rows } = await community.must(NEIGHBOUR, 'uses.get', {});
    const forbidden = rows.find(({ isBuiltIn, isAllowed }) => !isBuiltIn && !isAllowed)?.useKey;
    expect([await codeOf({ useKey: 'law_entertain' }), await codeOf({ useKey: forbidden }), await codeOf({ useKey: 'u_unknown' })]).toEqual(['USE_FORBIDDEN', 'USE_FORBIDDEN', 'USE_UNKNOWN']);
    expect([await codeOf({ receiptFileIds: [] }), await codeOf({ receiptFileIds: [await receiptOf(community, POSTER)] })]).toEqual(['SPENDING_RECEIPT_MISSING', 'FILE_NOT_YOURS']);
    const { fundsLeftFen } = grantOfCloud(community, grantId);
    expect(await codeOf({ amountFen: fundsLeftFen + 1 })).toBe('FUNDS_NOT_ENOUGH');
    for (const amountFen of [0, -1, 0.1, 1e15, '5', null]) expect(await codeOf({ amountFen })).toBe('BAD_INPUT');
    expect((await community.refused(NEIGHBOUR, 'spending.ask', await body({ hostKind: 'mutual' }))).code).toBe('NOT_FOUND');
    expect(grantOfCloud(community, grantId).fundsLeftFen).toBe(fundsLeftFen);
  });

  test('happen once however often they are sent', async () => {
    const operationId = newOperation();
    const input = (await body({ amountFen: 777 })) as never;
    const [one, two] = [await community.must(NEIGHBOUR, 'spending.ask', input, operationId), await community.must(NEIGHBOUR, 'spending.ask', input, operationId)];
    expect(one).toEqual(two);
    expect((await community.refused(NEIGHBOUR, 'spending.ask', { ...(input as object), amountFen: 778 }, operationId)).code).toBe('OPERATION_REUSED');
    const again = newOperation();
    await community.must(STAFF, 'spending.approve', ref(one.spendingId), again);
    await community.must(STAFF, 'spending.approve', ref(one.spendingId), again);
    expect((await community.refused(STAFF, 'spending.approve', ref(one.spendingId))).code).toBe('SPENDING_APPROVED_ALREADY');
    expect((await community.must(NEIGHBOUR, 'spending.withdraw', ref(one.spendingId))).state).toBe('withdrawn');
    expect((await community.must(NEIGHBOUR, 'spending.mine', {}))[0]).toMatchObject({ spendingId: one.spendingId, state: 'withdrawn', waitsText: '' });
  });

  test('need the accounting agent where there is one, also when another comes', async () => {
    const [merchant, outsider] = [await community.me(MERCHANT), await community.me(OUTSIDER)];
    await community.must(ADMIN, 'fund.setAgent', { fundId, code: merchant.code });
    await community.runJobs();
    expect(grantOfCloud(community, grantId).accountingAgentId).toBe(merchant.memberId);
    const spendingId = await ask(400);
    await approve(STAFF, spendingId);
    expect(await approve(ADMIN, spendingId)).toMatchObject({ state: 'asked' });
    expect((await community.must(MERCHANT, 'spending.waiting', {})).map((row) => [row.spendingId, row.waitsText])).toEqual([[spendingId, '等代理会计看']]);
    await community.must(ADMIN, 'fund.setAgent', { fundId, code: outsider.code });
    await community.runJobs();
    expect(await community.must(MERCHANT, 'spending.waiting', {})).toEqual([]);
    expect((await community.refused(MERCHANT, 'spending.approve', ref(spendingId))).code).toBe('NOT_ALLOWED');
    expect((await community.must(OUTSIDER, 'spending.waiting', {})).map((row) => row.spendingId)).toEqual([spendingId]);
    expect((await community.must(OUTSIDER, 'home.overview', {})).todos.map(({ target }) => target.subjectId)).toContain(spendingId);
    expect(await approve(OUTSIDER, spendingId)).toMatchObject({ state: 'approved' });
    expect((await community.must(OUTSIDER, 'home.overview', {})).todos).toEqual([]);
    await community.must(ADMIN, 'spending.refuse', { ...ref(spendingId), note: '不买了' });
    await community.must(ADMIN, 'fund.setAgent', { fundId, code: null });
    await community.runJobs();
  });

  test('of a grant that was never granted are not asked for, and every fen stays in one place', async () => {
    const waiting = await applyFor(community, fundId, useKey, 5_000, POSTER);
    expect((await community.refused(POSTER, 'spending.ask', await body({ hostId: waiting, receiptFileIds: [await receiptOf(community, POSTER)] }))).code).toBe('GRANT_CHANGED');
    await community.must(POSTER, 'grant.withdraw', { grantId: waiting });
    const grant = grantOfCloud(community, grantId);
    expect(fundsOf(grant)).toBe(GRANT_FEN);
    await community.advance(HOUR_MS);
    await community.runJobs();
    expect(fundOfCloud(community, fundId).grants[waiting]?.state).toBe('withdrawn');
  });

  test('the table of uses is the street’s administrator’s, whose built-in lines stay', async () => {
    const table = await community.must(NEIGHBOUR, 'uses.get', {});
    expect([table.canEdit, table.rows.filter(({ isBuiltIn }) => isBuiltIn).length]).toEqual([false, 5]);
    expect((await community.refused(STAFF, 'uses.save', { areaId: STREET, version: table.version, rows: [] })).code).toBe('NOT_ALLOWED');
    expect((await community.refused(ADMIN, 'uses.save', { areaId: STREET, version: table.version - 1, rows: [] })).code).toBe('BUSY');
    const rows = table.rows.filter(({ isBuiltIn }) => !isBuiltIn).map(({ useKey: key, label, note, isAllowed }) => ({ useKey: key, label, note, isAllowed }));
    expect((await community.refused(ADMIN, 'uses.save', { areaId: STREET, version: table.version, rows: [...rows, ...rows] })).code).toBe('BAD_INPUT');
    const operationId = newOperation();
    const input = { areaId: STREET, version: table.version, rows: [...rows, { useKey: 'law_invest', label: '理财', note: '', isAllowed: true }] };
    const saved = await community.must(ADMIN, 'uses.save', input, operationId);
    expect(saved.rows.find((row) => row.useKey === 'law_invest')).toMatchObject({ isAllowed: false, isBuiltIn: true });
    expect(saved.rows.map((row) => row.useKey)).toEqual(table.rows.map((row) => row.useKey));
    expect((await community.must(ADMIN, 'uses.save', input, operationId)).version).toBe(saved.version);
    expect((await community.refused(ADMIN, 'uses.save', { ...input, rows: [] }, operationId)).code).toBe('OPERATION_REUSED');
  });
});

describe('a development fund', () => {
  let community: Community;
  let useKey: string;
  let fundId: string;

  beforeAll(async () => {
    community = await Community.found();
    ({ repair: useKey } = await writeUses(community));
    fundId = await openFund(community, 1_000_000);
  });
  afterAll(async () => {
    await community.close();
  });

  test('is opened once a year by an administrator, and money comes from outside', async () => {
    const input = { communityId: COMMUNITY, documentNo: '另一份', budgetFen: 5, perGrantMaxFen: 5, rulesText: '规则' };
    expect([(await community.refused(ADMIN, 'fund.open', input)).code, (await community.refused(STAFF, 'fund.open', input)).code]).toEqual(['FUND_EXISTS', 'NOT_ALLOWED']);
    expect((await community.refused(ADMIN, 'fund.open', { ...input, perGrantMaxFen: 6 })).code).toBe('BAD_INPUT');
    await community.runJobs();
    expect([balanceOf(community, `fund:${fundId}:budget`), balanceOf(community, `community:${COMMUNITY}:public`)]).toEqual([1_000_000, -1_000_000]);
    expect((await community.must(OUTSIDER, 'fund.get', {})).fund).toBeNull();
    expect((await community.must(OUTSIDER, 'fund.get', { fundId })).fund).toMatchObject({ budgetFen: 1_000_000, leftFen: 1_000_000, may: { apply: false, manage: false } });
    expect((await community.must(ADMIN, 'fund.get', { fundId })).mayOpen).toBeNull();
  });

  test('gives no more than it has, to two yesses on the same amount', async () => {
    const [one, two] = [await applyFor(community, fundId, useKey, 700_000), await applyFor(community, fundId, useKey, 700_000, POSTER)];
    await community.must(STAFF, 'grant.decide', { grantId: one, decision: { kind: 'approve', amountFen: 700_000 } });
    expect((await community.refused(STAFF, 'grant.decide', { grantId: one, decision: { kind: 'approve', amountFen: 700_000 } })).code).toBe('GRANT_DECIDED_ALREADY');
    expect((await community.refused(ADMIN, 'grant.decide', { grantId: one, decision: { kind: 'approve', amountFen: 700_001 } })).code).toBe('BAD_INPUT');
    await community.must(ADMIN, 'grant.decide', { grantId: one, decision: { kind: 'approve', amountFen: 650_000 } });
    expect(await community.must(STAFF, 'grant.get', { grantId: one })).toMatchObject({ state: 'applied', yesses: [{ role: 'administrator', amountFen: 650_000 }] });
    await community.must(STAFF, 'grant.decide', { grantId: one, decision: { kind: 'approve', amountFen: 650_000 } });
    await community.runJobs();
    expect(await community.must(NEIGHBOUR, 'grant.get', { grantId: one })).toMatchObject({ state: 'granted', grantedFen: 650_000, fundsLeftFen: 650_000 });
    expect((await community.refused(STAFF, 'grant.decide', { grantId: two, decision: { kind: 'approve', amountFen: 400_000 } })).code).toBe('FUND_NOT_ENOUGH');
    expect((await community.refused(MERCHANT, 'grant.get', { grantId: two })).code).toBe('NOT_FOUND');
    await community.must(STAFF, 'grant.decide', { grantId: two, decision: { kind: 'refuse', note: '今年剩的不够了，明年先看您这份' } });
    await community.runJobs();
    expect(await community.must(POSTER, 'grant.get', { grantId: two })).toMatchObject({ state: 'refused', note: '今年剩的不够了，明年先看您这份' });
    expect((await community.refused(ADMIN, 'fund.close', { fundId, reportText: '结了' })).code).toBe('FUND_OPEN_GRANTS');
    const spendingId = await askFor(community, one, useKey, 600_000);
    expect((await community.refused(NEIGHBOUR, 'grant.report', { grantId: one, reportText: '做完了' })).code).toBe('GRANT_OPEN_SPENDINGS');
    for (const by of [STAFF, ADMIN]) await community.must(by, 'spending.approve', { hostKind: 'grant', hostId: one, spendingId });
    await community.must(ADMIN, 'spending.recordPayout', { hostKind: 'grant', hostId: one, spendingId, voucherNo: '记-1', paidAtMs: community.nowMs() });
    expect((await community.refused(STAFF, 'grant.close', { grantId: one })).code).toBe('GRANT_CHANGED');
    await community.must(NEIGHBOUR, 'grant.report', { grantId: one, reportText: '扶手装好了，剩下五百元。' });
    await community.must(STAFF, 'grant.close', { grantId: one, askAgain: '请写一下装了几层' });
    await community.must(NEIGHBOUR, 'grant.report', { grantId: one, reportText: '扶手装好了，一到三层，剩下五百元。' });
    await community.must(STAFF, 'grant.close', { grantId: one });
    await community.runJobs();
    expect(fundOfCloud(community, fundId)).toMatchObject({ leftFen: 400_000 });
    const closed = await community.must(OUTSIDER, 'fund.get', { fundId });
    expect(closed.fund).toMatchObject({ leftFen: 400_000, withGrantsFen: 0, paidFen: 600_000, uses: [{ label: '公共部位小修小补', spentFen: 600_000 }] });
    expect(closed.fund?.lines.map(({ kind, amountFen, balanceFen }) => [kind, amountFen, balanceFen])).toEqual([['returned', 50_000, 400_000], ['grant', -650_000, 350_000], ['budget', 1_000_000, 1_000_000]]);
  });

  test('closes with its report, what is left goes back, and takes nothing any more', async () => {
    expect((await community.refused(NEIGHBOUR, 'fund.close', { fundId, reportText: '结了' })).code).toBe('NOT_ALLOWED');
    await community.must(ADMIN, 'fund.close', { fundId, reportText: '装了一处扶手。' });
    await community.runJobs();
    expect([balanceOf(community, `fund:${fundId}:budget`), balanceOf(community, `community:${COMMUNITY}:public`)]).toEqual([0, -600_000]);
    const answer = await community.refused(NEIGHBOUR, 'grant.apply', { fundId, title: '再来', story: '再来一个', committee: { kind: 'named', name: '楼组' }, budgetLines: [{ useKey, text: '灯', amountFen: 5 }] });
    expect(answer.code).toBe('FUND_CHANGED');
    expect((await community.must(NEIGHBOUR, 'grant.mine', {}))[0]).toMatchObject({ state: 'closed', paidFen: 600_000 });
  });

  test('is granted to a team by its lead only, and not over the cap', async () => {
    const other = (await community.must(ADMIN, 'fund.open', { communityId: 'd01-s01-c02', documentNo: '号', budgetFen: 1_000, perGrantMaxFen: 500, rulesText: '规则' })).fundId;
    const draft = { fundId: other, title: '灯', story: '装灯', committee: { kind: 'named' as const, name: '楼组' }, budgetLines: [{ useKey, text: '灯', amountFen: 400 }] };
    expect((await community.refused(NEIGHBOUR, 'grant.apply', draft)).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDER, 'grant.apply', { ...draft, committee: { kind: 'team', teamId: 'g_none' } })).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDER, 'grant.apply', { ...draft, budgetLines: [{ useKey, text: '灯', amountFen: 501 }] })).code).toBe('BAD_INPUT');
    expect((await community.refused(OUTSIDER, 'grant.apply', { ...draft, budgetLines: [{ useKey: 'law_divide', text: '分', amountFen: 5 }] })).code).toBe('USE_FORBIDDEN');
    const { grantId } = await community.must(OUTSIDER, 'grant.apply', draft);
    expect((await community.refused(STAFF, 'grant.decide', { grantId, decision: { kind: 'approve', amountFen: 400 } })).code).toBe('NOT_ALLOWED');
    for (const by of [OUTSIDE_STAFF, ADMIN]) await community.must(by, 'grant.decide', { grantId, decision: { kind: 'approve', amountFen: 400 } });
    await community.runJobs();
    expect(grantOfCloud(community, grantId)).toMatchObject({ state: 'granted', fundsLeftFen: 400 });
    expect((await community.refused(OUTSIDE_STAFF, 'grant.decide', { grantId: 'gr_none', decision: { kind: 'approve', amountFen: 1 } })).code).toBe('NOT_FOUND');
  });
});
