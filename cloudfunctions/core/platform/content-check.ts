import { fail, RefusedError } from '../kernel/result';
import { cloud } from './cloud';
import { logDefect } from './log';
import { errorCodeOf, withinMs } from './openapi';

/** What one call of msgSecCheck takes (WIRE.md section 2). */
const CHECKED_CHARACTERS_MAX = 2500;
/** A person waits; WeChat usually answers in 100–300 ms. */
const ANSWER_MS = 5_000;
/** Where the text shows: 1 profile, 2 comment, 3 forum, 4 social log. */
const SCENE_COMMENT = 2;
/** The old way of saying risky; version 2 answers with `suggest` instead. */
const RISKY_ERROR_CODE = 87_014;

/** WeChat's three answers; `review` means a person should look. */
export type Suggestion = 'pass' | 'review' | 'risky';

/** Joins texts, one a line, into as few chunks as fit into one call each. A text longer than a call is cut into pieces. */
export const chunksOf = (texts: readonly string[], max: number = CHECKED_CHARACTERS_MAX): readonly string[] => {
  const chunks: string[] = [];
  let current = '';
  for (const text of texts.map((each) => each.trim()).filter((each) => each !== '')) {
    for (let from = 0; from < text.length; from += max) {
      const piece = text.slice(from, from + max);
      const joined = current === '' ? piece : `${current}\n${piece}`;
      if (joined.length <= max) current = joined;
      else {
        chunks.push(current);
        current = piece;
      }
    }
  }
  return current === '' ? chunks : [...chunks, current];
};

/** Pure: what an answer of msgSecCheck says; anything unknown is no answer. */
export const suggestionOf = (reply: unknown): Suggestion | null => {
  const suggest = (reply as { readonly result?: { readonly suggest?: unknown } } | null)?.result?.suggest;
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : null;
};

const checkChunk = async (openid: string, content: string): Promise<Suggestion> => {
  try {
    const reply: unknown = await withinMs(ANSWER_MS, cloud.openapi.security.msgSecCheck({ openid, scene: SCENE_COMMENT, version: 2, content }));
    return suggestionOf(reply) ?? fail('CONTENT_CHECK_UNAVAILABLE');
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    if (errorCodeOf(error) === RISKY_ERROR_CODE) return 'risky';
    logDefect('', 'msgSecCheck', error);
    return fail('CONTENT_CHECK_UNAVAILABLE');
  }
};

/**
 * Has WeChat look at what a person wrote, before anyone else sees it (RULES.md section 9). Nothing written, nothing asked.
 * @throws RefusedError TEXT_RISKY, or CONTENT_CHECK_UNAVAILABLE when no usable answer came (e.g. 61010: the person was
 *   not here within two hours; -604101: the function lacks the permission).
 */
export const checkText = async (openid: string, texts: readonly string[]): Promise<'pass' | 'review'> => {
  const suggestions = await Promise.all(chunksOf(texts).map((chunk) => checkChunk(openid, chunk)));
  if (suggestions.includes('risky')) fail('TEXT_RISKY');
  return suggestions.includes('review') ? 'review' : 'pass';
};

/**
 * Has WeChat look at a name. Nobody reviews names by hand, so a doubtful one is refused as well.
 * @throws RefusedError TEXT_RISKY or CONTENT_CHECK_UNAVAILABLE.
 */
export const checkName = async (openid: string, names: readonly string[]): Promise<void> => {
  if ((await checkText(openid, names)) === 'review') fail('TEXT_RISKY', { message: '这个名字没有通过检查，请换一个。' });
};

const MEDIA_AUDIO = 1;
const MEDIA_IMAGE = 2;

/**
 * Asks WeChat to look at a file; the answer is pushed to the function `events` under the returned trace id.
 * @throws whatever the platform answered; the caller's clock decides what happens then.
 */
export const requestMediaCheck = async (openid: string, url: string, isAudio: boolean): Promise<string> => {
  const request = { openid, scene: SCENE_COMMENT, version: 2, mediaUrl: url, mediaType: isAudio ? MEDIA_AUDIO : MEDIA_IMAGE };
  const reply = (await withinMs(ANSWER_MS, cloud.openapi.security.mediaCheckAsync(request))) as { readonly traceId?: unknown };
  if (typeof reply.traceId !== 'string' || reply.traceId === '') throw new Error('mediaCheckAsync gave no trace id');
  return reply.traceId;
};
