/** The test of a query on one document. Semantics are mingo's; what it cannot do is refused, never answered with nothing. */
import { Query as MingoQuery } from 'mingo';
import { requestFailed } from '../../kernel/cloud-error';
import { isPlainObject, type Document } from '../../kernel/values';
import type { Query } from '../index/constraints';

const REFUSED = new Set(['$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$geoNear', '$text', '$where', '$function', '$jsonSchema']);

/** Refuses operators the local cloud has no semantics for, wherever they stand. */
export function refuseUnsupported(value: unknown): void {
  if (Array.isArray(value)) return void value.forEach(refuseUnsupported);
  if (!isPlainObject(value)) return;
  for (const [key, part] of Object.entries(value)) {
    if (REFUSED.has(key)) throw requestFailed(`the local cloud does not support ${key} yet`);
    refuseUnsupported(part);
  }
}

/** Compiles the query; an unknown operator is an error of the request. */
export function compileTest(query: Query): (document: Document) => boolean {
  refuseUnsupported(query);
  try {
    const compiled = new MingoQuery(query);
    return (document) => compiled.test(document);
  } catch (error) {
    throw requestFailed(`[FailedOperation] ${error instanceof Error ? error.message : String(error)}`);
  }
}
