import type { PictureKey, WishCategory } from '@contract';

/** The drawing on a wish's card, from its words; the first that fits, else the one of its category. */
const BY_WORDS: readonly (readonly [RegExp, PictureKey])[] = [
  [/灯|电路|插座|照明/, 'lamp'],
  [/轮椅|拐杖|助行|扶手/, 'wheelchair'],
  [/理发|剪发|头发|剃头/, 'hair'],
  [/米|食用油|面粉|粮/, 'rice'],
  [/饭|餐|饺子|包子|汤|粥|菜/, 'meal'],
  [/书|作业|功课|辅导|数学|英语|文具|课/, 'book'],
  [/缝|补衣|织|毛衣|裤脚|改衣/, 'sewing'],
  [/修|水管|龙头|门锁|螺丝|马桶|漏水|纱窗/, 'tool'],
  [/花|绿植|盆栽|浇水/, 'plant'],
  [/陪|聊天|下棋|象棋|说说话|喝茶/, 'tea'],
];

const BY_CATEGORY: Readonly<Record<WishCategory, PictureKey>> = { goods: 'goods', service: 'hand', companionship: 'tea', skill: 'hand', repair: 'tool', study: 'book' };

/** Pure: which drawing stands for a wish. */
export const pictureKeyOf = (category: WishCategory, title: string): PictureKey => BY_WORDS.find(([pattern]) => pattern.test(title))?.[1] ?? BY_CATEGORY[category];
