import { cloud } from './cloud';
import { logDefect } from './log';
import { withinMs } from './openapi';

/** A person waits in front of a screen; WeChat usually answers within a second. */
const ANSWER_MS = 5_000;
const WIDTH_PX = 430;
/** Visible characters WeChat takes as a scene (wxacode.getUnlimited); no per cent sign. */
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/;

/** Whether WeChat takes it as the scene of a code. */
export const isScene = (text: string): boolean => SCENE.test(text);

/**
 * A mini-program code that opens `page` with `scene` (see `isScene`), as a picture that a page can show at once;
 * null when WeChat gives none: whoever shows it has words beside it.
 */
export const miniProgramCode = async (page: string, scene: string): Promise<string | null> => {
  if (!isScene(scene)) throw new Error(`WeChat takes no such scene: ${scene}`);
  try {
    const reply = (await withinMs(ANSWER_MS, cloud.openapi.wxacode.getUnlimited({ page, scene, width: WIDTH_PX, checkPath: false }))) as { readonly contentType?: unknown; readonly buffer?: unknown };
    return Buffer.isBuffer(reply.buffer) ? `data:${typeof reply.contentType === 'string' ? reply.contentType : 'image/png'};base64,${reply.buffer.toString('base64')}` : null;
  } catch (error) {
    logDefect('', 'wxacode.getUnlimited', error);
    return null;
  }
};
