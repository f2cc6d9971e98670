/** A specification of fields ($project, $addFields, $unset) as a tree by path segment, and how it acts on documents. */
import { isPlainObject, type Document } from '../../kernel/values';
import type { Expression, Scope } from '../expressions/compiled';

type Leaf = { readonly kind: 'include' } | { readonly kind: 'exclude' } | { readonly kind: 'computed'; readonly evaluate: Expression };

export class ProjectionTree {
  /** In the order of the specification: computed fields appear in it. */
  private readonly children = new Map<string, Leaf | ProjectionTree>();
  private hasComputed = false;

  set([segment = '', ...rest]: readonly string[], leaf: Leaf): void {
    if (leaf.kind === 'computed') this.hasComputed = true;
    if (rest.length === 0) return void this.children.set(segment, leaf);
    const known = this.children.get(segment);
    const child = known instanceof ProjectionTree ? known : new ProjectionTree();
    this.children.set(segment, child);
    child.set(rest, leaf);
  }

  /** Only what the tree names, in the order of the document. */
  included(document: Document): Document {
    const kept: Document = {};
    for (const [field, value] of Object.entries(document)) {
      const child = this.children.get(field);
      if (child === undefined) continue;
      const part = child instanceof ProjectionTree ? child.includedValue(value) : child.kind === 'include' ? value : undefined;
      if (part !== undefined) kept[field] = part;
    }
    return kept;
  }

  private includedValue(value: unknown): unknown {
    if (isPlainObject(value)) return this.included(value);
    if (!Array.isArray(value)) return undefined;
    const parts = (value as unknown[]).map((element) => this.includedValue(element));
    // Where fields are computed, an element that had none of the included ones still gets them.
    return this.hasComputed ? parts : parts.filter((part) => part !== undefined);
  }

  /** Everything but what the tree names. */
  excluded(document: Document): Document {
    const kept: Document = {};
    for (const [field, value] of Object.entries(document)) {
      const child = this.children.get(field);
      if (child === undefined) kept[field] = value;
      else if (child instanceof ProjectionTree) kept[field] = child.excludedValue(value);
      else if (child.kind !== 'exclude') kept[field] = value;
    }
    return kept;
  }

  private excludedValue(value: unknown): unknown {
    if (isPlainObject(value)) return this.excluded(value);
    return Array.isArray(value) ? (value as unknown[]).map((element) => this.excludedValue(element)) : value;
  }

  /** The document with the computed fields; a missing result removes the field. */
  computed(document: Document, scope: Scope): Document {
    if (!this.hasComputed) return document;
    const result = { ...document };
    for (const [field, child] of this.children) {
      if (!(child instanceof ProjectionTree) && child.kind !== 'computed') continue;
      const value = child instanceof ProjectionTree ? child.computedValue(result[field], scope) : child.evaluate(scope);
      if (value === undefined) delete result[field];
      else result[field] = value;
    }
    return result;
  }

  private computedValue(value: unknown, scope: Scope): unknown {
    if (!this.hasComputed) return value;
    if (Array.isArray(value)) return (value as unknown[]).map((element) => this.computedValue(element, scope));
    // What is no object gives way to one that holds the computed fields.
    return this.computed(isPlainObject(value) ? value : {}, scope);
  }
}
