/** One JSON line an entry; the request id leads from a person's screen to the line. No names, texts, openids. */
export const log = (entry: Readonly<Record<string, string | number | boolean | object | null>>): void => {
  console.log(JSON.stringify(entry));
};

/** A defect: what was thrown, with its stack, for us and never for the person. */
export const logDefect = (requestId: string, where: string, error: unknown): void => {
  const detail = error instanceof Error ? { name: error.name, message: error.message, stack: error.stack ?? '' } : { message: JSON.stringify(error) };
  console.error(JSON.stringify({ level: 'defect', requestId, where, ...detail }));
};
