import { keywordsOf } from './keywords';

describe('keywords of a benefit', () => {
  it('are parted as people part them, each once', () => expect(keywordsOf(' 轮椅、助听器，轮椅 拐杖 ')).toEqual(['轮椅', '助听器', '拐杖']));
  it('may be none', () => expect(keywordsOf(' 、 ')).toEqual([]));
});
