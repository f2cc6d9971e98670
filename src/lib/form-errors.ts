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
