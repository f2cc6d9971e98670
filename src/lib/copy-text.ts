import Taro from '@tarojs/taro';
import { ensurePrivacy } from './privacy';

/** `unasked`: the privacy guide was not agreed to, and the person has been told so. */
export type CopyOutcome = 'copied' | 'unasked' | 'failed';

/** Puts words on the clipboard, which WeChat counts among private things even for writing. WeChat itself says that it copied. */
export async function copyText(text: string): Promise<CopyOutcome> {
  if (!(await ensurePrivacy())) return 'unasked';
  try {
    await Taro.setClipboardData({ data: text });
    return 'copied';
  } catch {
    return 'failed';
  }
}
