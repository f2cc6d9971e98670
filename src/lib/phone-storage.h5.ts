import { previewPerson } from './preview-person';

/** In the preview two phones share one browser, so each key carries the person it belongs to. */
const ownKey = (key: string): string => `linyuan:${previewPerson()}:${key}`;

export function readStored(key: string): unknown {
  const text = window.localStorage.getItem(ownKey(key));
  if (text === null) return '';
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return '';
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(ownKey(key), JSON.stringify(value));
  } catch {
    // A full storage is no reason to stop what the person is doing.
  }
}

export function removeStored(key: string): void {
  window.localStorage.removeItem(ownKey(key));
}
