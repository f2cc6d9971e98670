import Taro from '@tarojs/taro';

/** Opens the camera for a code; null when the person turned back or the phone cannot scan. */
export async function scanCode(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result;
  } catch {
    return null;
  }
}

/** Browsers have no scanner of WeChat's; digits always work. */
export const canScan = (): boolean => Taro.getEnv() === Taro.ENV_TYPE.WEAPP;
