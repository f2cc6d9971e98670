import type { ApiContract, ServiceExportView } from '@contract';
import * as v from 'valibot';
import { writeAudit } from '../audit/audit.repository';
import { pathOf } from '../kernel/area-tree';
import { startOfChinaDayMs } from '../kernel/clock';
import { BYTE_ORDER_MARK } from '../kernel/csv';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { deriveId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { csvHead, EXPORT_FIELDS, piecesOf, type ExportRow } from './service-csv';

const ORDER = [['fromMs', 'asc'], ['_id', 'asc']] as const;
const placeSchema = v.tuple([v.number(), v.string()]);

/** First moment of a month and of the next, in UTC+8. */
const monthOf = (month: string): { readonly fromMs: number; readonly untilMs: number } => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { fromMs: startOfChinaDayMs(`${month}-01`), untilMs: startOfChinaDayMs(`${next}-01`) };
};

const readRows = (areaId: string, month: string, after: readonly [number, string] | null): Promise<readonly ExportRow[]> => {
  const { fromMs, untilMs } = monthOf(month);
  const where = { areaIds: areaId, state: 'counted', ...(after === null && { fromMs: command.gte(fromMs).and(command.lt(untilMs)) }) };
  return store.query<ExportRow>('serviceRecords', { where: whereAfter(where, ORDER, after, untilMs), order: ORDER, limit: RULES.service.exportRows, fields: EXPORT_FIELDS });
};

/**
 * A piece of a month of service that counted: at most a thousand rows and 600 KB, so that a function can answer it. Names
 * are whole, so each piece leaves an audit line before it is told. Refuses OUT_OF_AREA.
 */
export const exportService = async (context: MemberContext, { areaId, month, cursor }: ApiContract['service.export']['parsed']): Promise<ServiceExportView> => {
  if (!worksAt(context.member, areaId)) return fail('OUT_OF_AREA');
  const after = decodeCursor(cursor, placeSchema);
  const rows = await readRows(areaId, month, after);
  const { csv, taken } = piecesOf(rows, RULES.service.exportBytes);
  await writeAudit({ auditId: deriveId('audit', context.operationId), kind: 'exportedHours', byId: context.callerId, subjectId: areaId, areaIds: pathOf(areaId), note: `${month} ${taken.length}`, atMs: context.nowMs });
  const end = taken.at(-1);
  const isMore = taken.length < rows.length || rows.length === RULES.service.exportRows;
  return { csv: after === null ? `${BYTE_ORDER_MARK}${csvHead()}${csv}` : csv, rows: taken.length, nextCursor: isMore && end !== undefined ? encodeCursor([end.fromMs, end._id]) : null };
};
