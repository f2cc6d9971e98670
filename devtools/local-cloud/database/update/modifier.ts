/** What every update operator is made into: read once from the update, applied to the value at its path in each document. */
import { writeRefused } from '../../kernel/cloud-error';
import type { Document } from '../../kernel/values';
import { showElement } from './show-element';

/** The value stays as it is: the operator changed nothing (MongoDB counts such a document as not modified). */
export const UNCHANGED = Symbol('unchanged');

/** The field goes away. */
export const REMOVED = Symbol('removed');

export interface Place {
  /** The document as it stands; refusals show its `_id`. */
  readonly document: Document;
  /** The whole path, positional parts resolved. */
  readonly path: string;
  /** Its last part. */
  readonly name: string;
  readonly nowMs: number;
}

export interface Modifier {
  /** The value in place of an existing one, or UNCHANGED, or REMOVED. */
  readonly change: (current: unknown, place: Place) => unknown;
  /** The value of a field that does not exist; without it the operator does nothing there. */
  readonly create?: (place: Place) => unknown;
  /** Ignores a path that could not exist (through a text, say); others that create nothing refuse it. */
  readonly ignoresDeadEnds?: boolean;
}

/** Makes the modifier of one field; refuses a wrong operand before any document is read. */
export type ModifierMaker = (path: string, operand: unknown) => Modifier;

/** `_id: "a"`, as refusals name the document. */
export const showId = (document: Document): string => ('_id' in document ? showElement('_id', document._id) : 'no id');

/** MongoDB's reading of an operand that must be a whole number (`$pop`). */
export function wholeNumberOf(path: string, operand: unknown): number {
  const shown = showElement(path, operand);
  if (typeof operand !== 'number') throw writeRefused(`Expected a number in: ${shown}`);
  if (Number.isNaN(operand)) throw writeRefused(`Expected an integer, but found NaN in: ${shown}`);
  if (Math.abs(operand) >= 2 ** 63) throw writeRefused(`Cannot represent as a 64-bit integer: ${shown}`);
  if (!Number.isInteger(operand)) throw writeRefused(`Expected an integer: ${shown}`);
  return operand;
}
