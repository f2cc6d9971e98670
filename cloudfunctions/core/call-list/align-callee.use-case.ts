import { memberRepository } from '../member/member.repository';
import type { Notice } from '../notice/notice';
import { openTodos } from '../notice/notice.repository';
import type { MessageRecord } from '../notice/message-record';
import { isPersonId } from '../person/person-id';
import { personRepository } from '../person/person.repository';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { alignedCallee, memberReader, needsCall, paperReader, type CalleeReader } from './callee';
import { findCallee, saveCallee } from './callee.repository';

interface Found {
  readonly reader: CalleeReader;
  /** Whose lines they read: their own and those of papers that are theirs. Not those of shops and units, which have more than one person. */
  readonly inboxes: readonly string[];
}

const readerOf = async (partyId: string): Promise<Found | null> => {
  const person = isPersonId(partyId) ? await personRepository.find(partyId) : null;
  const paper = paperReader(person);
  if (paper !== null) return { reader: paper, inboxes: [partyId] };
  const member = await memberRepository.find(person?.memberId ?? partyId);
  const reader = memberReader(member);
  return member === null || reader === null ? null : { reader, inboxes: [member._id, ...member.partyIds.filter(isPersonId)] };
};

/** Moments of these lines at which a message went out too: what one event tells carries one moment. One request. */
const reachedMoments = async (inboxes: readonly string[], lines: readonly Notice[]): Promise<ReadonlySet<number>> => {
  if (lines.length === 0) return new Set();
  const moments = [...new Set(lines.map(({ createdAtMs }) => createdAtMs))];
  const sent = await store.query<Pick<MessageRecord, '_id' | 'state' | 'held' | 'atMs'>>('messages', { where: { memberId: oneOf(inboxes), atMs: command.in(moments) }, limit: 4 * moments.length, fields: ['state', 'held', 'atMs'] });
  return new Set(sent.filter(({ state, held }) => state === 'sent' || (state === 'joined' && held === null)).map(({ atMs }) => atMs));
};

/** Brings the row of whoever reads this inbox in line with it. Killed anywhere, or done twice, it ends the same. At most six requests. @returns false when somebody called meanwhile: then it is to be done again. */
export const alignCallee = async (partyId: string, nowMs: number): Promise<boolean> => {
  const found = await readerOf(partyId);
  const standing = await findCallee(found?.reader.readerId ?? partyId);
  if (found === null) return saveCallee(standing, null);
  const lines = (await openTodos(found.inboxes, RULES.callList.linesRead)).filter((line) => needsCall(line, new Set(), nowMs));
  const reached = await reachedMoments(found.inboxes, lines);
  const callee = alignedCallee(standing, found.reader, lines.filter((line) => needsCall(line, reached, nowMs)).slice(0, RULES.callList.lines), nowMs);
  return saveCallee(standing, callee);
};
