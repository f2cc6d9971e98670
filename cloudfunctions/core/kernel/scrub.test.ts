import { scrub, scrubsOf } from './scrub';

describe('words that must go', () => {
  const scrubs = scrubsOf(['老孙', '要搬走的老孙', '孙', ' 老孙 '], '一位邻居');

  it('go everywhere, the longer first, and leave what only looks alike', () => {
    expect(scrub('要搬走的老孙认领了“换灯”，老孙周六来', scrubs)).toBe('一位邻居认领了“换灯”，一位邻居周六来');
    expect(scrub('孙子也来', scrubs)).toBe('孙子也来');
  });

  it('are gone after once; a second time changes nothing, whatever the name was', () => {
    const odd = scrubsOf(['邻居', '一位邻居', '一位'], '一位邻居');
    const once = scrub('邻居和一位邻居', odd);
    expect(scrub(once, odd)).toBe(once);
    expect(scrub('', scrubs)).toBe('');
  });
});
