/** Reading and changing a document at a dotted path, with the refusals of MongoDB. */
import { requestFailed } from '../../kernel/cloud-error';
import { isPlainObject, type Document } from '../../kernel/values';

const isArrayIndex = (segment: string): boolean => /^(0|[1-9]\d*)$/.test(segment);
const ARRAY_GROWTH_LIMIT = 10_000;

interface Slot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly segment: string;
}

const cannotCreate = (segment: string, parent: string, value: unknown): Error =>
  requestFailed(`[FailedOperation] Cannot create field '${segment}' in element {${parent}: ${JSON.stringify(value)}}`);

export function readSlot({ holder, segment }: Slot): unknown {
  return Array.isArray(holder) ? (holder[Number(segment)] as unknown) : Object.hasOwn(holder, segment) ? holder[segment] : undefined;
}

export function writeSlot({ holder, segment }: Slot, value: unknown): void {
  if (!Array.isArray(holder)) {
    holder[segment] = value;
    return;
  }
  const index = Number(segment);
  if (index - holder.length > ARRAY_GROWTH_LIMIT) throw requestFailed(`[FailedOperation] array index ${segment} is too far behind the end`);
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

/** The place a path names. With `create` missing objects on the way are made; without it a missing way gives undefined. */
export function findSlot(document: Document, path: string, create: boolean): Slot | undefined {
  const segments = path.split('.');
  if (segments.some((segment) => segment === '')) throw requestFailed(`[FailedOperation] The update path '${path}' contains an empty field name.`);
  let holder: Record<string, unknown> | unknown[] = document;
  for (const [i, segment] of segments.entries()) {
    const usable = !Array.isArray(holder) || isArrayIndex(segment);
    if (!usable) {
      if (!create) return undefined;
      throw cannotCreate(segment, segments[i - 1] ?? '', holder);
    }
    if (i === segments.length - 1) return { holder, segment };
    const next = readSlot({ holder, segment });
    if (isPlainObject(next) || Array.isArray(next)) {
      holder = next as Record<string, unknown> | unknown[];
      continue;
    }
    if (!create) return undefined;
    if (next !== undefined) throw cannotCreate(segments[i + 1] ?? '', segment, next);
    const made: Record<string, unknown> = {};
    writeSlot({ holder, segment }, made);
    holder = made;
  }
  return undefined;
}

/** Value at the path, undefined when absent. */
export function readPath(document: Document, path: string): unknown {
  const slot = findSlot(document, path, false);
  return slot === undefined ? undefined : readSlot(slot);
}

export function writePath(document: Document, path: string, value: unknown): void {
  const slot = findSlot(document, path, true);
  if (slot !== undefined) writeSlot(slot, value);
}

/** Removes a field; in an array the element becomes null, as MongoDB does. */
export function removePath(document: Document, path: string): void {
  const slot = findSlot(document, path, false);
  if (slot === undefined || readSlot(slot) === undefined) return;
  if (Array.isArray(slot.holder)) slot.holder[Number(slot.segment)] = null;
  else delete slot.holder[slot.segment];
}
