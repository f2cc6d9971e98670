import fc from 'fast-check';
import { CODE_ALPHABET } from '../kernel/ids';
import { codeTextOf, drawNumber, numberInGroups, readNumber } from './certificate-number';

describe('the number of a certificate', () => {
  test('is drawn anew each time, over 100 bits, without letters one mistakes for another', () => {
    const numbers = Array.from({ length: 2_000 }, drawNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^[2-9A-HJKMNP-Z]{24}$/.test(number))).toBe(true);
    expect(23 * Math.log2(CODE_ALPHABET.length)).toBeGreaterThan(100);
    // Each letter about as often as any other: chance, not a pattern.
    const counts = new Map<string, number>();
    for (const letter of numbers.map((number) => number.slice(0, 23)).join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(CODE_ALPHABET.length);
    const expected = (2_000 * 23) / CODE_ALPHABET.length;
    expect([...counts.values()].every((count) => Math.abs(count - expected) < 0.2 * expected)).toBe(true);
  });

  test('is read however it is typed, and from the code', () => {
    const number = drawNumber();
    for (const text of [number, number.toLowerCase(), numberInGroups(number), ` ${numberInGroups(number).replaceAll('-', ' ')} `, `编号：${number}`, codeTextOf(number)]) expect(readNumber(text)).toBe(number);
  });

  test('every single slip and every two neighbours swapped are noticed', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(CODE_ALPHABET.length - 1), (place, letter) => {
        const number = drawNumber();
        const slipped = `${number.slice(0, place)}${CODE_ALPHABET[letter] ?? ''}${number.slice(place + 1)}`;
        expect(readNumber(slipped)).toBe(slipped === number ? number : null);
        const swapped = place === 23 ? number : `${number.slice(0, place)}${number[place + 1] ?? ''}${number[place] ?? ''}${number.slice(place + 2)}`;
        if (place < 22) expect(readNumber(swapped)).toBe(swapped === number ? number : null);
      }),
    );
  });

  test('anything else is no number', () => {
    for (const text of ['', '0', 'O'.repeat(24), '2'.repeat(23), '2'.repeat(25), '证明'.repeat(12), '<script>', 'linyuan-certificate:', ':::']) expect(readNumber(text)).toBeNull();
  });
});
