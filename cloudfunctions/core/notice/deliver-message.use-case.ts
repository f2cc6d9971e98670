import type { MessageTemplate } from '@contract';
import type { EffectOf } from '../effect/effect';
import { systemClock } from '../kernel/clock';
import { logDefect } from '../platform/log';
import { messageTemplateIds } from '../platform/environment';
import { sendMessage } from '../platform/messages';
import { errorCodeOf } from '../platform/openapi';
import { store } from '../platform/store';
import type { Member } from '../member/member';
import { isShopId } from '../shop/shop-id';
import { isUnitId, type Unit } from '../unit/unit';
import { forgetGrants, returnGrant, takeGrant } from './grants.repository';
import { messageRecord, type HeldMessage, type MessageEnd } from './message-record';
import { pageOf } from './notice-page';

/** Of a unit whoever is its contact now, of a shop whoever owns it longest. */
const personBehind = async (partyId: string): Promise<string | null> => {
  if (isUnitId(partyId)) return (await store.find<Unit>('units', partyId))?.contactId ?? null;
  return isShopId(partyId) ? ((await store.find<{ readonly ownerIds: readonly string[] }>('shops', partyId))?.ownerIds[0] ?? null) : partyId;
};

/** Sends with one grant of whoever reads it; tells how it ended. */
export const attemptMessage = async (partyId: string, template: MessageTemplate, { target, fields }: HeldMessage, nowMs: number): Promise<MessageEnd> => {
  const templateId = messageTemplateIds()[template];
  const readerId = await personBehind(partyId);
  if (templateId === undefined) return 'notConfigured';
  if (readerId === null || !(await takeGrant(readerId, template, nowMs))) return 'noGrant';
  const member = await store.find<Member>('members', readerId);
  if (member === null || member.openid === '') return 'noGrant';
  try {
    const end = await sendMessage({ openid: member.openid, template, templateId, page: pageOf(target), fields });
    if (end === 'refused') await forgetGrants(readerId, template, nowMs);
    return end;
  } catch (error) {
    logDefect('', `message ${template}`, error);
    // WeChat said no for another reason, so the grant is still there; after a timeout nobody knows, and it stays used.
    if (errorCodeOf(error) !== null) await returnGrant(readerId, template, nowMs);
    return 'failed';
  }
};

/**
 * Sends a subscription message at most once: the record comes first, so a repeat finds it and does nothing. In quiet
 * hours it waits for the morning where it can. What cannot be sent is in the inbox anyway.
 */
export const deliverMessage = async (effect: EffectOf<'message'>): Promise<void> => {
  const nowMs = systemClock.nowMs();
  const record = messageRecord(effect, messageTemplateIds()[effect.template] !== undefined, nowMs);
  if ((await store.insertOnce('messages', record)) === 'exists' || record.state !== 'taken') return;
  await store.update('messages', { _id: record._id }, { state: await attemptMessage(effect.memberId, effect.template, effect, nowMs) });
};
