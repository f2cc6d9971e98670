/** Subscription messages: what each person allowed, and what arrived in their WeChat. */
import type { StateKeeper } from '../durability/state';
import { newToken } from '../kernel/ids';
import type { KnownPages } from './known-pages';
import { accepted, isFilledText, refusal, type OpenapiArguments, type OpenapiReply } from './reply';
import { wrongField } from './template-fields';

export interface InboxMessage {
  readonly messageId: string;
  readonly openid: string;
  readonly templateId: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly atMs: number;
}

/** Template ids are 43 characters of base64url; shorter names stand for them here. */
const TEMPLATE_ID = /^[\w-]{1,64}$/;
const PROGRAM_STATES: readonly unknown[] = [undefined, 'developer', 'trial', 'formal'];
const LANGUAGES: readonly unknown[] = [undefined, 'zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

const GRANTS_PREFIX = 'grants:';
const MESSAGE_PREFIX = 'message:';

type Grants = Readonly<Record<string, number>>;

export class Inbox {
  constructor(
    private readonly state: StateKeeper,
    private readonly pages: KnownPages,
  ) {}

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

  /** subscribeMessage.send: a message that is wrong costs no grant. */
  send(args: OpenapiArguments, nowMs: number): OpenapiReply {
    const { touser: openid, template_id: templateId, page, data } = args;
    const wrong = this.refuse(args);
    if (wrong !== undefined) return wrong;
    const id = String(templateId);
    const person = String(openid);
    const left = this.grantsOf(person)[id] ?? 0;
    if (left <= 0) return refusal(43101, 'user refuse to accept the msg');
    this.setGrants(person, id, left - 1);
    const messageId = newToken('24');
    const message: InboxMessage = { messageId, openid: person, templateId: id, ...(isFilledText(page) && { page }), data: data as InboxMessage['data'], atMs: nowMs };
    this.state.set(`${MESSAGE_PREFIX}${messageId}`, message);
    return accepted({ msgid: messageId });
  }

  private refuse({ touser, template_id: templateId, page, data, miniprogram_state: state, lang }: OpenapiArguments): OpenapiReply | undefined {
    if (!isFilledText(touser)) return refusal(40003, 'invalid openid');
    if (!isFilledText(templateId) || !TEMPLATE_ID.test(templateId)) return refusal(40037, 'invalid template_id');
    if (page !== undefined && page !== '' && !(typeof page === 'string' && this.pages.has(page.replace(/^\//, '').replace(/\?.*$/s, '')))) return refusal(41030, 'invalid page');
    if (!PROGRAM_STATES.includes(state) || !LANGUAGES.includes(lang)) return refusal(47003, 'argument invalid!');
    const wrong = wrongField(data);
    return wrong === undefined ? undefined : refusal(47003, wrong);
  }

  private setGrants(openid: string, templateId: string, left: number): void {
    this.state.set(`${GRANTS_PREFIX}${openid}`, { ...this.grantsOf(openid), [templateId]: left });
  }
}
