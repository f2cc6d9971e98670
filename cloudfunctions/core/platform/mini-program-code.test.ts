import { isScene, miniProgramCode } from './mini-program-code';

describe('the scene of a mini-program code', () => {
  test('is at most 32 visible characters', async () => {
    expect([isScene('ABCD2345'), isScene('x'.repeat(32)), isScene('x'.repeat(33)), isScene(''), isScene('a b'), isScene('50%'), isScene('群')]).toEqual([true, true, false, false, false, false, false]);
    await expect(miniProgramCode('pages/home/index', 'x'.repeat(33))).rejects.toThrow('no such scene');
  });
});
