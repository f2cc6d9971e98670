import { NEVER_MS } from '../aggregate/aggregate';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { attemptMessage } from './deliver-message.use-case';
import { digestOf, type HeldMessage, type MessageRecord } from './message-record';

/** Whoever takes it out of its waiting sends it; nobody else does. @returns what it said; null when it waits no more. */
const take = async ({ _id, held }: MessageRecord, state: 'taken' | 'joined'): Promise<HeldMessage | null> =>
  held !== null && (await store.update('messages', { _id, state: 'waiting' }, { state, held: null, wakeAtMs: NEVER_MS })) > 0 ? held : null;

/** All of its kind that wait for the same person and are due, itself among them. */
const dueWith = async ({ memberId, template }: MessageRecord, nowMs: number): Promise<readonly MessageRecord[]> => {
  const due = await store.query<MessageRecord>('messages', { where: { memberId, state: 'waiting', template, wakeAtMs: command.lte(nowMs) }, limit: RULES.message.digestMax });
  return [...due].sort((a, b) => (a._id < b._id ? -1 : 1));
};

/**
 * In the morning: what waited for one person, of one kind, is one message. The first by id sends for all; as long as it
 * waits the others leave it to it, though all are settled side by side. Killed while sending, it is in the inbox.
 */
const settle = async (messageId: string, nowMs: number): Promise<void> => {
  const message = await store.find<MessageRecord>('messages', messageId);
  if (message === null || message.state !== 'waiting' || message.wakeAtMs > nowMs) return;
  const [leader, ...others] = await dueWith(message, nowMs);
  if (leader?._id !== messageId) return;
  const joined: HeldMessage[] = [];
  for (const other of others) {
    const held = await take(other, 'joined');
    if (held !== null) joined.push(held);
  }
  const first = await take(message, 'taken');
  if (first === null) return;
  await store.update('messages', { _id: messageId }, { state: await attemptMessage(message.memberId, message.template, digestOf([first, ...joined]), nowMs) });
};

export const messageDue = { collection: 'messages', settle } as const;
