/**
 * Goods that may not go out as a wish (RULES.md section 1: medicine, infant formula, loose cooked food, used electrical
 * goods without check). Words, not judgement: a miss is caught by the reviewer, a hit leads to the community's phone.
 */
interface ForbiddenGoods {
  readonly kind: 'medicine' | 'infantFormula' | 'looseFood' | 'usedElectrical';
  readonly pattern: RegExp;
  /** A story tells how somebody lives ("吃药不方便"); there only unmistakable words count. */
  readonly alsoInStory: boolean;
}

/** Harmless words that contain a forbidden one. */
const HARMLESS = /药箱|药盒|分药器|芍药|火药|(?:中老年|成人|高钙|全脂|脱脂)奶粉/g;

const FORBIDDEN_GOODS: readonly ForbiddenGoods[] = [
  { kind: 'medicine', pattern: /药|胰岛素|阿司匹林|抗生素|退烧贴/, alsoInStory: false },
  { kind: 'infantFormula', pattern: /(?:婴儿|婴幼儿|宝宝|新生儿).{0,4}奶粉|配方奶|(?:一|二|三|[123])段奶粉/, alsoInStory: true },
  { kind: 'infantFormula', pattern: /奶粉/, alsoInStory: false },
  { kind: 'looseFood', pattern: /散装.{0,3}(?:熟食|卤|凉菜)|熟食|卤味|卤肉|自制.{0,2}(?:食品|凉菜|熟食)/, alsoInStory: false },
  { kind: 'usedElectrical', pattern: /(?:二手|旧|用过)的?.{0,2}(?:电器|冰箱|洗衣机|微波炉|电饭煲|电饭锅|电磁炉|电热毯|取暖器|空调|热水器|电视)/, alsoInStory: false },
];

/** Pure: which kind of forbidden goods the words speak of; null when none. Only wishes for goods are asked. */
export const forbiddenGoodsIn = (texts: { readonly title: string; readonly shareNote: string; readonly story: string }): ForbiddenGoods['kind'] | null => {
  const wanted = `${texts.title}\n${texts.shareNote}`.replace(HARMLESS, '');
  const told = texts.story.replace(HARMLESS, '');
  return FORBIDDEN_GOODS.find((goods) => goods.pattern.test(wanted) || (goods.alsoInStory && goods.pattern.test(told)))?.kind ?? null;
};
