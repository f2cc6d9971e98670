import { forbiddenGoodsIn } from './negative-list';

const kindOf = (title: string, story = '', shareNote = ''): string | null => forbiddenGoodsIn({ title, story, shareNote });

describe('goods that may not go out as a wish', () => {
  test.each([
    ['想要两盒降压药', 'medicine'],
    ['盼一支胰岛素笔', 'medicine'],
    ['想要两罐婴儿奶粉', 'infantFormula'],
    ['给宝宝要一段奶粉', 'infantFormula'],
    ['想吃散装熟食', 'looseFood'],
    ['谁家有旧冰箱', 'usedElectrical'],
    ['想要一台二手的洗衣机', 'usedElectrical'],
  ])('%s', (title, kind) => expect(kindOf(title)).toBe(kind));

  test.each(['想要一个小药箱', '给爷爷要一罐中老年奶粉', '一袋米一桶油', '想要一台新的电饭煲', '一副老花镜'])('%s may go out', (title) => expect(kindOf(title)).toBeNull());

  test('a story about an illness is no wish for medicine; a story that asks for formula is one', () => {
    expect(kindOf('想要一个保温杯', '每天要吃药，水凉得快')).toBeNull();
    expect(kindOf('想要一些吃的', '孩子三个月，缺婴儿奶粉')).toBe('infantFormula');
  });

  test('the share note counts as much as the title', () => expect(kindOf('过冬的一份心意', '', '一盒感冒药')).toBe('medicine'));
});
