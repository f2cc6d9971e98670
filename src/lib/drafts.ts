import { useCallback } from 'react';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { readStored, removeStored, writeStored } from './phone-storage';

interface StoredDraft {
  readonly value: unknown;
  readonly savedAtMs: number;
}

interface Drafts {
  readonly byKey: Readonly<Record<string, StoredDraft>>;
  readonly put: (key: string, value: unknown) => void;
  readonly drop: (key: string) => void;
}

/** Unsent forms, kept on this phone through leaving, killing and failing. */
const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      byKey: {},
      put: (key, value) => set((state) => ({ byKey: { ...state.byKey, [key]: { value, savedAtMs: Date.now() } } })),
      drop: (key) => set((state) => ({ byKey: Object.fromEntries(Object.entries(state.byKey).filter(([kept]) => kept !== key)) })),
    }),
    {
      name: 'linyuan.drafts',
      version: 1,
      partialize: (state) => ({ byKey: state.byKey }),
      storage: createJSONStorage(() => ({
        getItem: (name) => {
          const stored = readStored(name);
          return typeof stored === 'string' && stored !== '' ? stored : null;
        },
        setItem: (name, text) => writeStored(name, text),
        removeItem: (name) => removeStored(name),
      })),
    },
  ),
);

/** Puts a form on the phone under another name, e.g. once what it proposed has an id. */
export const keepDraft = (key: string, value: object): void => useDrafts.getState().put(key, value);

export interface Draft<T> {
  readonly value: T;
  /** Null while nothing has been written; ms of this phone's clock. */
  readonly savedAtMs: number | null;
  /** Takes what changes, or works it out from the latest value, for answers that arrive later. */
  readonly change: (patch: Partial<T> | ((latest: T) => Partial<T>)) => void;
  readonly clear: () => void;
}

/**
 * The unsent form called `key`. Fields missing in an older draft take their value from `empty`, which must be the same
 * object on every render.
 */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const stored = useDrafts((state) => state.byKey[key]);
  const put = useDrafts((state) => state.put);
  const drop = useDrafts((state) => state.drop);
  const change = useCallback((patch: Partial<T> | ((latest: T) => Partial<T>)) => {
    // Read at once, not from the last render: two changes in one event must both be kept.
    const latest: T = { ...empty, ...(useDrafts.getState().byKey[key]?.value as Partial<T> | undefined) };
    put(key, { ...latest, ...(typeof patch === 'function' ? patch(latest) : patch) });
  }, [key, empty, put]);
  const clear = useCallback(() => drop(key), [key, drop]);
  return { value: { ...empty, ...(stored?.value as Partial<T> | undefined) }, savedAtMs: stored?.savedAtMs ?? null, change, clear };
}
