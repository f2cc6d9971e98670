import Taro from '@tarojs/taro';

/** Version of the privacy guide that the program shows; stored with the consent of whoever joins. */
export const PRIVACY_VERSION = '2026-11-20';

/**
 * Makes sure that WeChat's privacy guide was agreed to before a private API (camera, album, microphone) is used.
 * Answers false when the person said no. Versions before 2.32.3 have no such question and ask at the API itself.
 */
export async function ensurePrivacy(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.canIUse('requirePrivacyAuthorize')) return true;
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** Opens the guide as WeChat keeps it. */
export function openPrivacyGuide(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.openPrivacyContract({});
}
