import { AliveEstimate } from './alive-estimate';

const put = (id: string, document: object | null = {}): { readonly put: readonly (readonly [string, string, Record<string, unknown> | null])[] } => ({ put: [['notes', id, document as Record<string, unknown> | null]] });

describe('what is alive in a journal', () => {
  test('one large document written a hundred times is alive once, among small ones', () => {
    const alive = new AliveEstimate();
    for (let i = 0; i < 1000; i += 1) alive.note(put(`small${i}`), 100);
    for (let i = 0; i < 100; i += 1) alive.note(put('large'), 60_000);
    expect(alive.aliveBytes(1001)).toBe(1000 * 100 + 60_000);
  });

  test('a large document that was removed, or became small, is history', () => {
    const alive = new AliveEstimate();
    for (const id of ['a', 'b', 'c']) alive.note(put(id), 10_000);
    alive.note(put('a', null), 50);
    alive.note(put('b'), 50);
    expect(alive.aliveBytes(2)).toBe(10_000 + 50);
  });

  test('small documents count at their average', () => {
    const alive = new AliveEstimate();
    for (let i = 0; i < 10; i += 1) alive.note(put('hot'), 300);
    expect(alive.aliveBytes(1)).toBe(300);
    expect(new AliveEstimate().aliveBytes(0)).toBe(0);
  });
});
