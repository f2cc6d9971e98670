import { LIMITS, type ApiContract, type Page, type ReconciliationRowView, type ReconciliationView } from '@contract';
import * as v from 'valibot';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { finishExplained } from './reconcile.use-case';
import { reconciliationRowView, reconciliationView, type Reconciliation } from './reconciliation';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const PLACE = v.tuple([v.string(), v.string()]);
const ORDER = [['day', 'desc'], ['_id', 'desc']] as const;

export const listReconciliations = async ({ member }: MemberContext, { cursor }: Parsed<'reconciliation.list'>): Promise<Page<ReconciliationRowView>> => {
  if (!worksAt(member, member.communityId)) fail('OUT_OF_AREA');
  const where = whereAfter({ communityId: member.communityId }, ORDER, decodeCursor(cursor, PLACE));
  const found = await store.query<Reconciliation>('reconciliations', { where, order: ORDER, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map(reconciliationRowView), nextCursor: found.length > page.length && end ? encodeCursor([end.day, end._id]) : null };
};

const find = async ({ member }: MemberContext, reconciliationId: string): Promise<Reconciliation> => {
  const found = await store.find<Reconciliation>('reconciliations', reconciliationId);
  return found === null || found.communityId === undefined || !worksAt(member, found.communityId) ? fail('NOT_FOUND') : found;
};

export const getReconciliation = async (context: MemberContext, { reconciliationId }: Parsed<'reconciliation.get'>): Promise<ReconciliationView> => reconciliationView(await find(context, reconciliationId));

/** Refuses NOT_FOUND, TEXT_RISKY, MONEY_CHANGED, OPERATION_REUSED. */
export const explainReconciliation = async (context: MemberContext, input: Parsed<'reconciliation.explain'>): Promise<ReconciliationView> => {
  const { member, nowMs } = context;
  const { operationId, inputHash } = stepOf(context, input);
  const found = await find(context, input.reconciliationId);
  if (found.explanation?.operationId === operationId) return found.explanation.inputHash === inputHash ? reconciliationView(found) : fail('OPERATION_REUSED');
  if (found.state !== 'different') return fail('MONEY_CHANGED');
  if ((await checkText(context.openid, [input.words])) === 'review') fail('TEXT_RISKY', { fields: { words: '请换个说法' } });
  const explanation = { words: input.words, byId: member._id, byName: member.displayName, atMs: nowMs, operationId, inputHash };
  if ((await store.update('reconciliations', { _id: found._id, state: 'different' }, { state: 'explained', explanation: command.set(explanation), wakeAtMs: nowMs })) === 0) fail('MONEY_CHANGED');
  const after = { ...found, state: 'explained', explanation } as const;
  await asDelivery(() => finishExplained(after));
  return reconciliationView(after);
};
