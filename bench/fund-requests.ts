import type { RouteName } from '@contract';
import { ADMIN, NEIGHBOUR, OTHER_COMMUNITY, POSTER, STAFF, STREET, type Community } from '../tests/flows/support/community';
import { applyFor, askFor, grantIt, openFund, receiptOf, writeUses } from '../tests/flows/support/fund-steps';
import { openTeam } from '../tests/flows/support/team-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** The payee is looked up by their code, and the voucher has a photo: as many requests as there can be. */
const spendingRoutes = async (community: Community, call: Call, grantId: string, useKey: string): Promise<void> => {
  const host = { hostKind: 'grant', hostId: grantId } as const;
  const { code } = await community.me(POSTER);
  await call(NEIGHBOUR, 'spending.ask', { ...host, useKey, text: '扶手', amountFen: 900, payee: { kind: 'neighbour', code }, receiptFileIds: [await receiptOf(community)] });
  const [spendingId, other, third] = [await askFor(community, grantId, useKey, 1_000), await askFor(community, grantId, useKey, 2_000), await askFor(community, grantId, useKey, 3_000)];
  for (let more = 0; more < 3; more += 1) await askFor(community, grantId, useKey, 100);
  await call(STAFF, 'spending.approve', { ...host, spendingId });
  await community.must(ADMIN, 'spending.approve', { ...host, spendingId });
  await call(STAFF, 'spending.refuse', { ...host, spendingId: other, note: '收据看不清' });
  await call(NEIGHBOUR, 'spending.withdraw', { ...host, spendingId: third });
  await call(STAFF, 'spending.recordPayout', { ...host, spendingId, voucherNo: '记-1', paidAtMs: community.nowMs(), photoFileId: await receiptOf(community, STAFF) });
  await community.runJobs();
  await call(ADMIN, 'spending.get', { spendingId });
  await call(STAFF, 'spending.waiting', {});
  await call(NEIGHBOUR, 'spending.mine', {});
};

export const fundRoutes = async (community: Community, call: Call): Promise<void> => {
  const { repair: useKey } = await writeUses(community);
  const table = await community.must(ADMIN, 'uses.get', { areaId: STREET });
  await call(ADMIN, 'uses.get', { areaId: STREET });
  await call(ADMIN, 'uses.save', { areaId: STREET, version: table.version, rows: table.rows.filter(({ isBuiltIn }) => !isBuiltIn).map(({ useKey: key, label, note, isAllowed }) => ({ useKey: key, label, note, isAllowed })) });
  const fundId = await openFund(community);
  await call(ADMIN, 'fund.open', { communityId: OTHER_COMMUNITY, documentNo: '号', budgetFen: 1_000, perGrantMaxFen: 500, rulesText: '规则' });
  const teamId = await openTeam(community);
  await call(NEIGHBOUR, 'grant.apply', { fundId, title: '灯', story: '装灯', committee: { kind: 'team', teamId }, budgetLines: [{ useKey, text: '灯', amountFen: 500 }] });
  const [grantId, refused, taken] = [await applyFor(community, fundId, useKey), await applyFor(community, fundId, useKey, 700), await applyFor(community, fundId, useKey, 800)];
  await community.runJobs();
  await call(STAFF, 'grant.decide', { grantId: refused, decision: { kind: 'refuse', note: '先请物业修' } });
  await call(NEIGHBOUR, 'grant.withdraw', { grantId: taken });
  await grantIt(community, grantId);
  await call(ADMIN, 'fund.setAgent', { fundId, code: (await community.me(STAFF)).code });
  await community.must(ADMIN, 'fund.setAgent', { fundId, code: null });
  await community.runJobs();
  await spendingRoutes(community, call, grantId, useKey);
  const small = await applyFor(community, fundId, useKey, 600);
  await grantIt(community, small, 600);
  await call(NEIGHBOUR, 'grant.report', { grantId: small, reportText: '没用上，退回。' });
  await call(STAFF, 'grant.close', { grantId: small });
  await call(POSTER, 'grant.get', { grantId });
  await call(NEIGHBOUR, 'grant.mine', {});
  await call(POSTER, 'fund.get', { fundId });
  const { years } = await community.must(ADMIN, 'fund.get', { areaId: OTHER_COMMUNITY });
  await call(ADMIN, 'fund.close', { fundId: years[0]?.fundId ?? '', reportText: '没有人申请。' });
};
