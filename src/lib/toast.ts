import Taro from '@tarojs/taro';

/** Long enough to read two short lines. */
const TOAST_MS = 2600;

/** Says in passing what is so now; nothing that must be read stands only here. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: TOAST_MS });
}
