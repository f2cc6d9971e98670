import type { ApiContract, UseTableView } from '@contract';
import { hashInput } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { checkWords } from '../shift/words-check.use-case';
import { decideSaveTable, streetOf, viewOfTable } from './use-table';
import { findUseTable, saveUseTable } from './use-table.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const streetFor = (areaId: string): string => streetOf(areaId) ?? fail('BAD_INPUT', { fields: { areaId: '请选到街道这一级' } });

export const getUseTable = async ({ member }: MemberContext, { areaId }: Parsed<'uses.get'>): Promise<UseTableView> => {
  const streetId = streetFor(areaId ?? member.communityId);
  return viewOfTable(streetId, await findUseTable(streetId), worksAt(member, streetId, ['administrator']));
};

/** Refuses OUT_OF_AREA, BAD_INPUT, TEXT_RISKY, BUSY (somebody saved meanwhile), OPERATION_REUSED. */
export const saveTable = async (context: MemberContext, input: Parsed<'uses.save'>): Promise<UseTableView> => {
  const streetId = streetFor(input.areaId);
  if (!worksAt(context.member, streetId, ['administrator'])) return fail('OUT_OF_AREA');
  const standing = await findUseTable(streetId);
  const { callerId: actorId, operationId, nowMs } = context;
  const table = unwrap(decideSaveTable(standing, { streetId, version: input.version, rows: input.rows, operationId, inputHash: hashInput(input), actorId, nowMs }));
  if (table !== standing) {
    if (input.rows.length > 0) await checkWords(context, input.rows.flatMap(({ label, note }) => [label, note]), 'rows');
    await saveUseTable(table);
  }
  return viewOfTable(streetId, table, true);
};
