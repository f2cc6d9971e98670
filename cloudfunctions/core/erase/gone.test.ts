import { scrubsOf } from '../kernel/scrub';
import { GONE_WISH, mayQuote, namesThem, withoutGone } from './gone';

describe('what is told of somebody who is gone', () => {
  const gone = { names: scrubsOf(['刘洋'], '一位邻居'), titles: scrubsOf(['想修灯'], GONE_WISH) };

  it('loses their name and the title they wrote, and says whether anything changed', () => {
    expect(withoutGone({ title: '刘洋认领了', body: '“想修灯” 1 份' }, gone)).toEqual({ title: '一位邻居认领了', body: '“一个心愿” 1 份' });
    expect(withoutGone({ title: '修好了', body: '' }, gone)).toBeNull();
  });

  it('is told apart by the name only', () => {
    expect([namesThem('刘洋要晚几天', gone), namesThem('“想修灯”修好了', gone)]).toEqual([true, false]);
  });

  it('may be quoted in what is done about their own things, about one claim, or only where they are named', () => {
    const task = { claimId: 'c_1', reasonText: '送的人说：门没开' };
    expect([mayQuote(task, { ...gone, quoted: 'anywhere' }), mayQuote(task, { ...gone, quoted: { claimId: 'c_1' } }), mayQuote(task, { ...gone, quoted: { claimId: 'c_2' } }), mayQuote(task, { ...gone, quoted: 'whereNamed' })]).toEqual([true, true, false, false]);
    expect(mayQuote({ ...task, reasonText: '刘洋说：门没开' }, { ...gone, quoted: 'whereNamed' })).toBe(true);
  });
});
