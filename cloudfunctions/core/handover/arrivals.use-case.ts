import { LIMITS, type ApiContract, type ArrivalView, type Page } from '@contract';
import * as v from 'valibot';
import { listClaimRecords } from '../claim/claim-record.repository';
import type { ClaimRecord } from '../claim/claim-record';
import { arrivalTextOf } from '../last-leg/last-leg-view';
import { ancestorAt } from '../kernel/area-tree';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import type { Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { keepsStation } from './handover-code';

const ORDER = [['updatedAtMs', 'desc'], ['_id', 'desc']] as const;

/** The community whose station somebody keeps: the one named, their own, or the first they work in. */
const stationOf = (member: Member, areaId: string | null): string => {
  const wanted = areaId ?? [member.communityId, ...member.roles.map((held) => held.areaId)].find((node) => keepsStation(member, node)) ?? fail('OUT_OF_AREA');
  if (!keepsStation(member, wanted)) fail('OUT_OF_AREA');
  return ancestorAt(wanted, 'community') ?? fail('OUT_OF_AREA', { message: '请先选一个社区的驿站。' });
};

const arrivalView = (record: ClaimRecord, state: ArrivalView['state']): ArrivalView => ({
  wishId: record.wishId,
  claimId: record._id,
  wishTitle: record.wishTitle,
  pictureKey: record.pictureKey,
  giverName: record.claimerName,
  shares: record.shares,
  shareNote: record.shareNote,
  state,
  atMs: state === 'coming' ? (record.plan?.deliverAtMs ?? null) : record.deliveredAtMs,
  lastLegText: arrivalTextOf(record),
});

/** What comes to a station or waits in it, the latest change first. One query. */
export const arrivals = async (context: MemberContext, input: ApiContract['handover.arrivals']['parsed']): Promise<Page<ArrivalView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const where = whereAfter({ communityId: stationOf(context.member, input.areaId), stationState: input.state }, ORDER, last);
  const records = await listClaimRecords({ where, order: ORDER, limit: LIMITS.pageSize + 1 });
  const shown = records.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map((record) => arrivalView(record, input.state)), nextCursor: records.length > shown.length && end ? encodeCursor([end.updatedAtMs, end._id]) : null };
};
