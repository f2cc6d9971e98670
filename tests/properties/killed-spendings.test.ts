import type { Fund } from '../../cloudfunctions/core/fund/fund';
import type { Grant } from '../../cloudfunctions/core/fund/grant';
import { ADMIN, DISTRICT, STAFF, STREET, type Community } from '../flows/support/community';
import { applyFor, askFor, fundOfCloud, grantIt, grantOfCloud, openFund, receiptOf, writeUses } from '../flows/support/fund-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

/** Money going out, the development fund and its grants, killed at any database call. */
let fundId = '';
let useKey = '';
let places = 0;

const setUp = async (community: Community): Promise<void> => {
  ({ repair: useKey } = await writeUses(community));
  fundId = await openFund(community, 900_000_000);
};

const GRANT = 50_000;

const ownGrant = async (community: Community, giver: string): Promise<string> => {
  const grantId = await applyFor(community, fundId, useKey, GRANT, giver);
  await community.runJobs();
  await grantIt(community, grantId, GRANT);
  return grantId;
};

const host = (hostId: string) => ({ hostKind: 'grant' as const, hostId });
const stateOf = (community: Community, grantId: string, spendingId: string): string | undefined => grantOfCloud(community, grantId).spendings[spendingId]?.state;

const ownSpending = async (community: Community, giver: string, yesses: readonly string[]): Promise<{ readonly grantId: string; readonly spendingId: string }> => {
  const grantId = await ownGrant(community, giver);
  const spendingId = await askFor(community, grantId, useKey, 20_000, giver);
  for (const by of yesses) await community.must(by, 'spending.approve', { ...host(grantId), spendingId });
  return { grantId, spendingId };
};

/** A community of its own, since each has one fund a year. */
const ownPlace = async (community: Community, level: 'community' | 'street'): Promise<string> => {
  const [parentId, code] = [level === 'street' ? DISTRICT : STREET, `k${(places += 1)}`];
  await community.must(ADMIN, 'area.add', { parentId, code, level, name: `${level === 'street' ? '街道' : '社区'}${places}`, ...(level === 'street' ? {} : { dutyPhone: '0571-8800103', stationName: '驿站' }) });
  return `${parentId}-${code}`;
};

const FUND = { documentNo: '云民发〔2026〕1 号', budgetFen: 1_000, perGrantMaxFen: 500, rulesText: '规则' } as const;
const grantsOf = (community: Community, contactId: string): readonly Grant[] => community.documents<Grant>('grants').filter((grant) => grant.contactId === contactId);

const spendingCases: readonly KilledCase[] = [
  {
    route: 'spending.ask',
    prepare: async (community, _poster, giver) => {
      const grantId = await ownGrant(community, giver);
      const input = { ...host(grantId), useKey, text: '扶手', amountFen: 20_000, payee: { kind: 'me' }, receiptFileIds: [await receiptOf(community, giver)] };
      const ids = (): readonly string[] => Object.keys(grantOfCloud(community, grantId).spendings);
      return { caller: giver, input, subjectIds: () => [grantId, ...ids()], happened: () => ids().length === 1 && grantOfCloud(community, grantId).fundsLeftFen === GRANT - 20_000 };
    },
  },
  {
    name: 'spending.approve, the second yes',
    route: 'spending.approve',
    prepare: async (community, _poster, giver) => {
      const { grantId, spendingId } = await ownSpending(community, giver, [STAFF]);
      return { caller: ADMIN, input: { ...host(grantId), spendingId }, subjectIds: () => [grantId, spendingId], happened: () => stateOf(community, grantId, spendingId) === 'approved' };
    },
  },
  {
    name: 'spending.refuse of what was approved, and the money comes back',
    route: 'spending.refuse',
    prepare: async (community, _poster, giver) => {
      const { grantId, spendingId } = await ownSpending(community, giver, [STAFF, ADMIN]);
      return { caller: STAFF, input: { ...host(grantId), spendingId, note: '收据不对' }, subjectIds: () => [grantId, spendingId], happened: () => stateOf(community, grantId, spendingId) === 'refused' && grantOfCloud(community, grantId).fundsLeftFen === GRANT };
    },
  },
  {
    route: 'spending.withdraw',
    prepare: async (community, _poster, giver) => {
      const { grantId, spendingId } = await ownSpending(community, giver, [STAFF]);
      return { caller: giver, input: { ...host(grantId), spendingId }, subjectIds: () => [grantId, spendingId], happened: () => stateOf(community, grantId, spendingId) === 'withdrawn' };
    },
  },
  {
    route: 'spending.recordPayout',
    prepare: async (community, _poster, giver) => {
      const { grantId, spendingId } = await ownSpending(community, giver, [STAFF, ADMIN]);
      const paidAtMs = community.nowMs();
      return { caller: STAFF, input: { ...host(grantId), spendingId, voucherNo: '记-1', paidAtMs }, subjectIds: () => [grantId, spendingId], happened: () => stateOf(community, grantId, spendingId) === 'paid' };
    },
  },
];

