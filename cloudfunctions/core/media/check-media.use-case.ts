import type { EffectOf } from '../effect/effect';
import type { Member } from '../member/member';
import { requestMediaCheck } from '../platform/content-check';
import { logDefect } from '../platform/log';
import { temporaryLinks } from '../platform/storage';
import { store } from '../platform/store';
import { applyVerdict } from './apply-verdict.use-case';
import { answerDueAtMs, mediaOf, retryAtMs, type Media, type MediaResult } from './media';

/** A result that came before the trace id was stored. */
export const findEarlyResult = (traceId: string): Promise<MediaResult | null> => store.find<MediaResult>('mediaResults', traceId);

const ask = async (media: Media): Promise<string> => {
  const [owner, links] = [await store.find<Member>('members', media.ownerId), await temporaryLinks([media.fileId])];
  const url = links.get(media.fileId) ?? null;
  if (owner === null || owner.openid === '' || url === null) throw new Error(`file of ${media._id} or its owner is gone`);
  return requestMediaCheck(owner.openid, url, media.isAudio);
};

/**
 * Puts the question to WeChat and stores its trace id, then looks whether the answer overtook it. A question that fails
 * is put again by the clock; after 30 minutes a person looks at the file instead.
 */
export const askAboutMedia = async (media: Media, nowMs: number): Promise<void> => {
  let traceId: string;
  try {
    traceId = await ask(media);
  } catch (error) {
    logDefect('', 'mediaCheckAsync', error);
    await store.update('media', { _id: media._id, state: 'checking', traceId: null }, { wakeAtMs: retryAtMs(media, nowMs) });
    return;
  }
  await store.update('media', { _id: media._id, state: 'checking' }, { traceId, wakeAtMs: answerDueAtMs(media) });
  const result = await findEarlyResult(traceId);
  if (result !== null) await applyVerdict({ ...media, traceId }, result.verdict, nowMs);
};

/** Has a file checked that something now uses. A repeat asks again only when no question got through. */
export const checkMedia = async (effect: EffectOf<'checkMedia'>): Promise<void> => {
  const fresh = mediaOf(effect);
  if ((await store.insertOnce('media', fresh)) === 'inserted') return askAboutMedia(fresh, effect.atMs);
  const standing = await store.find<Media>('media', fresh._id);
  if (standing !== null && standing.state === 'checking' && standing.traceId === null) await askAboutMedia(standing, effect.atMs);
};

