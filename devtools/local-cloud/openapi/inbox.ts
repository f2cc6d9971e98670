/** Subscription messages: what each person allowed, and what arrived in their WeChat. */
import type { StateKeeper } from '../durability/state';
import { newToken } from '../kernel/ids';
import { refusal, type OpenapiArguments, type OpenapiReply } from './content-check';

export interface InboxMessage {
  readonly messageId: string;
  readonly openid: string;
  readonly templateId: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly atMs: number;
}

/** Limits of template fields by the letters of their name (subscribeMessage.send documentation). */
const FIELD_RULES: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  number: /^\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\w\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(?=.*\d).{1,32}$/su,
  date: /^(?=.*\d).{1,32}$/su,
  amount: /^.?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^.{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

const GRANTS_PREFIX = 'grants:';
const MESSAGE_PREFIX = 'message:';

type Grants = Readonly<Record<string, number>>;

export class Inbox {
  constructor(private readonly state: StateKeeper) {}

  /** One accepted request gives one message; it does not expire. */
  grant(openid: string, templateId: string, count: number): number {
    const left = (this.grantsOf(openid)[templateId] ?? 0) + count;
    this.setGrants(openid, templateId, left);
    return left;
  }

  /** Messages left, by template. */
  grantsOf(openid: string): Grants {
    return this.state.get<Grants>(`${GRANTS_PREFIX}${openid}`) ?? {};
  }

  messagesOf(openid: string | undefined): readonly InboxMessage[] {
    const messages = [...this.state.withPrefix(MESSAGE_PREFIX)].map(([, message]) => message as InboxMessage);
    return messages.filter((message) => openid === undefined || message.openid === openid);
  }

  /** subscribeMessage.send. */
  send(args: OpenapiArguments, nowMs: number): OpenapiReply {
    const { touser: openid, template_id: templateId, page, data } = args;
    if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid');
    if (typeof templateId !== 'string' || templateId === '') return refusal(40037, 'invalid template_id');
    const fields = (data ?? {}) as InboxMessage['data'];
    const wrong = Object.entries(fields).find(([name, field]) => !isValidField(name, field));
    if (wrong !== undefined) return refusal(47003, `argument invalid! data.${wrong[0]}.value invalid`);
    const left = this.grantsOf(openid)[templateId] ?? 0;
    if (left <= 0) return refusal(43101, 'user refuse to accept the msg');
    this.setGrants(openid, templateId, left - 1);
    const messageId = newToken('24');
    const message: InboxMessage = { messageId, openid, templateId, ...(typeof page === 'string' && { page }), data: fields, atMs: nowMs };
    this.state.set(`${MESSAGE_PREFIX}${messageId}`, message);
    return { errcode: 0, errmsg: 'ok', msgid: messageId };
  }

  private setGrants(openid: string, templateId: string, left: number): void {
    this.state.set(`${GRANTS_PREFIX}${openid}`, { ...this.grantsOf(openid), [templateId]: left });
  }
}

function isValidField(name: string, field: unknown): boolean {
  const rule = FIELD_RULES[name.replace(/\d+$/, '')];
  const value = (field as { value?: unknown } | null)?.value;
  return rule !== undefined && typeof value === 'string' && rule.test(value);
}
