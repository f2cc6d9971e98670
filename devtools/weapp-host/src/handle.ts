import type { HostConfig } from './weapp-package';

/**
 * `window.__weapp`: what a test, the preview or a person at the console sees of the running mini-program, and the few hooks by
 * which they play the part of the phone (network, camera roll, place).
 */
export interface LogLine {
  level: string
  text: string
}

/** Bytes of JSON that crossed from logic to view. WeChat advises at most 256 KB a call and refuses 1 MB. */
export interface SetDataStat {
  firstBytes: number
  maxBytes: number
  totalBytes: number
  calls: number
}

export interface CloudCall {
  name: string
  data: unknown
  reply?: unknown
  error?: string
  durationMs?: number
}

export interface ShareCard {
  title: string
  path: string
  imageUrl: string
  from: 'menu' | 'button'
}

export interface SharedFile {
  name: string
  text: string
}

export interface MediaFile {
  name: string
  type: string
  base64: string
}

export interface Place {
  latitude: number
  longitude: number
  name: string
  address: string
}

export type NetworkType = 'wifi' | '4g' | '5g' | 'none'

export interface WeappHandle {
  /** True once the first page has been rendered and its onReady has run. */
  ready: boolean
  errors: string[]
  logs: LogLine[]
  /** Names of wx functions and components that were used but are not covered. */
  missing: string[]
  /** By route; parts of a page that set their own data (custom-wrapper) are named `route#component`. */
  setData: Record<string, SetDataStat>
  cloudCalls: CloudCall[]
  loadedPackages: string[]
  compileWarnings: string[]
  shares: ShareCard[]
  phoneCalls: string[]
  savedImages: string[]
  /** Files sent into a chat, with their text. */
  sharedFiles: SharedFile[]
  clipboard: string
  routes(): string[]
  /** Data of the page on top, as the logic layer sees it. */
  pageData(): unknown
  /** Files the next chooseMedia, chooseImage or chooseAvatar answers with instead of opening the file dialog. */
  nextMedia: MediaFile[]
  /** Answer of the next scanCode; when null a field is shown to type it in. */
  nextScan: string | null
  place: Place
  setNetwork(type: NetworkType): void
  /** Sends the mini-program to the background and brings it back, as the home key does. */
  hide(): void
  show(): void
  clearStorage(): void
}

export function createHandle(): WeappHandle {
  const unset = (): never => {
    throw new Error('the mini-program has not started yet');
  };
  return {
    ready: false,
    errors: [],
    logs: [],
    missing: [],
    setData: {},
    cloudCalls: [],
    loadedPackages: [],
    compileWarnings: [],
    shares: [],
    phoneCalls: [],
    savedImages: [],
    sharedFiles: [],
    clipboard: '',
    routes: () => [],
    pageData: unset,
    nextMedia: [],
    nextScan: null,
    place: { latitude: 30.5928, longitude: 114.3055, name: '当前位置', address: '' },
    setNetwork: unset,
    hide: unset,
    show: unset,
    clearStorage: unset,
  };
}

/** Notes a use of something the host does not have, once per name. */
export function recordMissing(handle: WeappHandle, name: string): void {
  if (!handle.missing.includes(name)) handle.missing.push(name);
}

export function recordSetData(handle: WeappHandle, label: string, byteCount: number): void {
  const stat = (handle.setData[label] ??= { firstBytes: byteCount, maxBytes: 0, totalBytes: 0, calls: 0 });
  stat.maxBytes = Math.max(stat.maxBytes, byteCount);
  stat.totalBytes += byteCount;
  stat.calls += 1;
  if (byteCount > 1024 * 1024) handle.errors.push(`setData of ${label} is ${byteCount} bytes; WeChat refuses more than 1 MB`);
}

/** Text of anything a program may throw or reject with. */
export function describeError(reason: unknown): string {
  if (reason instanceof Error) return reason.stack ?? reason.message;
  if (typeof reason === 'object' && reason !== null) {
    const { errMsg } = reason as { errMsg?: unknown };
    return typeof errMsg === 'string' ? errMsg : JSON.stringify(reason);
  }
  return String(reason);
}

declare global {
  interface Window {
    __weapp: WeappHandle
    __weappConfig: HostConfig
  }
}
