/** Faults put between a function and the cloud: the means to test "kill it between any two calls and run it again". */
import { invalidParameter } from '../kernel/cloud-error';
import type { Invocation } from './invocation';

const KINDS = ['error', 'timeout', 'cut', 'kill', 'latency', 'conflict'] as const;
const CALLBACK_MODES = ['late', 'double', 'lost', 'reorder', 'wrong', 'terse'] as const;
const CALLBACKS = ['media', 'pay'] as const;
const WRONG_PARTS = ['amount', 'order'] as const;

export interface CallFault {
  readonly route?: string;
  readonly function?: string;
  readonly action?: string;
  /** The n-th matching wire call of one invocation, from 1; every one when absent. */
  readonly nth?: number;
  /** How often the rule acts in all; once when absent. */
  readonly times?: number;
  readonly when?: 'before' | 'after';
  readonly kind: (typeof KINDS)[number];
  /** Milliseconds of `latency`. */
  readonly ms?: number;
}

export interface CallbackFault {
  readonly callback: (typeof CALLBACKS)[number];
  /** `terse` is a form of media results: without errcode, labels as text. */
  readonly mode: (typeof CALLBACK_MODES)[number];
  /** What is wrong in a forged payment (mode `wrong`): the amount when absent. */
  readonly wrong?: (typeof WRONG_PARTS)[number];
  readonly times?: number;
  readonly ms?: number;
}

interface Armed<T> {
  readonly rule: T;
  left: number;
}

const FIELDS = new Set(['route', 'function', 'action', 'nth', 'times', 'when', 'kind', 'ms', 'callback', 'mode', 'wrong']);

const isAbsent = (value: unknown): boolean => value === undefined;

/** A rule with a number or a name of the wrong kind would never act, and a test that relies on it would prove nothing. */
function assertFieldTypes(rule: Readonly<Record<string, unknown>>): void {
  for (const name of ['route', 'function', 'action']) {
    if (!isAbsent(rule[name]) && typeof rule[name] !== 'string') throw invalidParameter(`${name} of a fault rule is a text`);
  }
  for (const name of ['nth', 'times']) {
    const value = rule[name];
    if (!isAbsent(value) && !(Number.isInteger(value) && Number(value) >= 1)) throw invalidParameter(`${name} of a fault rule is a whole number from 1`);
  }
  if (!isAbsent(rule.ms) && !(typeof rule.ms === 'number' && rule.ms >= 0)) throw invalidParameter('ms of a fault rule is a number of milliseconds');
}

function checkRule(rule: unknown): CallFault | CallbackFault {
  if (typeof rule !== 'object' || rule === null) throw invalidParameter('a fault rule is an object');
  const unknownField = Object.keys(rule).find((key) => !FIELDS.has(key));
  if (unknownField !== undefined) throw invalidParameter(`unknown field of a fault rule: ${unknownField}`);
  const { callback, mode, kind, when, wrong } = rule as Record<string, unknown>;
  assertFieldTypes(rule as Record<string, unknown>);
  if (callback !== undefined) {
    if (!CALLBACKS.includes(callback as never)) throw invalidParameter(`callback must be one of ${CALLBACKS.join(', ')}`);
    if (!CALLBACK_MODES.includes(mode as never) || (mode === 'terse' && callback !== 'media')) throw invalidParameter(`mode must be one of ${CALLBACK_MODES.join(', ')}`);
    if (!isAbsent(wrong) && (!WRONG_PARTS.includes(wrong as never) || callback !== 'pay' || mode !== 'wrong')) throw invalidParameter(`wrong must be one of ${WRONG_PARTS.join(', ')}, with callback "pay" and mode "wrong"`);
    return rule as CallbackFault;
  }
  if (!KINDS.includes(kind as never)) throw invalidParameter(`kind must be one of ${KINDS.join(', ')}`);
  if (when !== undefined && when !== 'before' && when !== 'after') throw invalidParameter('when must be before or after');
  return rule as CallFault;
}

export class Faults {
  private calls: Armed<CallFault>[] = [];
  private callbacks: Armed<CallbackFault>[] = [];

  /** Replaces all rules; refuses a malformed one. */
  arm(rules: unknown): void {
    if (!Array.isArray(rules)) throw invalidParameter('rules must be a list');
    const checked = rules.map(checkRule);
    const armed = checked.map((rule) => ({ rule, left: rule.times ?? 1 }));
    this.calls = armed.filter((entry): entry is Armed<CallFault> => 'kind' in entry.rule);
    this.callbacks = armed.filter((entry): entry is Armed<CallbackFault> => 'callback' in entry.rule);
  }

  list(): { readonly rule: CallFault | CallbackFault; readonly left: number }[] {
    return [...this.calls, ...this.callbacks];
  }

  /** The fault for this wire call, if a rule's turn has come; every matching call is counted. */
  forCall(invocation: Invocation, action: string): CallFault | undefined {
    let chosen: Armed<CallFault> | undefined;
    for (const armed of this.calls) {
      const { rule } = armed;
      if (rule.route !== undefined && rule.route !== invocation.route) continue;
      if (rule.function !== undefined && rule.function !== invocation.functionName) continue;
      if (rule.action !== undefined && rule.action !== action) continue;
      // Calling another function is not counted unless a rule names it: what that function does is counted as its own.
      if (rule.action === undefined && action.startsWith('functions.')) continue;
      const count = (invocation.faultCounts.get(rule) ?? 0) + 1;
      invocation.faultCounts.set(rule, count);
      if (chosen === undefined && armed.left > 0 && (rule.nth === undefined || rule.nth === count)) chosen = armed;
    }
    if (chosen !== undefined) chosen.left -= 1;
    return chosen?.rule;
  }

  forCallback(callback: CallbackFault['callback']): CallbackFault | undefined {
    const armed = this.callbacks.find(({ rule, left }) => rule.callback === callback && left > 0);
    if (armed !== undefined) armed.left -= 1;
    return armed?.rule;
  }
}
