import Taro from '@tarojs/taro';

/** Small values kept on this phone. WeChat keeps them apart for each person, so the key needs no owner. */
export function readStored(key: string): unknown {
  return Taro.getStorageSync<unknown>(key);
}

/** Keeps a JSON value; a full storage is no reason to stop what the person is doing. */
export function writeStored(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value);
  } catch {
    // The 10 MB of WeChat are used up: the form goes on, it is only not kept.
  }
}

export function removeStored(key: string): void {
  Taro.removeStorageSync(key);
}
