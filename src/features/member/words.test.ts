import { countWords } from './count-words';
import { prettyJson } from './pretty-json';
import { KEPT_THINGS } from './privacy-guide';
import { spokenCode } from './spoken-code';

describe('words of the me pages', () => {
  it('never claims to know the end of a list it has not read', () => {
    expect(countWords(3, true, '件', '还没发过')).toBe('3 件');
    expect(countWords(20, false, '件', '还没发过')).toBe('20 件以上');
    expect(countWords(0, true, '件', '还没发过')).toBe('还没发过');
  });

  it('groups the code as one reads it out', () => {
    expect(spokenCode('K7M2P4QX')).toBe('K7M2 P4QX');
  });

  it('joins the parts of an export into one readable text', () => {
    expect(prettyJson(['{"a":1}', '{"b":[]}'])).toBe('{\n  "a": 1,\n  "b": []\n}');
  });

  it('says why, how long and who sees it for everything that is kept', () => {
    for (const thing of KEPT_THINGS) expect(Math.min(thing.why.length, thing.howLong.length, thing.whoSees.length)).toBeGreaterThan(3);
  });
});
