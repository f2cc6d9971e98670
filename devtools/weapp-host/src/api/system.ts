import { capsuleRect, HOME_INDICATOR_PX, Phone, STATUS_BAR_PX } from '../chrome/phone';
import type { Host } from '../host';
import { callbackApi } from './callback-api';

const SDK_VERSION = '3.8.0';

function windowInfo({ pages, phone }: Host): Record<string, unknown> {
  const page = pages.topOrUndefined;
  const top = Phone.topInsetPx(page);
  const { innerWidth: width, innerHeight: height } = window;
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height - top - phone.bottomInsetPx(page),
    statusBarHeight: STATUS_BAR_PX,
    screenTop: top,
    safeArea: { left: 0, right: width, top: STATUS_BAR_PX, bottom: height - HOME_INDICATOR_PX, width, height: height - STATUS_BAR_PX - HOME_INDICATOR_PX },
  };
}

function appBaseInfo({ settings }: Host): Record<string, unknown> {
  return {
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    enableDebug: false,
    fontSizeSetting: settings.fontSizePx,
    fontSizeScaleFactor: settings.fontSizePx / 16,
    host: { env: 'WeChat' },
  };
}

const DEVICE = { brand: 'iPhone', model: 'iPhone 13<iPhone14,5>', system: 'iOS 16.6', platform: 'ios', benchmarkLevel: 40, abi: 'arm64', deviceAbi: 'arm64', memorySize: 4096 };
const SYSTEM_SETTING = { bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' };
const AUTHORIZE_SETTING = { albumAuthorized: 'authorized', cameraAuthorized: 'authorized', locationAuthorized: 'authorized', microphoneAuthorized: 'authorized', notificationAuthorized: 'authorized' };

/** What the program may know of the phone, its screen, WeChat and how it was opened. */
export function systemApi(host: Host): object {
  const all = (): object => ({ ...windowInfo(host), ...appBaseInfo(host), ...DEVICE, ...SYSTEM_SETTING });
  return {
    getSystemInfoSync: all,
    getSystemInfo: callbackApi<object>('getSystemInfo', all),
    getSystemInfoAsync: callbackApi<object>('getSystemInfoAsync', all),
    getWindowInfo: () => windowInfo(host),
    getAppBaseInfo: () => appBaseInfo(host),
    getDeviceInfo: () => DEVICE,
    getSystemSetting: () => SYSTEM_SETTING,
    getAppAuthorizeSetting: () => AUTHORIZE_SETTING,
    getMenuButtonBoundingClientRect: capsuleRect,
    getLaunchOptionsSync: () => host.settings.launch,
    getEnterOptionsSync: () => host.settings.launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: host.config.appId, envVersion: 'develop', version: '' }, plugin: {} }),
    canIUse: (name: string) => !/^(openEmbeddedMiniProgram|createTCPSocket)/.test(name),
    nextTick: (callback: () => void) => window.setTimeout(callback, 0),
    getUpdateManager: () => ({ onCheckForUpdate: (listener: (result: object) => void) => void window.setTimeout(() => listener({ hasUpdate: false }), 0), onUpdateReady: () => undefined, onUpdateFailed: () => undefined, applyUpdate: () => undefined }),
    getExptInfoSync: () => ({}),
    getPerformance: () => ({ now: () => performance.now(), getEntries: () => [], createObserver: () => ({ observe: () => undefined, disconnect: () => undefined }) }),
    getLogManager: () => ({ log: () => undefined, info: () => undefined, warn: () => undefined, debug: () => undefined }),
    getRealtimeLogManager: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined, setFilterMsg: () => undefined, addFilterMsg: () => undefined }),
    reportEvent: () => undefined,
    reportAnalytics: () => undefined,
    reportMonitor: () => undefined,
    reportPerformance: () => undefined,
    setEnableDebug: callbackApi<object>('setEnableDebug', () => undefined),
    setKeepScreenOn: callbackApi<object>('setKeepScreenOn', () => undefined),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
}
