import { queryTokensOf, searchTokensOf } from './search-tokens';

const finds = (text: string, search: string): boolean => {
  const tokens = searchTokensOf('d-s', [text]);
  const wanted = queryTokensOf('d-s', search);
  return wanted.length > 0 && wanted.every((token) => tokens.includes(token));
};

describe('search by tokens', () => {
  test.each([['六位老人，各盼一袋米一桶油', '老人'], ['六位老人，各盼一袋米一桶油', '米'], ['想学 WeChat 视频', 'wechat'], ['想要 3 本字帖', '3'], ['一袋米，一桶油', '一袋米 一桶油']])('%s is found by %s', (text, search) => {
    expect(finds(text, search)).toBe(true);
  });

  test('words that are not neighbours in the text do not find it', () => expect(finds('老王找人修灯', '老人')).toBe(false));
  test('blanks and marks ask for nothing', () => expect(queryTokensOf('d-s', ' ，。!')).toEqual([]));
  test('a token belongs to its street', () => expect(searchTokensOf('d-s2', ['米'])).toEqual(['d-s2:米']));
  test('a wish has a bounded number of tokens', () => expect(searchTokensOf('d-s', [[...Array(500).keys()].map((code) => String.fromCharCode(0x4e00 + code)).join('')])).toHaveLength(120));
});
