/**
 * Names a browser has and WeChat's logic layer has not. They are shadowed with undefined, so that using one fails here as it does
 * on a phone. `Function` stays: lodash inside NutUI calls it.
 */
export const HIDDEN_GLOBALS: readonly string[] = [
  'window', 'document', 'self', 'top', 'parent', 'frames', 'navigator', 'location', 'history', 'screen', 'localStorage', 'sessionStorage',
  'indexedDB', 'caches', 'cookieStore', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'BroadcastChannel',
  'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback', 'getComputedStyle', 'matchMedia',
  'HTMLElement', 'Element', 'Node', 'Event', 'EventTarget', 'CustomEvent', 'DOMParser', 'Image', 'Audio', 'MutationObserver',
  'IntersectionObserver', 'ResizeObserver', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'FormData', 'Blob', 'File',
  'FileReader', 'Headers', 'Request', 'Response', 'ReadableStream', 'AbortController', 'AbortSignal', 'crypto', 'performance', 'atob', 'btoa',
  'structuredClone', 'queueMicrotask', 'MessageChannel', 'alert', 'confirm', 'prompt', 'postMessage', 'globalThis', 'global', 'process',
];
