import type { MessageTemplate } from '@contract';
import { chinaDay, chinaTimeText } from '../kernel/clock';
import { MESSAGE_TABLE, THING_CHARACTERS } from '../message-table';
import { cloud } from './cloud';
import { errorCodeOf, withinMs } from './openapi';

/** What every message of ours says: about what, one more sentence, and when. */
export interface MessageFields {
  readonly thing: string;
  readonly note: string;
  readonly atMs: number;
}

const SEND_MS = 5_000;
/** The person never granted this message, used the grant up, or switched it off. */
const REFUSED_ERROR_CODE = 43_101;

const cut = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length === 0) return '—';
  return characters.length <= THING_CHARACTERS ? characters.join('') : `${characters.slice(0, THING_CHARACTERS - 1).join('')}…`;
};

/** "2026年11月27日 15:01", the form WeChat accepts for a `time`. */
const timeText = (atMs: number): string => {
  const [year, month, day] = chinaDay(atMs).split('-');
  return `${year}年${month}月${day}日 ${chinaTimeText(atMs).padStart(5, '0')}`;
};

/** Pure: the `data` of a message as WeChat wants it. */
export const messageData = (template: MessageTemplate, fields: MessageFields): Readonly<Record<string, { readonly value: string }>> => {
  const layout = MESSAGE_TABLE[template];
  return { [layout.thing]: { value: cut(fields.thing) }, [layout.note]: { value: cut(fields.note) }, [layout.at]: { value: timeText(fields.atMs) } };
};

export interface OutgoingMessage {
  readonly openid: string;
  readonly template: MessageTemplate;
  /** Id of the template in this deployment. */
  readonly templateId: string;
  /** Path of the page with its query, without a leading slash. */
  readonly page: string;
  readonly fields: MessageFields;
}

/**
 * Hands a subscription message to WeChat.
 * @returns 'refused' when the person has no grant at WeChat, whatever our count says.
 * @throws any other failure; the message may or may not have gone out.
 */
export const sendMessage = async (message: OutgoingMessage): Promise<'sent' | 'refused'> => {
  const request = { touser: message.openid, templateId: message.templateId, page: message.page, data: messageData(message.template, message.fields) };
  try {
    await withinMs(SEND_MS, cloud.openapi.subscribeMessage.send(request));
    return 'sent';
  } catch (error) {
    if (errorCodeOf(error) === REFUSED_ERROR_CODE) return 'refused';
    throw error;
  }
};
