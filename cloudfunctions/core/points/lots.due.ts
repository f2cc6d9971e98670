import { NEVER_MS } from '../aggregate/aggregate';
import { applyEffect } from '../effect/apply-effect';
import { communityExpired, parseAccount } from '../ledger/account';
import type { Account } from '../ledger/balance';
import { endLot } from '../ledger/ledger.repository';
import { endedLots, lotEndsAtMs, lotsToWarnOf, lotsWakeAtMs, warningsDue } from '../ledger/validity';
import type { Member } from '../member/member';
import { command, store } from '../platform/store';
import { lotEndText, warningOf } from './lot-words';

/** What ended goes back to the community of whoever held it, each lot in one line. */
const endLots = async (account: Account, communityId: string, nowMs: number): Promise<void> => {
  for (const day of endedLots(account.lots, nowMs)) {
    await endLot(account._id, day, { creditAccount: communityExpired(communityId), communityId, nowMs, cause: { kind: 'lotEnd', aggregateId: day, text: lotEndText(day) } });
  }
};

/** Tells what ends before long; noted with the account's revision, so a line that came meanwhile is looked at again. */
const warn = async (account: Account, member: Member, nowMs: number): Promise<void> => {
  const days = lotsToWarnOf(account.lots, account.warned, nowMs);
  for (const day of days) await applyEffect(warningOf({ accountId: account._id, memberId: member._id, day, amount: account.lots[day] ?? 0, number: warningsDue(day, nowMs), endsAtMs: lotEndsAtMs(day), nowMs }));
  const warned = { ...account.warned, ...Object.fromEntries(days.map((day) => [day, warningsDue(day, nowMs)])) };
  await store.update('accounts', { _id: account._id, revision: account.revision }, { warned: command.set(warned), wakeAtMs: lotsWakeAtMs(account.lots, warned) });
};

/**
 * Brings a person's points up to the present: lots whose last day is over end, lots that end before long are told. An
 * account whose person left has nobody to tell; it ends all the same.
 */
const settle = async (accountId: string, nowMs: number): Promise<void> => {
  const { id } = parseAccount(accountId);
  const [account, member] = await Promise.all([store.find<Account>('accounts', accountId), store.find<Member>('members', id)]);
  if (account === null) return;
  await endLots(account, member?.communityId ?? 'left', nowMs);
  const standing = await store.find<Account>('accounts', accountId);
  if (standing === null) return;
  if (member !== null) return warn(standing, member, nowMs);
  await store.update('accounts', { _id: accountId, revision: standing.revision }, { wakeAtMs: Math.min(NEVER_MS, ...Object.keys(standing.lots).map(lotEndsAtMs)) });
};

export const lotsDue = { collection: 'accounts', settle } as const;
