import { readStored, removeStored, writeStored } from './phone-storage';

/**
 * Operation ids: one per act, made and saved before it is sent. A killed program or a lost reply sends the same id
 * again, and the server gives the same answer without a second effect (DESIGN.md section 3.3).
 */
const KEY_PREFIX = 'linyuan.operation.';
const ID_CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const RANDOM_CHARACTERS = 20;

/** 9 characters of time and 20 of chance: two phones do not meet, and the server refuses anything shorter than 16. */
export function makeOperationId(nowMs: number = Date.now(), random: () => number = Math.random): string {
  let id = nowMs.toString(36).padStart(9, '0');
  for (let i = 0; i < RANDOM_CHARACTERS; i += 1) id += ID_CHARACTERS[Math.floor(random() * ID_CHARACTERS.length)] ?? '0';
  return id;
}

/**
 * The id of the act that `actKey` names, e.g. `wish.claim:<wishId>`: the saved one while its fate is unknown, else a
 * new one, saved before it is returned.
 */
export function takeOperationId(actKey: string): string {
  const saved = readStored(KEY_PREFIX + actKey);
  if (typeof saved === 'string' && saved !== '') return saved;
  const id = makeOperationId();
  writeStored(KEY_PREFIX + actKey, id);
  return id;
}

/** Called once the fate of the act is known; the next one is a new act. */
export function releaseOperationId(actKey: string): void {
  removeStored(KEY_PREFIX + actKey);
}
