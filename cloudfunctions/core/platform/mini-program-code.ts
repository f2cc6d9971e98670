import { cloud } from './cloud';
import { logDefect } from './log';
import { withinMs } from './openapi';

/** A person waits in front of a screen; WeChat usually answers within a second. */
const ANSWER_MS = 5_000;
const WIDTH_PX = 430;

/**
 * A mini-program code that opens `page` with `scene` (at most 32 characters), as a picture that a page can show at once;
 * null when WeChat gives none: whoever shows it has words beside it.
 */
export const miniProgramCode = async (page: string, scene: string): Promise<string | null> => {
  try {
    const reply = (await withinMs(ANSWER_MS, cloud.openapi.wxacode.getUnlimited({ page, scene, width: WIDTH_PX, checkPath: false }))) as { readonly contentType?: unknown; readonly buffer?: unknown };
    return Buffer.isBuffer(reply.buffer) ? `data:${typeof reply.contentType === 'string' ? reply.contentType : 'image/png'};base64,${reply.buffer.toString('base64')}` : null;
  } catch (error) {
    logDefect('', 'wxacode.getUnlimited', error);
    return null;
  }
};
