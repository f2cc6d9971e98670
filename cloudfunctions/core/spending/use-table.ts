import type { UseTableView } from '@contract';
import { ancestorAt } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';

/** A line that a street's administrator wrote. */
export interface UseRow {
  readonly useKey: string;
  readonly label: string;
  readonly note: string;
  readonly isAllowed: boolean;
}

/** What money may and may not be spent on in a street (五准五不准); the id is the street. */
export interface UseTable {
  readonly _id: string;
  readonly rows: readonly UseRow[];
  readonly version: number;
  readonly operationId: string;
  readonly inputHash: string;
  readonly savedById: string;
  readonly savedAtMs: number;
  /** Who wrote it before, the newest first; bounded. */
  readonly history: readonly { readonly byId: string; readonly atMs: number; readonly rows: number }[];
}

const HISTORY_KEPT = 20;

/**
 * Forbidden everywhere, whatever a street writes: by the Charity Law's chapter on charitable property (nobody divides,
 * diverts, holds back or seizes it), by the rules on public money and entertainment, and by this program's own rule
 * that money for a person ill or in hardship goes through a charity (RULES.md section 2).
 */
export const BUILT_IN_USES: readonly UseRow[] = [
  { useKey: 'law_divide', label: '私分、挪用、截留', note: '《慈善法》：任何组织和个人不得私分、挪用、截留或者侵占。', isAllowed: false },
  { useKey: 'law_benefit', label: '给管钱、办事的人好处', note: '工资补贴、辛苦费、回扣，给本人或亲属都不行。', isAllowed: false },
  { useKey: 'law_entertain', label: '吃喝招待、送礼、旅游', note: '公家的钱、大家的钱都不能这样花。', isAllowed: false },
  { useKey: 'law_invest', label: '投资、放贷、担保', note: '钱只能等着花在说好的事上，不能拿去生钱。', isAllowed: false },
  { useKey: 'law_hardship', label: '给生病或困难的个人发钱', note: '这样的救助请走慈善组织和社会救助，社区帮着办。', isAllowed: false },
];

const isBuiltIn = (useKey: string): boolean => BUILT_IN_USES.some((row) => row.useKey === useKey);

/** The street whose table counts for an area; null above the streets. */
export const streetOf = (areaId: string): string | null => ancestorAt(areaId, 'street');

/** Pure: an allowed line of the table. Refusals: USE_FORBIDDEN, USE_UNKNOWN (also where the street wrote nothing yet). */
export const decideUse = (table: Pick<UseTable, 'rows'> | null, useKey: string): Result<UseRow> => {
  const row = [...BUILT_IN_USES, ...(table?.rows ?? [])].find((each) => each.useKey === useKey);
  if (row === undefined) return refuse('USE_UNKNOWN');
  return row.isAllowed ? accept(row) : refuse('USE_FORBIDDEN');
};

export type UseRowDraft = Omit<UseRow, 'useKey'> & { readonly useKey: string | null };

const historyOf = (standing: UseTable | null): UseTable['history'] => (standing === null ? [] : [{ byId: standing.savedById, atMs: standing.savedAtMs, rows: standing.rows.length }, ...standing.history].slice(0, HISTORY_KEPT));

interface Saving {
  readonly streetId: string;
  readonly version: number;
  readonly rows: readonly UseRowDraft[];
  readonly operationId: string;
  readonly inputHash: string;
  readonly actorId: string;
  readonly nowMs: number;
}

/**
 * Pure: the table anew. A line keeps its key, so that what was spent on it stays with it; built-in lines are not the
 * street's to write. Refusals: OPERATION_REUSED, BUSY (somebody saved meanwhile), BAD_INPUT (the same line twice).
 */
export const decideSaveTable = (standing: UseTable | null, { streetId, version, rows, operationId, inputHash, actorId, nowMs }: Saving): Result<UseTable> => {
  if (standing?.operationId === operationId) return standing.inputHash === inputHash ? accept(standing) : refuse('OPERATION_REUSED');
  if ((standing?.version ?? 0) !== version) return refuse('BUSY', { message: '刚才另一位改过这张表，刷新看看再改。' });
  const kept = rows.filter(({ useKey }) => useKey === null || !isBuiltIn(useKey)).map((row) => ({ ...row, useKey: row.useKey ?? deriveId('u', streetId, row.label) }));
  const labels = [...BUILT_IN_USES, ...kept].map(({ label }) => label);
  const keys = kept.map(({ useKey }) => useKey);
  if (new Set(labels).size < labels.length || new Set(keys).size < keys.length) return refuse('BAD_INPUT', { message: '有两条写得一样，留一条就够了。' });
  return accept({ _id: streetId, rows: kept, version: version + 1, operationId, inputHash, savedById: actorId, savedAtMs: nowMs, history: historyOf(standing) });
};

export const viewOfTable = (streetId: string, table: UseTable | null, canEdit: boolean): UseTableView => ({
  streetId,
  rows: [...(table?.rows ?? []).map((row) => ({ ...row, isBuiltIn: false })), ...BUILT_IN_USES.map((row) => ({ ...row, isBuiltIn: true }))],
  version: table?.version ?? 0,
  canEdit,
});
