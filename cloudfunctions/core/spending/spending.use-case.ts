import type { ApiContract, SpendingActView, SpendingRowView, SpendingView } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { fail, refuse, type Refusal, type Result } from '../kernel/result';
import { memberRepository } from '../member/member.repository';
import type { Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { assertOwnFile, temporaryLinks } from '../platform/storage';
import { oneOf, store } from '../platform/store';
import { checkWords } from '../shift/words-check.use-case';
import { ownAreaIds } from '../staff/own-areas';
import { decideAskSpending, spendingIdOf, type SpendingOutcome, type SpendingRight } from './ask-spending';
import { decideApproveSpending, decideRecordPayout, decideRefuseSpending, decideWithdrawSpending, type Approver } from './decide-spending';
import { spendingOf, type Payee } from './spending';
import { approverRoleOf, type HostStanding } from './spending-access';
import { hostOf } from './spending-hosts.use-case';
import { findSpendingRow, listSpendingRows } from './spending-row.repository';
import type { SpendingRow } from './spending-row';
import { maySeeSpending, spendingRowView, spendingView } from './spending-view';
import { allowedUses } from './use-table.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** What waits for one person; a community pays a few times a week. */
const WAITING_READ = 50;

const actView = ({ host }: HostStanding, spendingId: string): SpendingActView => ({ spendingId, state: (spendingOf(host, spendingId) ?? fail('NOT_FOUND')).state });

const payeeOf = async ({ member }: MemberContext, payee: Parsed<'spending.ask'>['payee']): Promise<Payee> => {
  if (payee.kind === 'me') return { name: member.displayName, memberId: member._id, isPerson: true };
  if (payee.kind !== 'neighbour') return { name: payee.name, memberId: null, isPerson: payee.kind === 'person' };
  const found = (await memberRepository.findByCode(payee.code)) ?? fail('PERSON_NOT_FOUND', { fields: { payee: '没找到这个编号' } });
  return { name: found.displayName, memberId: found._id, isPerson: true };
};

/**
 * Asks for money to be paid; it is set aside at once.
 * @throws RefusedError NOT_FOUND, what the host refuses, USE_FORBIDDEN, USE_UNKNOWN, FILE_NOT_YOURS, PERSON_NOT_FOUND,
 * TEXT_RISKY, SPENDING_*, FUNDS_NOT_ENOUGH, OPERATION_REUSED, BUSY.
 */
export const askSpending = async (context: MemberContext, input: Parsed<'spending.ask'>): Promise<SpendingActView> => {
  const entry = hostOf(input.hostKind);
  const standing = (await entry.find(input.hostId)) ?? fail('NOT_FOUND');
  const { useKey, text, amountFen, receiptFileIds } = input;
  const [use] = (await allowedUses(standing.facts.communityId, [useKey])).values();
  receiptFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  const payee = await payeeOf(context, input.payee);
  await checkWords(context, [text, payee.name], 'text');
  const ask = { useKey, useLabel: use?.label ?? '', text, amountFen, payee, receiptFileIds };
  const after = await entry.change(context, input.hostId, ({ host, facts, askRefusalFor }) => decideAskSpending(host, ask, { refusal: askRefusalFor(context.member, useKey), accountingAgentId: facts.accountingAgentId }, stepOf(context, input)));
  return actView(after, spendingIdOf(context.operationId));
};

const NOT_YOURS: Refusal = { code: 'NOT_ALLOWED' };

type Deciding = (standing: HostStanding, approver: Approver, right: SpendingRight) => Result<SpendingOutcome>;

/** By whoever looks at money going out here. */
const asApprover = async (context: MemberContext, { hostKind, hostId, spendingId }: Parsed<'spending.approve'>, decide: Deciding): Promise<SpendingActView> =>
  actView(await hostOf(hostKind).change(context, hostId, (standing) => {
    const role = approverRoleOf(standing.facts, context.member);
    if (role === null) return refuse(NOT_YOURS.code);
    return decide(standing, { role, displayName: context.member.displayName }, { refusal: null, accountingAgentId: standing.facts.accountingAgentId });
  }), spendingId);

/** Refuses NOT_FOUND, NOT_ALLOWED, SPENDING_*, OPERATION_REUSED, BUSY. */
export const approveSpending = (context: MemberContext, input: Parsed<'spending.approve'>): Promise<SpendingActView> =>
  asApprover(context, input, ({ host }, approver, right) => decideApproveSpending(host, input.spendingId, approver, right, stepOf(context, input)));

/** Refuses TEXT_RISKY and what approving refuses. */
export const refuseSpending = async (context: MemberContext, input: Parsed<'spending.refuse'>): Promise<SpendingActView> => {
  await checkWords(context, [input.note], 'note');
  return asApprover(context, input, ({ host }, _approver, right) => decideRefuseSpending(host, input.spendingId, input.note, right, stepOf(context, input)));
};

/** Refuses NOT_FOUND, NOT_ALLOWED, SPENDING_CHANGED, OPERATION_REUSED, BUSY. */
export const withdrawSpending = async (context: MemberContext, input: Parsed<'spending.withdraw'>): Promise<SpendingActView> =>
  actView(await hostOf(input.hostKind).change(context, input.hostId, ({ host }) => decideWithdrawSpending(host, input.spendingId, '', stepOf(context, input))), input.spendingId);

/** Refuses FILE_NOT_YOURS, TEXT_RISKY, BAD_INPUT and what approving refuses. */
export const recordPayout = async (context: MemberContext, input: Parsed<'spending.recordPayout'>): Promise<SpendingActView> => {
  const { voucherNo, paidAtMs, photoFileId } = input;
  if (photoFileId !== null) assertOwnFile(photoFileId, context.callerId);
  await checkWords(context, [voucherNo], 'voucherNo');
  return asApprover(context, input, ({ host }, { role }, right) =>
    decideRecordPayout(host, input.spendingId, { voucherNo, paidAtMs, photoFileId, recordedById: context.callerId, recordedRole: role }, right, stepOf(context, input)));
};

const namesOf = async (memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const people = await store.query<Pick<Member, '_id' | 'displayName' | 'state'>>('members', { where: { _id: oneOf(memberIds) }, limit: memberIds.length, fields: ['displayName', 'state'] });
  return new Map(people.filter(({ state }) => state === 'active').map(({ _id, displayName }) => [_id, displayName]));
};

/** Refuses NOT_FOUND, also for what the reader may not see. */
export const getSpending = async ({ member: reader }: MemberContext, { spendingId }: Parsed<'spending.get'>): Promise<SpendingView> => {
  const row = (await findSpendingRow(spendingId)) ?? fail('NOT_FOUND');
  const standing = (await hostOf(row.hostKind).find(row.hostId)) ?? fail('NOT_FOUND');
  const spending = spendingOf(standing.host, spendingId) ?? fail('NOT_FOUND');
  const reading = { reader, role: approverRoleOf(standing.facts, reader) };
  if (!maySeeSpending(spending, reading) && !standing.isReadWholeBy(reader)) return fail('NOT_FOUND');
  const photoFileId = spending.payout?.photoFileId ?? null;
  const [names, links] = await Promise.all([
    namesOf([...new Set([spending.filedById, ...Object.keys(spending.approvals)])]),
    temporaryLinks([...spending.receiptFileIds, ...(photoFileId === null ? [] : [photoFileId])]),
  ]);
  return spendingView(standing, spending, reading, { names, links });
};

const roleFor = (row: SpendingRow, member: Member) => approverRoleOf({ ...row, title: row.hostTitle, communityName: '', fundsAccount: '', accountingAgentId: row.agentId }, member);

const OLDEST = [['filedAtMs', 'asc'], ['_id', 'asc']] as const;

/** What waits for the reader, as the accounting agent and as staff of their areas. */
export const waitingSpendings = async ({ member }: MemberContext): Promise<readonly SpendingRowView[]> => {
  const areaIds = ownAreaIds(member);
  const [asAgent, asStaff] = await Promise.all([
    listSpendingRows({ where: { agentId: member._id, isOpen: true }, order: OLDEST, limit: WAITING_READ }),
    areaIds.length === 0 ? [] : listSpendingRows({ where: { areaIds: oneOf(areaIds), isOpen: true }, order: OLDEST, limit: WAITING_READ }),
  ]);
  const rows = new Map([...asAgent, ...asStaff].map((row) => [row._id, row]));
  return [...rows.values()].sort((a, b) => a.filedAtMs - b.filedAtMs).map((row) => spendingRowView(row, { reader: member, role: roleFor(row, member) })).filter(({ isMyTurn }) => isMyTurn);
};

/** What the reader asked for, the newest first. */
export const mySpendings = async ({ member }: MemberContext): Promise<readonly SpendingRowView[]> =>
  (await listSpendingRows({ where: { filedById: member._id }, order: [['filedAtMs', 'desc'], ['_id', 'desc']], limit: WAITING_READ })).map((row) => spendingRowView(row, { reader: member, role: null }));
