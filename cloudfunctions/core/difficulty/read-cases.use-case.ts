import { LIMITS, type ApiContract, type DifficultyCardView, type DifficultyCaseView, type DifficultySecretsView, type Page } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { writeAudit } from '../audit/audit.repository';
import { loadOverrides } from '../calendar/calendar.repository';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { deriveId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { openText } from '../platform/field-sealer';
import { whereAfter } from '../platform/keyset';
import { temporaryLinks } from '../platform/storage';
import { command, store } from '../platform/store';
import { queueAreaIds } from '../staff/task.use-case';
import { caseCardView, caseView, CASE_CARD_FIELDS, secretsView, type CaseCard } from './case-view';
import { evidenceFilesOf, type DifficultyCase } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';
import { DIFFICULTY_KIND } from './settle-case';

const repository = aggregateRepository<DifficultyCase, DifficultyEvent>(DIFFICULTY_KIND.collection);

const SHELF_ORDER = [['shelfPlace', 'asc'], ['_id', 'asc']] as const;

/** What is in progress by its clock, the ledger by the next visit, what is over by when. Masked; one query. */
export const listCases = async (context: MemberContext, input: ApiContract['difficulty.list']['parsed']): Promise<Page<DifficultyCardView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const areaIds = queueAreaIds(context.member, input.areaId);
  const [only] = areaIds;
  const where = whereAfter({ areaIds: areaIds.length === 1 ? only : command.in([...areaIds]), shelf: input.shelf }, SHELF_ORDER, last);
  const cards = await store.query<CaseCard>('difficultyCases', { where, order: SHELF_ORDER, limit: LIMITS.pageSize + 1, fields: CASE_CARD_FIELDS });
  const shown = cards.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(caseCardView), nextCursor: cards.length > shown.length && end ? encodeCursor([end.shelfPlace, end._id]) : null };
};

const getOfArea = async (context: MemberContext, caseId: string): Promise<DifficultyCase> => {
  const found = await repository.get(caseId);
  return worksAt(context.member, found.areaId) ? found : fail('OUT_OF_AREA');
};

export const getCase = async (context: MemberContext, input: ApiContract['difficulty.get']['parsed']): Promise<DifficultyCaseView> =>
  caseView(await getOfArea(context, input.caseId), context.member, context.nowMs, await loadOverrides(context.nowMs));

/** Why somebody reads it stands in the audit before anything is opened. */
export const openCase = async (context: MemberContext, input: ApiContract['difficulty.open']['parsed']): Promise<DifficultySecretsView> => {
  const found = await getOfArea(context, input.caseId);
  if (found.isForgotten) fail('NOT_FOUND', { message: '这件办结一年多了，姓名和材料已经按期删去。' });
  await writeAudit({ auditId: deriveId('a', context.requestId, found._id), kind: 'readDifficultyCase', byId: context.callerId, subjectId: found._id, areaIds: found.areaIds, note: input.reason, atMs: context.nowMs });
  return secretsView(found, openText, await temporaryLinks(evidenceFilesOf(found)));
};
