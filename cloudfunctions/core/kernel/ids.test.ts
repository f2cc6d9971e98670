import { deriveId, hashInput, memberCodeOf, memberIdOf, randomId } from './ids';

describe('ids', () => {
  it('derives the same id from the same cause, another from any other', () => {
    expect(deriveId('t', 'a', 'b')).toBe(deriveId('t', 'a', 'b'));
    const others = [deriveId('t', 'b', 'a'), deriveId('t', 'ab'), deriveId('t', 'a', 'b', ''), deriveId('t', '["a"', 'b')];
    expect(new Set([...others, deriveId('t', 'a', 'b')]).size).toBe(5);
  });

  it('are safe in paths of documents and of the wire', () => {
    for (let index = 0; index < 500; index += 1) {
      expect(deriveId('t', String(index))).toMatch(/^t_[A-Za-z0-9]{20}$/);
      expect(memberIdOf(`oUser_${index}`, 'secret')).toMatch(/^m_[A-Za-z0-9]{20}$/);
    }
  });

  it('tell nothing of the openid without the key', () => {
    expect(memberIdOf('oUser_1', 'secret')).toBe(memberIdOf('oUser_1', 'secret'));
    expect(memberIdOf('oUser_1', 'secret')).not.toBe(memberIdOf('oUser_1', 'other'));
    expect(memberIdOf('oUser_1', 'secret')).not.toContain('oUser');
  });

  it('fingerprint an input by what it says, not by the order of its keys', () => {
    expect(hashInput({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashInput({ b: { d: null, c: [1, 2] }, a: 1 }));
    expect(hashInput({ a: [1, 2] })).not.toBe(hashInput({ a: [2, 1] }));
    expect(hashInput({ a: 1 })).not.toBe(hashInput({ a: '1' }));
  });

  it('give codes that nobody misreads', () => {
    const codes = Array.from({ length: 500 }, (_, index) => memberCodeOf(`m_${index}`));
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(new Set(codes).size).toBe(500);
  });

  it('give random ids that differ', () => {
    expect(randomId()).toMatch(/^[0-9a-f]{24}$/);
    expect(randomId()).not.toBe(randomId());
  });
});
