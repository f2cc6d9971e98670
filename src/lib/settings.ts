import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { readStored, writeStored } from './phone-storage';

/** `follow` obeys WeChat's own font-size setting; the other two are this person's choice here. */
export type TypeSize = 'follow' | 'normal' | 'large';

const STORAGE_KEY = 'linyuan.typeSize';

/** WeChat's font setting is 17 px at its standard step; every larger step means: make it larger here too. */
const STANDARD_FONT_PX = 17;

interface Settings {
  typeSize: TypeSize;
  /** WeChat's font-size setting in px, refreshed each time the program is shown. */
  systemFontPx: number;
  setTypeSize: (typeSize: TypeSize) => void;
  /** Takes what this person chose on another phone, unless they chose something on this one. */
  adoptTypeSize: (typeSize: TypeSize) => void;
  refreshSystemFont: () => void;
}

/** Null while nothing was ever chosen on this phone. */
function readTypeSize(): TypeSize | null {
  const stored = readStored(STORAGE_KEY);
  return stored === 'normal' || stored === 'large' || stored === 'follow' ? stored : null;
}

function readSystemFontPx(): number {
  try {
    const info: { readonly [key: string]: unknown } = { ...Taro.getAppBaseInfo() };
    return typeof info.fontSizeSetting === 'number' ? info.fontSizeSetting : STANDARD_FONT_PX;
  } catch {
    // Older WeChat versions lack the call; the standard size is then right for most people.
    return STANDARD_FONT_PX;
  }
}

/** Type size as chosen on this phone; the server keeps the last choice for the next one. */
export const useSettings = create<Settings>((set) => ({
  typeSize: readTypeSize() ?? 'follow',
  systemFontPx: readSystemFontPx(),
  setTypeSize: (typeSize) => {
    writeStored(STORAGE_KEY, typeSize);
    set({ typeSize });
  },
  adoptTypeSize: (typeSize) => {
    if (readTypeSize() === null) set({ typeSize });
  },
  refreshSystemFont: () => set({ systemFontPx: readSystemFontPx() }),
}));

/** Pure: is large type (关怀模式) on? */
export function decideLargeType(typeSize: TypeSize, systemFontPx: number): boolean {
  if (typeSize === 'follow') return systemFontPx > STANDARD_FONT_PX;
  return typeSize === 'large';
}

/** Whether the current page is drawn in large type. */
export function useLargeType(): boolean {
  return useSettings((state) => decideLargeType(state.typeSize, state.systemFontPx));
}
