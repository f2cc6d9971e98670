import type { PointRules } from '@contract';
import { chinaMonth } from '../ledger/balance';
import { command, store } from '../platform/store';
import { decideGrant, earningMonthIdOf, GRANTS_MAX, type Earning, type EarningMonth, type Grant } from './decide-earning';
import { firstRules, type RuleVersion } from './earning-rules';

/** The version in force at a moment; null while the community has none of its own. */
export const versionAt = async (communityId: string, atMs: number): Promise<RuleVersion | null> => {
  const [version] = await store.query<RuleVersion>('ruleVersions', { where: { communityId, fromMs: command.lte(atMs) }, order: [['fromMs', 'desc'], ['number', 'desc']], limit: 1 });
  return version ?? null;
};

export const rulesAt = async (communityId: string, atMs: number): Promise<PointRules> => (await versionAt(communityId, atMs))?.rules ?? firstRules();

/** Names one earning: whose, where, when and by which cause. */
export interface GrantRef {
  readonly communityId: string;
  readonly memberId: string;
  readonly transferId: string;
  readonly atMs: number;
}

/** What these earnings brought, by their causes; one that was not carried out yet is missing. One request, none for none. */
export const findGrants = async (refs: readonly GrantRef[]): Promise<ReadonlyMap<string, Grant>> => {
  if (refs.length === 0) return new Map();
  const ids = [...new Set(refs.map(({ communityId, memberId, atMs }) => earningMonthIdOf(communityId, memberId, atMs)))];
  const fields = refs.map(({ transferId }) => `grants.${transferId}`);
  const months = await store.query<Pick<EarningMonth, '_id'> & Partial<Pick<EarningMonth, 'grants'>>>('earningMonths', { where: { _id: command.in(ids) }, limit: ids.length, fields });
  return new Map(months.flatMap(({ grants }) => Object.entries(grants ?? {})));
};

export const findGrant = async (ref: GrantRef): Promise<Grant | null> => (await findGrants([ref])).get(ref.transferId) ?? null;

/** Somebody else's grant came in between so often: then the delivery is tried again later. */
const TRIES = 6;

const openMonth = async (communityId: string, memberId: string, atMs: number): Promise<EarningMonth> => {
  const _id = earningMonthIdOf(communityId, memberId, atMs);
  const standing = await store.find<EarningMonth>('earningMonths', _id);
  if (standing !== null) return standing;
  const fresh: EarningMonth = { _id, communityId, month: chinaMonth(atMs), memberId, grants: {}, revision: 0 };
  return (await store.insertOnce('earningMonths', fresh)) === 'inserted' ? fresh : openMonth(communityId, memberId, atMs);
};

/**
 * Grants points for a cause, once: asked again it answers what it granted. Guarded by the month's revision, so that two
 * at once never pass a cap together.
 * @returns null when the month holds too many causes.
 * @throws when others were quicker again and again.
 */
export const grantOnce = async (transferId: string, communityId: string, memberId: string, earning: Earning): Promise<Grant | null> => {
  const rules = await rulesAt(communityId, earning.atMs);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const month = await openMonth(communityId, memberId, earning.atMs);
    const known = month.grants[transferId];
    if (known !== undefined) return known;
    const before = Object.values(month.grants);
    if (before.length >= GRANTS_MAX) return null;
    const grant = decideGrant(before, earning, rules);
    const written = await store.update('earningMonths', { _id: month._id, revision: month.revision }, { [`grants.${transferId}`]: command.set(grant), revision: command.inc(1) });
    if (written === 1) return grant;
  }
  throw new Error(`the grants of ${memberId} are too busy`);
};

/** What was taken back counts no longer, for caps or between two. Repeats harmlessly. */
export const takeBackGrant = async (transferId: string, communityId: string, memberId: string, atMs: number): Promise<void> => {
  const path = `grants.${transferId}`;
  await store.update('earningMonths', { _id: earningMonthIdOf(communityId, memberId, atMs), [`${path}.atMs`]: command.exists(true) }, { [`${path}.points`]: 0, [`${path}.reason`]: 'takenBack', revision: command.inc(1) });
};
