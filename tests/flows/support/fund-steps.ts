import type { Fund } from '../../../cloudfunctions/core/fund/fund';
import type { Grant } from '../../../cloudfunctions/core/fund/grant';
import type { SharedAccount } from '../../../cloudfunctions/core/ledger/shared-account';
import { ADMIN, COMMUNITY, NEIGHBOUR, STAFF, STREET, type Community } from './community';

export const fundOfCloud = (community: Community, fundId: string): Fund => {
  const fund = community.document<Fund>('funds', fundId);
  if (fund === null) throw new Error(`no fund ${fundId}`);
  return fund;
};

export const grantOfCloud = (community: Community, grantId: string): Grant => {
  const grant = community.document<Grant>('grants', grantId);
  if (grant === null) throw new Error(`no grant ${grantId}`);
  return grant;
};

export const FUND_FEN = 10_000_000;
export const GRANT_FEN = 600_000;

/** One allowed line and one that the street forbids itself. */
export const writeUses = async (community: Community): Promise<{ readonly repair: string; readonly gifts: string }> => {
  const { version } = await community.must(ADMIN, 'uses.get', { areaId: STREET });
  const saved = await community.must(ADMIN, 'uses.save', { areaId: STREET, version, rows: [{ label: '公共部位小修小补', note: '扶手、灯、台阶', isAllowed: true }, { label: '逢年过节的慰问品', note: '', isAllowed: false }] });
  const keyOf = (isAllowed: boolean): string => saved.rows.find((row) => !row.isBuiltIn && row.isAllowed === isAllowed)?.useKey ?? '';
  return { repair: keyOf(true), gifts: keyOf(false) };
};

export const openFund = async (community: Community, budgetFen = FUND_FEN): Promise<string> =>
  (await community.must(ADMIN, 'fund.open', { communityId: COMMUNITY, documentNo: '云民发〔2026〕12 号', budgetFen, perGrantMaxFen: Math.min(budgetFen, 3_000_000), rulesText: '居民小组可以申请，两位工作人员来定，做完交报告。' })).fundId;

export const applyFor = async (community: Community, fundId: string, useKey: string, amountFen = GRANT_FEN, by = NEIGHBOUR): Promise<string> =>
  (await community.must(by, 'grant.apply', { fundId, title: '三号楼加扶手', story: '楼道里给老人加一排扶手，三天做完。', committee: { kind: 'named', name: '三号楼楼组' }, budgetLines: [{ useKey, text: '扶手和安装', amountFen }] })).grantId;

/** Staff, then the administrator, to the same amount. */
export const grantIt = async (community: Community, grantId: string, amountFen = GRANT_FEN): Promise<void> => {
  await community.must(STAFF, 'grant.decide', { grantId, decision: { kind: 'approve', amountFen } });
  await community.must(ADMIN, 'grant.decide', { grantId, decision: { kind: 'approve', amountFen } });
  await community.runJobs();
};

export const receiptOf = (community: Community, by = NEIGHBOUR): Promise<string> => community.upload(by, 'receipt');

export const askFor = async (community: Community, grantId: string, useKey: string, amountFen: number, by = NEIGHBOUR): Promise<string> =>
  (await community.must(by, 'spending.ask', { hostKind: 'grant', hostId: grantId, useKey, text: '扶手六米', amountFen, payee: { kind: 'organisation', name: '平安五金店' }, receiptFileIds: [await receiptOf(community, by)] })).spendingId;

/** A grant whose money may be spent. */
export const grantedOne = async (community: Community): Promise<{ readonly fundId: string; readonly grantId: string; readonly useKey: string }> => {
  const { repair } = await writeUses(community);
  const fundId = await openFund(community);
  const grantId = await applyFor(community, fundId, repair);
  await grantIt(community, grantId);
  return { fundId, grantId, useKey: repair };
};

/** Money on a shared account, once `jobs` folded it. */
export const balanceOf = (community: Community, address: string): number => community.documents<SharedAccount>('sharedAccounts').find(({ _id }) => _id.includes(address))?.posted ?? 0;
