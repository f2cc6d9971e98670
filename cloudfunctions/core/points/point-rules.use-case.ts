import type { ApiContract, RuleVersionView, SimulationView, WaysView } from '@contract';
import { hashInput } from '../kernel/ids';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { store } from '../platform/store';
import { earningMonthIdOf, type EarningMonth } from './decide-earning';
import { rulesAt } from './earning.repository';
import { firstRules, ruleVersionIdOf, versionStartMs, type RuleVersion } from './earning-rules';
import { lastMonths } from './points.view';
import { simulateRules } from './simulate-rules';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Versions that are listed; older ones stay stored. */
const VERSIONS_SHOWN = 30;
/** As many people of a month as one query gives. */
const PEOPLE_COUNTED = 1_000;

const assertWorksAt = (context: MemberContext, communityId: string): void => {
  if (!worksAt(context.member, communityId, ['administrator', 'staff'])) fail('OUT_OF_AREA');
};

const newestVersions = (communityId: string): Promise<readonly RuleVersion[]> => store.query<RuleVersion>('ruleVersions', { where: { communityId }, order: [['fromMs', 'desc'], ['number', 'desc']], limit: VERSIONS_SHOWN });

/** Pure: newest first; of those that have begun the first is in force. The beginning that every community has stands last. */
const versionViews = (versions: readonly RuleVersion[], nowMs: number): readonly RuleVersionView[] => {
  const all: readonly Omit<RuleVersionView, 'state'>[] = [...versions, { number: 0, rules: firstRules(), fromMs: 0, byName: '', reason: '一开始的规则' }];
  const inForce = all.find(({ fromMs }) => fromMs <= nowMs);
  return all.map(({ number, rules, fromMs, byName, reason }) => ({ number, rules, fromMs, byName, reason, state: fromMs > nowMs ? 'coming' : number === inForce?.number ? 'inForce' : 'past' }));
};

export const listRules = async (context: MemberContext, { communityId }: Parsed<'pointRules.list'>): Promise<readonly RuleVersionView[]> => {
  assertWorksAt(context, communityId);
  return versionViews(await newestVersions(communityId), context.nowMs);
};

/** Counts last month anew under other rules. Changes nothing. */
export const simulate = async (context: MemberContext, { communityId, rules }: Parsed<'pointRules.simulate'>): Promise<SimulationView> => {
  assertWorksAt(context, communityId);
  const [month = ''] = lastMonths(context.nowMs, 2);
  const people = await store.query<EarningMonth>('earningMonths', { where: { communityId, month }, order: [['_id', 'asc']], limit: PEOPLE_COUNTED });
  return simulateRules(month, people, rules, people.length === PEOPLE_COUNTED);
};

const viewOf = (version: RuleVersion, nowMs: number): RuleVersionView => {
  const [view] = versionViews([version], nowMs);
  return view ?? fail('UNEXPECTED');
};

/**
 * Adds a version that begins tomorrow.
 * @throws RefusedError OUT_OF_AREA, BAD_INPUT (nothing changes), TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED, BUSY (somebody was first).
 */
export const saveRules = async (context: MemberContext, input: Parsed<'pointRules.save'>): Promise<RuleVersionView> => {
  const { communityId, rules, reason } = input;
  assertWorksAt(context, communityId);
  const [newest] = await newestVersions(communityId);
  const inputHash = hashInput(input);
  if (newest?.operationId === context.operationId) return newest.inputHash === inputHash ? viewOf(newest, context.nowMs) : fail('OPERATION_REUSED');
  if (hashInput(newest?.rules ?? firstRules()) === hashInput(rules)) fail('BAD_INPUT', { message: '和现在的一样，没有要改的。' });
  if ((await checkText(context.openid, [reason])) === 'review') fail('TEXT_RISKY', { fields: { reason: '请换个说法' } });
  const number = (newest?.number ?? 0) + 1;
  const version: RuleVersion = {
    _id: ruleVersionIdOf(communityId, number), communityId, number, rules, fromMs: versionStartMs(context.nowMs), byId: context.callerId, byName: context.member.displayName, reason,
    operationId: context.operationId, inputHash, createdAtMs: context.nowMs,
  };
  if ((await store.insertOnce('ruleVersions', version)) === 'exists') fail('BUSY');
  return viewOf(version, context.nowMs);
};

/** What brings points here now, and what of the reader's brought less this month, the newest first. */
export const ways = async ({ member, nowMs }: MemberContext): Promise<WaysView> => {
  const [rules, month] = await Promise.all([rulesAt(member.communityId, nowMs), store.find<EarningMonth>('earningMonths', earningMonthIdOf(member.communityId, member._id, nowMs))]);
  const grants = Object.values(month?.grants ?? {});
  const lessened = grants.flatMap(({ text, points, reason, atMs }) => (reason === null ? [] : [{ text, points, reason, atMs }]));
  return { rules, earned: grants.reduce((sum, { points }) => sum + points, 0), lessened: lessened.sort((a, b) => b.atMs - a.atMs) };
};

