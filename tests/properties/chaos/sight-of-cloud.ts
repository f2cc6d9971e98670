import { COLLECTIONS } from '../../../cloudfunctions/database';
import { foldBalances, type Account } from '../../../cloudfunctions/core/ledger/balance';
import { sumOf } from '../../../cloudfunctions/core/ledger/lots';
import type { Proof } from '../../../cloudfunctions/core/ledger/proof';
import type { Transfer } from '../../../cloudfunctions/core/ledger/transfer';
import type { ClaimBatch } from '../../../cloudfunctions/core/batch/claim-batch';
import type { ClaimRecord } from '../../../cloudfunctions/core/claim/claim-record';
import type { Media } from '../../../cloudfunctions/core/media/media';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import type { OpenWishQuota } from '../../../cloudfunctions/core/quota/quota';
import type { Task } from '../../../cloudfunctions/core/staff/task';
import type { Unit } from '../../../cloudfunctions/core/unit/unit';
import { NEVER_MS, type Wish } from '../../../cloudfunctions/core/wish/wish';
import type { Community } from '../../flows/support/community';
import { BrokenRule, type Sight } from '../crowd/checks';

const byId = <T extends { readonly _id: string }>(documents: readonly T[]): ReadonlyMap<string, T> => new Map(documents.map((document) => [document._id, document]));

/** The database behind the deployed functions, as the checks of the crowd look at it; reads only. */
export const sightOf = (community: Community): Sight => {
  const notices = byId(community.documents<Notice>('notices'));
  const claims = byId(community.documents<ClaimRecord>('claims'));
  const transfers = byId(community.documents<Transfer>('transfers'));
  const members = byId(community.documents<Member>('members'));
  const units = byId(community.documents<Unit>('units'));
  const quotas = community.documents<OpenWishQuota>('quotas').filter((quota) => quota.kind === 'openWishes');
  return {
    nowMs: community.nowMs(),
    wishes: community.documents<Wish>('wishes'),
    tasks: community.documents<Task>('tasks').flatMap((task) => (task.state === 'open' || task.closedById !== null ? [{ ...task, state: task.state === 'open' ? ('open' as const) : ('closedByHand' as const) }] : [])),
    quotas: quotas.map((quota) => [quota._id, Object.keys(quota.reservations)] as const),
    isTodoOpen: (noticeId) => notices.get(noticeId)?.todoState === 'open',
    claimRecord: (claimId) => claims.get(claimId),
    hasEarning: (transferId) => transfers.has(transferId),
    overdueClaimIds: (partyId) => (members.get(partyId) ?? units.get(partyId))?.overdueClaimIds,
  };
};

const hold = (isHeld: boolean, rule: string, about: string, details = ''): void => {
  if (!isHeld) throw new BrokenRule(rule, about, details);
};

/** Every account is the sum of its transfers, all of them together nothing, and what waits has its clock. */
export const checkLedger = (community: Community): void => {
  const transfers = community.documents<Transfer>('transfers');
  const folded = foldBalances(transfers);
  for (const { _id, posted, pendingIn, pendingOut, lots } of community.documents<Account>('accounts')) {
    hold(sumOf(lots) === posted - pendingOut && Object.values(lots).every((amount) => amount > 0), 'nobody is below nought, and each point has its day', _id, JSON.stringify(lots));
    hold(JSON.stringify(folded.get(`points ${_id}`)) === JSON.stringify({ posted, pendingIn, pendingOut }), 'an account is the sum of its transfers', _id);
  }
  hold([...folded.values()].reduce((sum, balance) => sum + balance.posted, 0) === 0, 'the ledger sums to nothing', 'ledger');
  const resolved = new Set(transfers.map((transfer) => transfer.pendingId));
  const waiting = new Set(community.documents<{ readonly _id: string }>('pendingTransfers').map(({ _id }) => _id));
  for (const { _id, phase } of transfers) hold(phase !== 'pending' || resolved.has(_id) !== waiting.has(_id), 'a pending transfer has a clock or an end', _id);
};

/** No night found anything wrong, though some were never quiet, and the last agrees. @returns how many there were. */
export const checkProofs = (community: Community): number => {
  const proofs = community.documents<Proof>('proofs');
  for (const { _id, state, findings } of proofs) hold(state !== 'wrong', 'no proof finds anything', _id, JSON.stringify(findings));
  const last = proofs.reduce<Proof | null>((latest, proof) => (latest === null || proof._id > latest._id ? proof : latest), null);
  hold(last === null || last.state === 'right', 'what is at rest is proved', last?._id ?? '', last?.state);
  hold(community.documents('postings').length === 0, 'every posting is folded', 'ledger');
  return proofs.length;
};

const WITH_CLOCK = COLLECTIONS.filter(({ indexes }) => indexes.some(({ name }) => name === 'wake')).map(({ name }) => name);

/** Everything that has a clock has it ahead, and every photo was looked at or waits for somebody. */
export const checkClocks = (community: Community): void => {
  const nowMs = community.nowMs();
  for (const name of WITH_CLOCK) {
    for (const { _id, wakeAtMs } of community.documents<{ readonly _id: string; readonly wakeAtMs: number }>(name)) hold(wakeAtMs > nowMs, 'nothing due is left lying', `${name}/${_id}`, `${nowMs - wakeAtMs} ms late`);
  }
  for (const { _id, state, wakeAtMs } of community.documents<Media>('media')) hold(state !== 'checking' || wakeAtMs < NEVER_MS, 'a file under check has a clock', _id);
};

/** An action on many wishes that was to take all or nothing took all or nothing. */
export const checkBatches = (community: Community): void => {
  const standing = new Set(community.documents<Wish>('wishes').flatMap((wish) => Object.keys(wish.claims)));
  for (const batch of community.documents<ClaimBatch>('claimBatches')) {
    hold(batch.state !== 'trying', 'an action ends', batch._id);
    if (batch.mode !== 'allOrNothing') continue;
    const got = batch.items.filter(({ claimId }) => standing.has(claimId)).length;
    hold(got === (batch.state === 'confirmed' ? batch.items.length : 0), 'all or nothing', batch._id, `${batch.state}, ${got} of ${batch.items.length}`);
  }
  for (const wish of community.documents<Wish>('wishes')) for (const claim of Object.values(wish.claims)) hold(claim.batchId === null, 'no tentative hold is left', wish._id, claim.claimId);
};
