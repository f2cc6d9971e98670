import type { Host } from '../host';

let current: Host | null = null;

/** Custom elements are made by the browser and cannot be handed anything; they reach the phone they are on through here. */
export function setElementHost(host: Host): void {
  current = host;
}

export function elementHost(): Host {
  if (!current) throw new Error('built-in components are used before the host has started');
  return current;
}
