import * as v from 'valibot';

/** Wrong fields of a form by dotted path, e.g. `onBehalf.relation`, each with the schema's sentence. */
export type FormErrors = Readonly<Record<string, string>>;

export type FormCheck<T> = { readonly isOk: true; readonly value: T } | { readonly isOk: false; readonly errors: FormErrors };

/** Checks a form with the schema that the server uses, so that both refuse alike. The first sentence of a field counts. */
export function checkForm<S extends v.GenericSchema>(schema: S, form: unknown): FormCheck<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, form);
  if (parsed.success) return { isOk: true, value: parsed.output };
  const errors: Record<string, string> = {};
  for (const issue of parsed.issues) {
    const path = v.getDotPath(issue) ?? '';
    errors[path] ??= issue.message;
  }
  return { isOk: false, errors };
}

/** What the schema says of a value that is not even of the right kind. */
const UNNAMED = /^这一项填得不对/;

/** Words of the schema for a number or a day that is none, in words of the form. */
function sayWhat(path: string, sentence: string): string {
  if (!UNNAMED.test(sentence)) return sentence;
  if (path.endsWith('Fen')) return '写数字，最多两位小数';
  if (/(?:[aA]t|By)Ms$/.test(path)) return '请选一天';
  return path.endsWith('useKey') ? '请选一类' : '写一个数';
}

export const inFormWords = (errors: FormErrors): FormErrors => Object.fromEntries(Object.entries(errors).map(([path, sentence]) => [path, sayWhat(path, sentence)]));

/** The server names its fields from where the form stands in the input; the form knows them without. */
export const withoutPrefix = (errors: FormErrors, prefix: string): FormErrors => Object.fromEntries(Object.entries(errors).map(([path, sentence]) => [path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : path, sentence]));
