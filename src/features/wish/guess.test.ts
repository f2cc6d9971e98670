import { LIMITS, WISH_CATEGORIES } from '@contract';
import { guessCategory, usualHandover } from './guess-category';
import { guessTitle } from './guess-title';

describe('the category is guessed from the words', () => {
  test.each([
    ['妈妈卧床三个月了，出不了门，想请一位师傅上门给她理个发，周末都行。', 'service'],
    ['厨房灯闪了半个月，我够不着，想请人来换灯泡', 'repair'],
    ['6 位老人，各盼一袋米一桶油', 'goods'],
    ['周末下午，想有人陪我下盘象棋', 'companionship'],
    ['四年级数学，盼一位大哥哥每周讲讲', 'study'],
    ['孩子开学缺一个书包', 'study'],
    ['想学会用手机挂号，谁教我一下', 'skill'],
    ['借一辆轮椅，带爸爸下楼晒太阳', 'goods'],
    ['水管漏水了', 'repair'],
    ['煤气灶打火打不着，做饭都不行', 'repair'],
    ['一个人住，想找人聊天', 'companionship'],
  ])('%s', (words, category) => expect(guessCategory(words)).toBe(category));

  test('words that say nothing are not guessed', () => {
    expect(guessCategory('')).toBeNull();
    expect(guessCategory('你好')).toBeNull();
  });

  test('every category has a usual way of handing over', () => {
    for (const category of WISH_CATEGORIES) expect(['station', 'home', 'online']).toContain(usualHandover(category));
  });
});

describe('the title is guessed from the words', () => {
  test.each([
    ['家里老人想要五斤大米和两瓶菜油，腿脚不好，下不了楼，想请邻居送一下。', '想要五斤大米和两瓶菜油'],
    ['我腿脚不好，想借一辆轮椅，带爸爸下楼晒太阳', '想借一辆轮椅'],
    ['奶奶缺一床厚棉被、一双棉鞋，家里没暖气', '缺一床厚棉被、一双棉鞋'],
    ['厨房水龙头坏了，滴了一个礼拜，想请师傅来看看', '厨房水龙头坏了'],
    ['煤气灶打火打不着，做饭都不行', '煤气灶打火打不着'],
    ['厨房灯闪了半个月，我够不着，想请人来换灯泡', '想请人来换灯泡'],
    ['儿女都在外地，一个人住，我想找人聊聊天、下盘象棋', '想找人聊聊天、下盘象棋'],
    ['妈妈卧床三个月了，出不了门，家里也没有人手，想请一位师傅上门给她理个发，周末都行。', '想请一位师傅上门给她理个发'],
    ['爸爸要去医院复查，我上班走不开，需要一位邻居陪诊', '需要一位邻居陪诊'],
    ['孩子四年级数学跟不上，我们不会教，希望有人每周辅导一次功课', '希望有人每周辅导一次功课'],
    ['妈妈不想出门，需要人陪她说说话', '需要人陪她说说话'],
  ])('%s', (words, title) => expect(guessTitle(words)).toBe(title));
  test('words that ask for nothing give their first clause', () => expect(guessTitle('厨房灯闪了半个月，我够不着。')).toBe('厨房灯闪了半个月'));
  test('the sentence with the wish wins over the one before it', () => expect(guessTitle('天冷了。想要一床厚棉被')).toBe('想要一床厚棉被'));
  test('never longer than a title may be', () => {
    expect(guessTitle('想'.repeat(200))).toHaveLength(LIMITS.titleCharacters);
    expect(guessTitle('啊'.repeat(200))).toHaveLength(LIMITS.titleCharacters);
  });
  test('nothing from nothing', () => expect(guessTitle(' 。\n ')).toBe(''));
});
