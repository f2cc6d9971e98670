import { NEVER_MS } from '../aggregate/aggregate';
import { childrenOf } from '../area/area.repository';
import { applyEffect } from '../effect/apply-effect';
import { systemClock } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import type { Proof } from '../ledger/proof';
import { proveMore } from '../ledger/proof.use-case';
import { store } from '../platform/store';
import { RULES } from '../rules';

/** Accounts that are not what their transfers make them: the districts' administrators are told the same night. */
const tellDistricts = async (proof: Proof, nowMs: number): Promise<void> => {
  const due = dueInWorkingHours(nowMs, RULES.ledger.lookWorkingHours);
  for (const district of await childrenOf(null)) {
    await applyEffect({
      kind: 'openTask', taskId: deriveId('task', 'ledgerProof', proof._id, district._id), taskKind: 'ledgerProof', wishId: null, claimId: null, subjectId: proof._id, assignTo: null, isUrgent: true, areaIds: [district._id],
      title: '账没有对上', reasonText: `${proof._id} 夜里核对，有 ${proof.wrong} 处对不上`, actionText: '看核对结果', ...due, atMs: nowMs,
    });
  }
};

/** Goes on with the night's proof; once it ended and whoever must know was told, its clock is put away. */
const settle = async (day: string, nowMs: number): Promise<void> => {
  const endsAtMs = systemClock.nowMs() + RULES.ledger.proveMs;
  const proof = await proveMore(day, nowMs, () => systemClock.nowMs() >= endsAtMs);
  if (proof === null) return;
  if (proof.state === 'wrong') await tellDistricts(proof, nowMs);
  await store.update('proofs', { _id: day, state: proof.state }, { wakeAtMs: NEVER_MS });
};

export const proofDue = { collection: 'proofs', settle } as const;
