import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';

interface KeyOptions {
  key: string
  data?: unknown
}

const LIMIT_KB = 10240;

/** Local storage of the program, per person. */
export function storageApi({ store }: Host): object {
  const info = (): object => ({ keys: store.keys(), currentSize: Math.ceil(store.sizeBytes() / 1024), limitSize: LIMIT_KB });
  return {
    setStorageSync: (key: string, value: unknown) => store.set(key, value),
    getStorageSync: (key: string) => store.get(key),
    removeStorageSync: (key: string) => store.remove(key),
    clearStorageSync: () => store.clear(),
    getStorageInfoSync: info,
    setStorage: callbackApi<KeyOptions>('setStorage', ({ key, data }) => store.set(key, data)),
    getStorage: callbackApi<KeyOptions>('getStorage', ({ key }) => {
      if (!store.has(key)) throw new ApiFailure('data not found');
      return { data: store.get(key) };
    }),
    removeStorage: callbackApi<KeyOptions>('removeStorage', ({ key }) => store.remove(key)),
    clearStorage: callbackApi<object>('clearStorage', () => store.clear()),
    getStorageInfo: callbackApi<object>('getStorageInfo', info),
  };
}
