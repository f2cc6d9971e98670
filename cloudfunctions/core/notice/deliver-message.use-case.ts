import type { EffectOf } from '../effect/effect';
import { logDefect } from '../platform/log';
import { messageTemplateIds } from '../platform/environment';
import { sendMessage } from '../platform/messages';
import { errorCodeOf } from '../platform/openapi';
import { command, store } from '../platform/store';
import type { Member } from '../member/member';
import { isShopId } from '../shop/shop-id';
import { isUnitId, type Unit } from '../unit/unit';
import { pageOf } from './notice-page';

/** A message handed to WeChat, or why it was not. `taken` for ever means that the function died while sending. */
interface MessageRecord {
  readonly _id: string;
  readonly memberId: string;
  readonly template: string;
  readonly state: 'taken' | MessageEnd;
  readonly atMs: number;
}

type MessageEnd = 'sent' | 'refused' | 'failed' | 'noGrant' | 'notConfigured';

/** One grant, one message: taking it is a guarded update, so two messages never share one. */
const takeGrant = (effect: EffectOf<'message'>): Promise<number> => {
  const path = `grants.${effect.template}`;
  return store.update('members', { _id: effect.memberId, state: 'active', [path]: command.gt(0) }, { [path]: command.inc(-1) });
};

/** Of a unit whoever is its contact now, of a shop whoever owns it longest. */
const personBehind = async (partyId: string): Promise<string | null> => {
  if (isUnitId(partyId)) return (await store.find<Unit>('units', partyId))?.contactId ?? null;
  return isShopId(partyId) ? ((await store.find<{ readonly ownerIds: readonly string[] }>('shops', partyId))?.ownerIds[0] ?? null) : partyId;
};

const attempt = async (asked: EffectOf<'message'>, templateId: string): Promise<MessageEnd> => {
  const readerId = await personBehind(asked.memberId);
  if (readerId === null) return 'noGrant';
  const effect = { ...asked, memberId: readerId };
  if ((await takeGrant(effect)) === 0) return 'noGrant';
  const member = await store.find<Member>('members', effect.memberId);
  if (member === null || member.openid === '') return 'noGrant';
  const path = `grants.${effect.template}`;
  try {
    const end = await sendMessage({ openid: member.openid, template: effect.template, templateId, page: pageOf(effect.target), fields: effect.fields });
    // WeChat knows of no grant: our count was wrong, so it starts anew.
    if (end === 'refused') await store.update('members', { _id: effect.memberId }, { [path]: 0 });
    return end;
  } catch (error) {
    logDefect('', `message ${effect.template}`, error);
    // WeChat said no for another reason, so the grant is still there; after a timeout nobody knows, and it stays used.
    if (errorCodeOf(error) !== null) await store.update('members', { _id: effect.memberId }, { [path]: command.inc(1) });
    return 'failed';
  }
};

/**
 * Sends a subscription message at most once: the record comes first, so a repeat finds it and does nothing. What cannot
 * be sent is in the inbox anyway.
 */
export const deliverMessage = async (effect: EffectOf<'message'>): Promise<void> => {
  const templateId = messageTemplateIds()[effect.template];
  const state = templateId === undefined ? 'notConfigured' : 'taken';
  const record: MessageRecord = { _id: effect.messageId, memberId: effect.memberId, template: effect.template, state, atMs: effect.atMs };
  if ((await store.insertOnce('messages', record)) === 'exists' || templateId === undefined) return;
  await store.update('messages', { _id: effect.messageId }, { state: await attempt(effect, templateId) });
};
