import Taro from '@tarojs/taro';
import { toast } from './toast';

/** Version of the privacy guide that the program shows; stored with the consent of whoever joins. */
export const PRIVACY_VERSION = '2026-11-20';

/** Short enough for two lines; asked again at the next tap. */
const NOT_AGREED = '没同意，这一步先不做。想用时再点一次，会再问您';

/**
 * The one door to private APIs (camera, album, microphone, clipboard): makes sure that WeChat's privacy guide was agreed to.
 * Answers false when the person said no, after telling them how to go on; nothing else depends on it. Versions before 2.32.3 have no such question and ask at the API itself.
 */
export async function ensurePrivacy(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.canIUse('requirePrivacyAuthorize')) return true;
  return new Promise<boolean>((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  }).then((isAgreed) => {
    if (!isAgreed) toast(NOT_AGREED);
    return isAgreed;
  });
}

/** Opens the guide as WeChat keeps it. */
export function openPrivacyGuide(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.openPrivacyContract({});
}
