/** Applies a compiled update to a document, as MongoDB does: fields in the lexicographic order of their paths (4.4 and before). */
import { writeRefused } from '../../kernel/cloud-error';
import type { Document } from '../../kernel/values';
import type { CompiledUpdate, UpdateField } from './compile-update';
import { Draft } from './draft';
import { assertIdKept } from './immutable';
import { REMOVED, UNCHANGED, type Modifier, type Place } from './modifier';
import { rename } from './rename';
import { showElement } from './show-element';
import { indexOf, isContainer, reach, type Reach } from './update-paths';

export interface UpdateInput {
  readonly document: Document;
  readonly update: CompiledUpdate;
  /** The index of the element the query matched, for `$`. */
  readonly position: number | undefined;
  readonly nowMs: number;
  readonly isInsert?: boolean;
}

interface Target {
  readonly parts: readonly string[];
  readonly field: UpdateField;
}

/** The concrete paths a path stands for in this document: `$` is one element, `$[]` every one. */
function resolve(document: Document, parts: readonly string[], position: number | undefined): (readonly string[])[] {
  const at = parts.findIndex((part) => part === '$' || part === '$[]');
  if (at < 0) return [parts];
  const before = parts.slice(0, at);
  const withIndex = (index: number): (readonly string[])[] => resolve(document, [...before, String(index), ...parts.slice(at + 1)], position);
  if (parts[at] === '$') {
    if (position === undefined) throw writeRefused('The positional operator did not find the match needed from the query.');
    return withIndex(position);
  }
  const { depth, value } = reach(document, before);
  if (depth < before.length) throw writeRefused(`The path '${before.join('.')}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(value)) throw writeRefused(`Cannot apply array updates to non-array element ${showElement(before.at(-1) ?? '', value)}`);
  return value.flatMap((_element, index) => withIndex(index));
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** Two paths that only met when their positions became known. */
function assertApart(targets: readonly Target[]): void {
  targets.forEach(({ parts }, i) => {
    const next = targets[i + 1]?.parts;
    const meets = next !== undefined && parts.every((part, j) => part === next[j]);
    if (meets) throw writeRefused(`Update created a conflict at '${parts.join('.')}'`);
  });
}

function targetsOf({ document, update, position }: UpdateInput): Target[] {
  const targets = update.fields.flatMap((field) => resolve(document, field.parts, position).map((parts) => ({ parts, field })));
  targets.sort((a, b) => compareParts(a.parts, b.parts));
  assertApart(targets);
  return targets;
}

function assertViable(parts: readonly string[], { depth, value }: Reach): void {
  const part = parts[depth] ?? '';
  const isViable = Array.isArray(value) ? indexOf(part) !== undefined : isContainer(value);
  if (isViable) return;
  throw writeRefused(`Cannot use the part (${part}) of (${parts.join('.')}) to traverse the element ({${showElement(parts[depth - 1] ?? '', value)}})`);
}

/** Whether the document changed. */
function applyModifier(draft: Draft, parts: readonly string[], modifier: Modifier, nowMs: number): boolean {
  const place: Place = { document: draft.document, path: parts.join('.'), name: parts.at(-1) ?? '', nowMs };
  const found = draft.reach(parts);
  if (found.depth === parts.length) {
    const next = modifier.change(found.value, place);
    if (next === UNCHANGED) return false;
    assertIdKept(parts);
    if (next === REMOVED) draft.remove(parts);
    else draft.replace(parts, next);
    return true;
  }
  if (modifier.create !== undefined) {
    draft.create(parts, found, modifier.create(place));
    return true;
  }
  if (modifier.ignoresDeadEnds !== true) assertViable(parts, found);
  return false;
}

/** The changed copy, or null when no operator changed anything; the document given is left alone. */
export function updateDocument(input: UpdateInput): Document | null {
  const draft = new Draft(input.document);
  let isChanged = false;
  for (const { parts, field } of targetsOf(input)) {
    if (field.kind === 'modify' && field.isOnlyForInsert && input.isInsert !== true) continue;
    const hasActed = field.kind === 'rename' ? rename(draft, field.from, parts) : applyModifier(draft, parts, field.modifier, input.nowMs);
    isChanged = isChanged || hasActed;
  }
  return isChanged ? draft.document : null;
}
