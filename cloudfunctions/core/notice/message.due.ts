import { NEVER_MS } from '../aggregate/aggregate';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { attemptMessage } from './deliver-message.use-case';
import { digestOf, endOfPart, type HeldMessage, type MessageEnd, type MessageRecord } from './message-record';

const OVER = { held: null, wakeAtMs: NEVER_MS } as const;

/** All of its kind that wait for the same person and are due, itself among them. */
const dueWith = async ({ memberId, template }: MessageRecord, nowMs: number): Promise<readonly MessageRecord[]> => {
  const due = await store.query<MessageRecord>('messages', { where: { memberId, state: 'waiting', template, wakeAtMs: command.lte(nowMs) }, limit: RULES.message.digestMax });
  return [...due].sort((a, b) => (a._id < b._id ? -1 : 1));
};

/** Makes the others parts of it. They keep their words until it is sent, so that a run after a kill finds them again. */
const join = async (others: readonly MessageRecord[], joinedTo: string, nowMs: number): Promise<void> => {
  if (others.length > 0) await store.update('messages', { _id: oneOf(others.map(({ _id }) => _id)), state: 'waiting' }, { state: 'joined', joinedTo, wakeAtMs: nowMs + RULES.message.partLooksMs });
};

/** Its parts that were not sent: of this run, and of one that was killed. */
const partsOf = async ({ _id, memberId, template }: MessageRecord): Promise<readonly MessageRecord[]> => {
  const joined = await store.query<MessageRecord>('messages', { where: { memberId, state: 'joined', template, wakeAtMs: command.lt(NEVER_MS) }, limit: RULES.message.digestMax });
  return joined.filter(({ joinedTo }) => joinedTo === _id);
};

/** The whole first: by it a part that was left alone knows how it ended. */
const end = async (messageId: string, parts: readonly MessageRecord[], state: MessageEnd): Promise<void> => {
  await store.update('messages', { _id: messageId, state: command.in(['waiting', 'taken']) }, { state, ...OVER });
  if (parts.length > 0) await store.update('messages', { _id: oneOf(parts.map(({ _id }) => _id)), state: 'joined', joinedTo: messageId }, { state: endOfPart(state), ...OVER });
};

/**
 * In the morning: what waited for one person, of one kind, is one message. The first by id sends for all; as long as it
 * waits the others leave it to it, though all are settled side by side. Killed before it is handed to WeChat, the next run
 * sends it, with all its parts and the same grant; killed while WeChat has it, nobody knows, and it is not counted as sent.
 */
const send = async (message: MessageRecord, nowMs: number): Promise<void> => {
  const [leader, ...others] = await dueWith(message, nowMs);
  if (leader === undefined || leader._id !== message._id || leader.held === null) return;
  await join(others, leader._id, nowMs);
  const parts = await partsOf(leader);
  const whole = digestOf([leader.held, ...parts.flatMap(({ held }): readonly HeldMessage[] => (held === null ? [] : [held]))]);
  const take = async (): Promise<boolean> => (await store.update('messages', { _id: leader._id, state: 'waiting' }, { state: 'taken', ...OVER })) > 0;
  const state = await attemptMessage({ ...leader, ...whole }, nowMs, take);
  if (state !== null) await end(leader._id, parts, state);
};

/** A part that was left alone: its whole still waits, became a part itself, or is over. */
const settlePart = async ({ _id, joinedTo = '' }: MessageRecord, nowMs: number): Promise<void> => {
  const whole = (await store.find<MessageRecord>('messages', joinedTo))?.state ?? 'failed';
  const change = whole === 'waiting' ? { wakeAtMs: nowMs + RULES.message.partLooksMs } : whole === 'joined' ? { state: 'waiting', wakeAtMs: nowMs } : { state: endOfPart(whole), ...OVER };
  await store.update('messages', { _id, state: 'joined', joinedTo }, change);
};

const settle = async (messageId: string, nowMs: number): Promise<void> => {
  const message = await store.find<MessageRecord>('messages', messageId);
  if (message === null || message.wakeAtMs > nowMs) return;
  if (message.state === 'waiting') await send(message, nowMs);
  else if (message.state === 'joined') await settlePart(message, nowMs);
};

export const messageDue = { collection: 'messages', settle } as const;
