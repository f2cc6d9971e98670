import Taro from '@tarojs/taro';
import type { LinkedLink } from '@contract';
import { copyText } from './copy-text';
import { toast } from './toast';

/**
 * Leaves the program for the page where something is done elsewhere. WeChat opens another mini-program itself; a page of
 * the web can't be opened from here, so its address goes to the clipboard.
 */
export async function leaveFor(link: LinkedLink, placeName: string): Promise<void> {
  if (link.kind === 'web') return copyAddress(link.url);
  try {
    await Taro.navigateToMiniProgram({ appId: link.appId, path: link.path });
  } catch {
    // Turned back, or this phone can't: the name is enough to find it by.
    toast(`没打开，请在微信里搜“${placeName}”`);
  }
}

/** The address of a page of the web, to be opened in a browser. */
export async function copyAddress(url: string): Promise<void> {
  const outcome = await copyText(url);
  if (outcome === 'copied') toast('网址复制好了，到浏览器里粘贴打开');
  if (outcome === 'failed') toast('没复制上，请再点一次');
}
