type Container = Record<string | number, unknown>

/** Splits a setData key, `a.b[0].c` or Taro's `root.cn.[0].v`, into its steps. */
export function parseDataPath(key: string): (string | number)[] {
  return [...key.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? (name ?? '') : Number(index)));
}

/** Writes every key of a setData patch into `data`, making objects and arrays on the way as WeChat does. */
export function applyPatch(data: Container, patch: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(patch)) {
    const steps = parseDataPath(key);
    let current = data;
    steps.forEach((step, position) => {
      const next = steps[position + 1];
      if (next === undefined) {
        current[step] = value;
        return;
      }
      const existing = current[step];
      const child = typeof existing === 'object' && existing !== null ? existing : typeof next === 'number' ? [] : {};
      current[step] = child;
      current = child as Container;
    });
  }
}
