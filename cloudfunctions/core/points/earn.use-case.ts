import type { EffectOf } from '../effect/effect';
import { communityIssuance, memberPoints, parseAccount } from '../ledger/account';
import { move, resolvePending, wasVoided } from '../ledger/ledger.repository';
import type { Transfer } from '../ledger/transfer';
import { store } from '../platform/store';
import { earnedText } from './earned-text';
import { findGrant, grantOnce, takeBackGrant } from './earning.repository';
import { alignHold } from './hold.repository';

/**
 * Carries an earning out: what the community's rules give for it, waiting for its day. First the grant, then the
 * transfer, both under the cause's id: killed in between, the next try finds the grant and writes the transfer. Where
 * points between these two are held, it waits with them.
 */
export const earnPoints = async (effect: EffectOf<'earnPoints'>): Promise<void> => {
  const { transferId, memberId, communityId, earningKind, quantity, withId, causeText, aggregateId, atMs, dueAtMs } = effect;
  const grant = await grantOnce(transferId, communityId, memberId, { kind: earningKind, quantity, withId, text: causeText, atMs });
  if (grant === null || grant.points === 0) return;
  const written = await move({
    transferId, asset: 'points', debitAccount: communityIssuance(communityId), creditAccount: memberPoints(memberId), amount: grant.points,
    cause: { kind: earningKind, aggregateId, text: causeText }, communityId, nowMs: atMs, waits: { untilMs: dueAtMs, then: 'posted' },
  });
  if (withId !== null) await alignHold(memberId, transferId, withId, written === 'written');
};

/** What an earning brought, in a sentence. A month that took no further cause in is at its top. */
export const wordsOfEarning = async ({ communityId, memberId, transferId, atMs, dueAtMs }: EffectOf<'earnPoints'>): Promise<string> =>
  earnedText((await findGrant({ communityId, memberId, transferId, atMs })) ?? { points: 0, reason: 'monthCap' }, dueAtMs);

/** Takes back what still waits; what it stood for counts no longer against a cap. */
export const takeBackPoints = async (transferId: string, nowMs: number): Promise<void> => {
  const end = await resolvePending(transferId, 'voided', nowMs);
  if (end === 'missing') return;
  const transfer = await store.find<Transfer>('transfers', transferId);
  if (transfer !== null && (await wasVoided(transferId))) await takeBackGrant(transferId, transfer.communityId, parseAccount(transfer.creditAccount).id, transfer.createdAtMs);
};
