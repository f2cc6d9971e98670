/** Works that would only get in each other's way, one after another; each starts when the one before it ended, however. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Turns within this process, by key. They save conflicts and are no lock: what must hold across processes is held by the
 * database.
 */
export const createTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key) ?? Promise.resolve();
    const run = before.then(work, work);
    const settled = run.catch(() => undefined).then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    last.set(key, settled);
    return run;
  };
};
