import type { MessageTemplate, NoticeTarget } from '@contract';
import { NEVER_MS } from '../aggregate/aggregate';
import type { EffectOf } from '../effect/effect';
import { withinHoursMs } from '../kernel/clock';
import { MESSAGE_TABLE } from '../message-table';
import { RULES } from '../rules';

export type MessageEnd = 'sent' | 'refused' | 'failed' | 'noGrant' | 'notConfigured';

/** What waits for the morning; gone once it was sent. */
export interface HeldMessage {
  readonly target: NoticeTarget;
  readonly fields: EffectOf<'message'>['fields'];
}

/**
 * A message handed to WeChat, or why it was not. `taken` for ever means that the function died while sending, and nobody
 * knows; `waiting` keeps its words till the morning. `joined` with its words is a part of one that is still to be sent,
 * `joinedTo`; without them it went out with that one.
 */
export interface MessageRecord {
  readonly _id: string;
  readonly memberId: string;
  readonly template: MessageTemplate;
  readonly state: 'waiting' | 'taken' | 'joined' | MessageEnd;
  readonly atMs: number;
  readonly held: HeldMessage | null;
  readonly joinedTo?: string;
  readonly wakeAtMs: number;
}

/** Pure: when it may be sent; at once unless it falls into quiet hours and can wait. */
export const sendAtMs = (template: MessageTemplate, nowMs: number): number => (MESSAGE_TABLE[template].waitsForDay ? withinHoursMs(nowMs, RULES.message.dayHours) : nowMs);

/** Pure: the record of a message that is about to be sent, or waits. */
export const messageRecord = ({ messageId, memberId, template, target, fields, atMs }: EffectOf<'message'>, isConfigured: boolean, nowMs: number): MessageRecord => {
  const dueAtMs = sendAtMs(template, nowMs);
  const born = { _id: messageId, memberId, template, atMs };
  if (!isConfigured) return { ...born, state: 'notConfigured', held: null, wakeAtMs: NEVER_MS };
  return dueAtMs > nowMs ? { ...born, state: 'waiting', held: { target, fields }, wakeAtMs: dueAtMs } : { ...born, state: 'taken', held: null, wakeAtMs: NEVER_MS };
};

/** Pure: how a part ends, by how its whole did. */
export const endOfPart = (whole: MessageRecord['state']): MessageRecord['state'] => (whole === 'sent' ? 'joined' : whole);

/** Pure: several of one kind that waited over a night are one message, which leads to the inbox; one grant, not many. */
export const digestOf = (messages: readonly [HeldMessage, ...HeldMessage[]]): HeldMessage => {
  const [first] = messages;
  if (messages.length === 1) return first;
  return { target: { page: 'notices', wishId: null, claimId: null }, fields: { ...first.fields, thing: `共 ${messages.length} 件，有：${first.fields.thing}`, note: '都在“消息”里，点开看看' } };
};
