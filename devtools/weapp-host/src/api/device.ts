import { askSheet, showToast } from '../chrome/dialogs';
import type { Host } from '../host';
import { acknowledged, ApiFailure, callbackApi } from './callback-api';
import { tellOutside } from './outside';

async function makePhoneCall(host: Host, phoneNumber: string): Promise<void> {
  const choice = await askSheet(undefined, [`呼叫 ${phoneNumber}`]);
  if (choice === null) throw new ApiFailure('cancel');
  host.handle.phoneCalls.push(phoneNumber);
}

/** Calls, clipboard, vibration and the like. */
export function deviceApi(host: Host): object {
  return {
    makePhoneCall: callbackApi<{ phoneNumber: string }>('makePhoneCall', ({ phoneNumber }) => makePhoneCall(host, phoneNumber)),
    setClipboardData: callbackApi<{ data: string }>('setClipboardData', async ({ data }) => {
      if (!(await host.privacy.require('setClipboardData'))) throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
      host.handle.clipboard = data;
      tellOutside(host, { kind: 'copied', text: data });
      showToast({ title: '内容已复制', icon: 'none', mask: false, durationMs: 1500 });
    }),
    getClipboardData: callbackApi<object>('getClipboardData', async () => {
      if (!(await host.privacy.require('getClipboardData'))) throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
      return { data: host.handle.clipboard };
    }),
    vibrateShort: acknowledged('vibrateShort'),
    vibrateLong: acknowledged('vibrateLong'),
    hideKeyboard: callbackApi<object>('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
    getBatteryInfoSync: () => ({ level: 80, isCharging: false }),
    getScreenBrightness: callbackApi<object>('getScreenBrightness', () => ({ value: 0.5 })),
    setScreenBrightness: acknowledged('setScreenBrightness'),
    loadFontFace: acknowledged('loadFontFace'),
    exitMiniProgram: callbackApi<object>('exitMiniProgram', () => host.handle.hide()),
  };
}
