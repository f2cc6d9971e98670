import type { MessageTemplate } from '@contract';
import type { Member } from '../member/member';
import { noteOperation, notDoneYet } from '../member/recent-operations.repository';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import type { GrantLine } from './grant-line';

/** The count and its line change in one update, so that neither says what the other does not. */
const pathOf = (template: MessageTemplate): string => `grants.${template}`;
const lined = (...lines: readonly GrantLine[]) => ({ grantLines: command.push({ each: [...lines], slice: -RULES.message.grantLines }) });

/** What somebody answered; the same act counts once. */
export const recordAnswer = (member: Member, answer: { readonly accepted: readonly MessageTemplate[]; readonly rejected: readonly MessageTemplate[] }, { operationId, inputHash, atMs }: { readonly operationId: string; readonly inputHash: string; readonly atMs: number }): Promise<number> => {
  const counts = Object.fromEntries(answer.accepted.map((template) => [pathOf(template), (member.grants[template] ?? 0) >= RULES.message.grantsMax ? RULES.message.grantsMax : command.inc(1)]));
  const lines = [...answer.accepted.map((template) => ({ template, kind: 'accepted', atMs }) as const), ...answer.rejected.map((template) => ({ template, kind: 'rejected', atMs }) as const)];
  return store.update('members', { _id: member._id, state: 'active', ...notDoneYet(operationId) }, { ...counts, ...lined(...lines), ...noteOperation(member, operationId, inputHash) });
};

/** One grant, one message: taking it is a guarded update, so two messages never share one and one message never takes two. @returns whether one was taken now. */
export const takeGrant = async (memberId: string, template: MessageTemplate, messageId: string, atMs: number): Promise<boolean> =>
  (await store.update('members', { _id: memberId, state: 'active', [pathOf(template)]: command.gt(0), 'grantLines.messageId': command.neq(messageId) }, { [pathOf(template)]: command.inc(-1), ...lined({ template, kind: 'used', atMs, messageId }) })) > 0;

/** WeChat knows of no grant (43101), whatever was counted: the count starts anew. */
export const forgetGrants = (memberId: string, template: MessageTemplate, atMs: number): Promise<number> =>
  store.update('members', { _id: memberId, state: 'active' }, { [pathOf(template)]: 0, ...lined({ template, kind: 'gone', atMs }) });

/** The message certainly did not go out, so its grant is still there. */
export const returnGrant = (memberId: string, template: MessageTemplate, atMs: number): Promise<number> =>
  store.update('members', { _id: memberId, state: 'active' }, { [pathOf(template)]: command.inc(1), ...lined({ template, kind: 'returned', atMs }) });