const fundCases: readonly KilledCase[] = [
  {
    route: 'grant.apply',
    prepare: async (community, _poster, giver) => {
      const { memberId } = await community.me(giver);
      const own = (): readonly Grant[] => grantsOf(community, memberId);
      const input = { fundId, title: '灯', story: '装灯', committee: { kind: 'named', name: '楼组' }, budgetLines: [{ useKey, text: '灯', amountFen: 500 }] };
      return { caller: giver, input, subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 && fundOfCloud(community, fundId).grants[own()[0]?._id ?? '']?.state === 'applied' };
    },
  },
  {
    name: 'grant.decide, the second yes',
    route: 'grant.decide',
    prepare: async (community, _poster, giver) => {
      const grantId = await applyFor(community, fundId, useKey, GRANT, giver);
      await community.runJobs();
      await community.must(STAFF, 'grant.decide', { grantId, decision: { kind: 'approve', amountFen: GRANT } });
      return { caller: ADMIN, input: { grantId, decision: { kind: 'approve', amountFen: GRANT } }, subjectIds: () => [grantId], happened: () => grantOfCloud(community, grantId).fundsLeftFen === GRANT };
    },
  },
  {
    route: 'grant.withdraw',
    prepare: async (community, _poster, giver) => {
      const grantId = await applyFor(community, fundId, useKey, GRANT, giver);
      await community.runJobs();
      return { caller: giver, input: { grantId }, subjectIds: () => [grantId], happened: () => grantOfCloud(community, grantId).state === 'withdrawn' };
    },
  },
  {
    route: 'grant.report',
    prepare: async (community, _poster, giver) => {
      const grantId = await ownGrant(community, giver);
      return { caller: giver, input: { grantId, reportText: '没用上。' }, subjectIds: () => [grantId], happened: () => grantOfCloud(community, grantId).state === 'reported' };
    },
  },
  {
    name: 'grant.close, and what is left is back in the fund',
    route: 'grant.close',
    prepare: async (community, _poster, giver) => {
      const grantId = await ownGrant(community, giver);
      await community.must(giver, 'grant.report', { grantId, reportText: '没用上。' });
      return { caller: STAFF, input: { grantId }, subjectIds: () => [grantId], happened: () => fundOfCloud(community, fundId).grants[grantId]?.returnedFen === GRANT };
    },
  },
  {
    route: 'fund.open',
    prepare: async (community) => {
      const communityId = await ownPlace(community, 'community');
      const own = (): readonly Fund[] => community.documents<Fund>('funds').filter((fund) => fund.communityId === communityId);
      return { caller: ADMIN, input: { communityId, ...FUND }, subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 };
    },
  },
  {
    route: 'fund.setAgent',
    prepare: async (community, _poster, giver) => {
      const { fundId: own } = await community.must(ADMIN, 'fund.open', { communityId: await ownPlace(community, 'community'), ...FUND });
      const { code, memberId } = await community.me(giver);
      return { caller: ADMIN, input: { fundId: own, code }, subjectIds: () => [own], happened: () => fundOfCloud(community, own).accountingAgentId === memberId };
    },
  },
  {
    route: 'fund.close',
    prepare: async (community) => {
      const { fundId: own } = await community.must(ADMIN, 'fund.open', { communityId: await ownPlace(community, 'community'), ...FUND });
      return { caller: ADMIN, input: { fundId: own, reportText: '没有人申请。' }, subjectIds: () => [own], happened: () => fundOfCloud(community, own).state === 'closed' };
    },
  },
  {
    route: 'uses.save',
    prepare: async (community) => {
      const areaId = await ownPlace(community, 'street');
      return { caller: ADMIN, input: { areaId, version: 0, rows: [{ label: '修灯', note: '', isAllowed: true }] }, subjectIds: () => [areaId], happened: () => community.document<{ version: number }>('useTables', areaId)?.version === 1 };
    },
  },
];

describeKilled([...spendingCases, ...fundCases], { setUp, perHour: 6 });
