/** Waits so long for an answer of WeChat and no longer; a late answer is dropped. */
export const withinMs = async <T>(limitMs: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** WeChat's error number, or null for anything else that was thrown (a timeout, a broken connection). */
export const errorCodeOf = (error: unknown): number | null => {
  const code = (error as { readonly errCode?: unknown } | null)?.errCode;
  return typeof code === 'number' ? code : null;
};
