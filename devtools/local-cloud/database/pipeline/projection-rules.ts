/** What a specification of fields may look like: the checks that $project and $addFields share. */
import { CloudError } from '../../kernel/cloud-error';
import { isPlainObject } from '../../kernel/values';
import { assertFieldPath } from '../expressions/field-paths';
import { failure } from '../expressions/failure';
import { showValue as showSpecification } from '../query/bad-value';

const PREFIX = '[FailedOperation] ';

/** Says in which stage a specification was wrong, as MongoDB does. */
export function inStage<T>(name: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof CloudError) || !error.message.startsWith(PREFIX)) throw error;
    throw failure(`Invalid ${name} :: caused by :: ${error.message.slice(PREFIX.length)}`);
  }
}

/** An object that is an operator with its operand, `{$add: […]}`. */
export const isOperatorObject = (value: unknown): value is Record<string, unknown> => isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'));

class PathRules {
  private readonly seen: string[] = [];

  constructor(private readonly specification: Record<string, unknown>) {}

  /** Refuses a path that was given before, or lies under or over one that was. */
  private add(path: string): void {
    const conflict = this.seen.find((known) => known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`));
    if (conflict !== undefined) {
      throw failure(
        `specification contains two conflicting paths. Cannot specify both '${path}' and '${conflict}': ${showSpecification(this.specification)}`,
      );
    }
    this.seen.push(path);
  }

  check(path: string, value: unknown): void {
    assertFieldPath(path);
    if (!isPlainObject(value)) return this.add(path);
    const fields = Object.entries(value);
    if (fields.length === 0) throw failure(`an empty object is not a valid value. Found empty object at path ${path}`);
    if (isOperatorObject(value)) {
      if (fields.length > 1) {
        throw failure(
          'an expression specification must contain exactly one field, the name of the expression. ' +
            `Found ${fields.length} fields in ${showSpecification(value)}, while parsing object ${showSpecification(this.specification)}`,
        );
      }
      return this.add(path);
    }
    for (const [field, part] of fields) {
      if (field.includes('.')) throw failure(`cannot use dotted field name '${field}' in a sub object: ${showSpecification(this.specification)}`);
      this.check(`${path}.${field}`, part);
    }
  }
}

export function assertSpecification(specification: Record<string, unknown>): void {
  const entries = Object.entries(specification);
  if (entries.length === 0) throw failure('specification must have at least one field');
  const rules = new PathRules(specification);
  for (const [path, value] of entries) rules.check(path, value);
}

/** Every value of the specification with its full path; operators stay whole. */
export function* leavesOf(specification: Record<string, unknown>, parents: readonly string[] = []): Generator<{ segments: string[]; value: unknown }> {
  for (const [path, value] of Object.entries(specification)) {
    const segments = [...parents, ...path.split('.')];
    if (isPlainObject(value) && !isOperatorObject(value)) yield* leavesOf(value, segments);
    else yield { segments, value };
  }
}
