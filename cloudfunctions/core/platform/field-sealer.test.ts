import { randomBytes } from 'node:crypto';
import { createFieldSealer } from './field-sealer';

const keyText = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

describe('field sealer', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const sealer = createFieldSealer(keyText('k1'));
    const sealed = sealer.seal('三楼的王奶奶');
    expect(sealer.open(sealed)).toBe('三楼的王奶奶');
    expect(sealer.seal('三楼的王奶奶')).not.toBe(sealed);
    expect(sealed).toMatch(/^k1\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/);
    expect(sealer.open(sealer.seal(''))).toBe('');
  });

  it('refuses a text with one bit changed, in each of its parts', () => {
    const sealer = createFieldSealer(keyText('k1'));
    const parts = sealer.seal('王奶奶').split('.');
    for (const index of [1, 2, 3]) {
      const bytes = Buffer.from(parts[index] ?? '', 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const changed = parts.map((part, at) => (at === index ? bytes.toString('base64url') : part)).join('.');
      expect(() => sealer.open(changed)).toThrow();
    }
  });

  it('refuses a short authentication tag', () => {
    const sealer = createFieldSealer(keyText('k1'));
    const [id, iv, tag, data] = sealer.seal('王奶奶').split('.');
    const short = Buffer.from(tag ?? '', 'base64url').subarray(0, 8).toString('base64url');
    expect(() => sealer.open([id, iv, short, data].join('.'))).toThrow();
  });

  it('opens old texts after a new key came first, and nothing of a stranger', () => {
    const old = keyText('k1');
    const sealed = createFieldSealer(old).seal('李爷爷');
    const rotated = createFieldSealer(`${keyText('k2')},${old}`);
    expect(rotated.open(sealed)).toBe('李爷爷');
    expect(rotated.seal('李爷爷')).toMatch(/^k2\./);
    expect(() => createFieldSealer(keyText('k2')).open(sealed)).toThrow(/unknown key/);
    expect(() => createFieldSealer(keyText('k1')).open(sealed)).toThrow();
  });

  it('refuses keys of another form', () => {
    expect(() => createFieldSealer('nonsense')).toThrow(/LINYUAN_FIELD_KEY/);
    expect(() => createFieldSealer(`k1:${randomBytes(16).toString('base64')}`)).toThrow(/LINYUAN_FIELD_KEY/);
  });
});
