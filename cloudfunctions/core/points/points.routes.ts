import { LIMITS, type ApiContract, type Page, type POINTS_ROUTES, type PointsEntryView, type PointsView } from '@contract';
import { memberPoints } from '../ledger/account';
import type { Account } from '../ledger/balance';
import type { PendingTransfer } from '../ledger/decide-transfer';
import { resolutionIdOf, type Transfer } from '../ledger/transfer';
import type { MemberContext } from '../platform/context';
import type { Handlers } from '../platform/router';
import { command, store } from '../platform/store';
import { entryView, pointsView } from './points.view';

/** So many waiting lines are listed, held ones last; the sum counts them all. */
const PENDING_SHOWN = 60;

const mine = async ({ member, nowMs }: MemberContext): Promise<PointsView> => {
  const address = memberPoints(member._id);
  const [account, pending] = await Promise.all([
    store.find<Account>('accounts', address),
    store.query<PendingTransfer>('pendingTransfers', { where: { account: address }, order: [['wakeAtMs', 'asc']], limit: PENDING_SHOWN }),
  ]);
  return pointsView(account, pending, nowMs);
};

/** The ends of those that were pending when written; none pending, none asked. */
const resolutionsOf = async (transfers: readonly Transfer[]): Promise<ReadonlyMap<string, Transfer>> => {
  const ids = transfers.filter((transfer) => transfer.phase === 'pending').map((transfer) => resolutionIdOf(transfer._id));
  if (ids.length === 0) return new Map();
  const found = await store.query<Transfer>('transfers', { where: { _id: command.in(ids) }, limit: ids.length });
  return new Map(found.map((transfer) => [transfer._id, transfer]));
};

/** Newest first; a pending line and its end are one line. */
const entries = async ({ member }: MemberContext, input: ApiContract['points.entries']['parsed']): Promise<Page<PointsEntryView>> => {
  const address = memberPoints(member._id);
  const below = input.cursor === null ? {} : { place: command.lt(input.cursor) };
  const transfers = await store.query<Transfer>('transfers', { where: { accounts: address, pendingId: null, ...below }, order: [['place', 'desc']], limit: LIMITS.pageSize + 1 });
  const items = transfers.slice(0, LIMITS.pageSize);
  const resolutions = await resolutionsOf(items);
  return { items: items.map((transfer) => entryView(transfer, resolutions, address)), nextCursor: transfers.length > items.length ? (items.at(-1)?.place ?? null) : null };
};

export const pointsHandlers: Pick<Handlers, keyof typeof POINTS_ROUTES> = { 'points.mine': mine, 'points.entries': entries };
