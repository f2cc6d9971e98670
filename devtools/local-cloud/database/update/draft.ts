/** A document being changed: only what lies on the paths of the changes is copied, the stored document is left alone. */
import { writeRefused } from '../../kernel/cloud-error';
import { setField, type Document } from '../../kernel/values';
import { showElement } from './show-element';
import { childOf, indexOf, isContainer, reach, type Container, type Reach } from './update-paths';

/** MongoDB pads a list with null up to the index an update names, but not endlessly. */
const LARGEST_PADDING = 1_500_000;

function setChild(holder: Container, part: string, value: unknown): void {
  if (Array.isArray(holder)) holder[Number(part)] = value;
  else setField(holder, part, value);
}

function padTo(list: unknown[], index: number): void {
  if (index - list.length > LARGEST_PADDING) throw writeRefused(`can't backfill more than ${LARGEST_PADDING} elements`);
  while (list.length < index) list.push(null);
}

/** A value below the parts of a path that do not exist; they become objects, even where a part is a number. */
const nested = (parts: readonly string[], value: unknown): unknown =>
  parts.reduceRight<unknown>((inner, part) => {
    const holder: Record<string, unknown> = {};
    setField(holder, part, inner);
    return holder;
  }, value);

export class Draft {
  readonly document: Document;
  private readonly copies = new Set<Container>();

  constructor(stored: Document) {
    this.document = { ...stored };
    this.copies.add(this.document);
  }

  reach(parts: readonly string[]): Reach {
    return reach(this.document, parts);
  }

  /** Puts a value in place of the one at an existing path. */
  replace(parts: readonly string[], value: unknown): void {
    setChild(this.holderAt(parts, parts.length - 1), parts.at(-1) ?? '', value);
  }

  /** Takes the field at an existing path away; an element of a list becomes null instead. */
  remove(parts: readonly string[]): void {
    const holder = this.holderAt(parts, parts.length - 1);
    const part = parts.at(-1) ?? '';
    if (Array.isArray(holder)) holder[Number(part)] = null;
    else delete holder[part];
  }

  /** Makes the rest of a path that exists only to `depth`, or refuses as MongoDB does. */
  create(parts: readonly string[], { depth, value: found }: Reach, value: unknown): void {
    const part = parts[depth] ?? '';
    const index = indexOf(part);
    const isPossible = Array.isArray(found) ? index !== undefined : isContainer(found);
    if (!isPossible) throw writeRefused(`Cannot create field '${part}' in element {${showElement(parts[depth - 1] ?? '', found)}}`);
    const holder = this.holderAt(parts, depth);
    if (Array.isArray(holder)) padTo(holder, index ?? 0);
    setChild(holder, part, nested(parts.slice(depth + 1), value));
  }

  /** The object or list that holds part number `depth`, copied before its first change. */
  private holderAt(parts: readonly string[], depth: number): Container {
    let holder: Container = this.document;
    for (const part of parts.slice(0, depth)) {
      const child = childOf(holder, part) as Container;
      const own: Container = this.copies.has(child) ? child : Array.isArray(child) ? [...(child as unknown[])] : { ...child };
      if (own !== child) setChild(holder, part, own);
      this.copies.add(own);
      holder = own;
    }
    return holder;
  }
}
