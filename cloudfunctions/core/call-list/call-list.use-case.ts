import { LIMITS, type ApiContract, type CalleeView, type Page } from '@contract';
import { stepOf } from '../aggregate/step.use-case';
import { fail, unwrap } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { linesByIds } from '../notice/notice.repository';
import { isPersonId } from '../person/person-id';
import { peopleByIds } from '../person/person.repository';
import type { MemberContext } from '../platform/context';
import { oneOf, store } from '../platform/store';
import { decideCalled, type Callee } from './callee';
import { calleeView, type BesideCallees } from './callee-view';
import { calleesOf, findCallee, saveCalled } from './callee.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const memberNames = async (memberIds: readonly string[]): Promise<readonly (readonly [string, string])[]> => {
  if (memberIds.length === 0) return [];
  const members = await store.query<Pick<Member, '_id' | 'displayName' | 'state'>>('members', { where: { _id: oneOf(memberIds) }, limit: memberIds.length, fields: ['displayName', 'state'] });
  return members.flatMap(({ _id, displayName, state }) => (state === 'active' ? [[_id, displayName] as const] : []));
};

/** Names of those on the page and of who called them last. Two requests. */
const namesOf = async (callees: readonly Callee[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(callees.flatMap(({ _id, last }) => [_id, ...(last === null ? [] : [last.byId])]))];
  const [members, people] = await Promise.all([memberNames(ids.filter((id) => !isPersonId(id))), peopleByIds(ids.filter(isPersonId))]);
  return new Map([...members, ...people.map(({ _id, maskedName }) => [_id, maskedName] as const)]);
};

const besideOf = async (callees: readonly Callee[]): Promise<BesideCallees> => {
  const [lines, names] = await Promise.all([linesByIds(callees.flatMap(({ noticeIds }) => noticeIds)), namesOf(callees)]);
  return { notices: new Map(lines.map((line) => [line._id, line])), names };
};

/** A page of whom to call; what was read or done a moment ago is left out before the timer knows. Refuses OUT_OF_AREA. */
export const calleesPage = async ({ member }: MemberContext, { areaId, cursor }: Parsed<'callList.page'>): Promise<Page<CalleeView>> => {
  if (!worksAt(member, areaId)) fail('OUT_OF_AREA');
  const found = await calleesOf(areaId, cursor);
  const page = found.slice(0, LIMITS.pageSize);
  const beside = await besideOf(page);
  return { items: page.flatMap((callee) => calleeView(callee, beside) ?? []), nextCursor: found.length > page.length ? (page.at(-1)?.place ?? null) : null };
};

/** Somebody's row, for staff of their area. Refuses NOT_FOUND, OUT_OF_AREA. */
export const getCallee = async ({ member }: MemberContext, calleeId: string): Promise<Callee> => {
  const callee = (await findCallee(calleeId)) ?? fail('NOT_FOUND', { message: '这位已经看过或办好了，不用打了。' });
  return worksAt(member, callee.areaIds.at(-1) ?? '') ? callee : fail('OUT_OF_AREA');
};

/** Whoever comes second is told who was first. */
const failMade = async ({ last }: Callee): Promise<never> => {
  const [[, name] = ['', '']] = await memberNames(last === null ? [] : [last.byId]);
  return fail('CALL_MADE', name === '' ? {} : { message: `${name}刚打过这位了，已为您刷新。` });
};

/** Other staff write and the timer compares; after so many lost races somebody tries again. */
const TRIES = 3;

/** Refuses NOT_FOUND, OUT_OF_AREA, CALL_MADE, OPERATION_REUSED, BUSY. */
export const recordCall = async (context: MemberContext, input: Parsed<'callList.record'>): Promise<ApiContract['callList.record']['output']> => {
  const step = stepOf(context, input);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const callee = await getCallee(context, input.calleeId);
    const decided = decideCalled(callee, input.calls, input.outcome, step);
    if (!decided.ok && decided.refusal.code === 'CALL_MADE') return failMade(callee);
    const outcome = unwrap(decided);
    if (outcome.kind === 'replay') return { calleeId: callee._id, againAtMs: callee.againAtMs };
    if (await saveCalled(callee, outcome.called)) return { calleeId: callee._id, againAtMs: outcome.called.againAtMs };
  }
  return fail('BUSY');
};
