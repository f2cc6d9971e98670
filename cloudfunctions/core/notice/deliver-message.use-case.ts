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
import { hasGrant } from './grant-line';
import { forgetGrants, returnGrant, takeGrant } from './grants.repository';
import { messageRecord, type HeldMessage, type MessageEnd, type MessageRecord } from './message-record';
import { pageOf } from './notice-page';

/** Of a unit whoever is its contact now, of a shop whoever owns it longest. */
const personBehind = async (partyId: string): Promise<string | null> => {
  if (isUnitId(partyId)) return (await store.find<Unit>('units', partyId))?.contactId ?? null;
  return isShopId(partyId) ? ((await store.find<{ readonly ownerIds: readonly string[] }>('shops', partyId))?.ownerIds[0] ?? null) : partyId;
};

type Attempt = Pick<MessageRecord, '_id' | 'memberId' | 'template'> & HeldMessage;

/**
 * Sends with one grant of whoever reads it; tells how it ended. All up to `mayGo` may be done again after a kill and uses
 * one grant all the same; what `mayGo` lets through goes to WeChat once, whatever is heard of it.
 * @returns null when `mayGo` says that somebody else sends it.
 */
export const attemptMessage = async ({ _id, memberId: partyId, template, target, fields }: Attempt, nowMs: number, mayGo: () => Promise<boolean>): Promise<MessageEnd | null> => {
  const templateId = messageTemplateIds()[template];
  const readerId = await personBehind(partyId);
  if (templateId === undefined) return 'notConfigured';
  if (readerId === null) return 'noGrant';
  const isTaken = await takeGrant(readerId, template, _id, nowMs);
  const member = await store.find<Member>('members', readerId);
  if (member === null || member.openid === '' || !(isTaken || hasGrant(member.grantLines ?? [], _id))) return 'noGrant';
  if (!(await mayGo())) return null;
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
  await store.update('messages', { _id: record._id }, { state: (await attemptMessage({ ...record, target: effect.target, fields: effect.fields }, nowMs, () => Promise.resolve(true))) ?? 'taken' });
};
