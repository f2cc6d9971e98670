import { LIMITS } from '@contract';
import { guessCategory } from './guess-category';

/** 、 does not end a clause: it stands between the things of one list. */
const CLAUSE_END = /[。！？!?；;\n，,：:]+/;

/** Words that ask outright, or name what is broken. */
const ASKING = '想要|想请|想找|想有|想让|想借|想学|想买|盼|缺|需要|希望|求|借|请.{0,6}(?:帮|教|陪|修)|能不能|有没有|谁能|帮';
const ASKS = new RegExp(`${ASKING}|坏了|漏水|漏了|堵了|不亮|打不着|不出水|不转了|不制冷|关不上|打不开|跳闸`);
/** Alone these also stand in reasons (爸爸要去医院), so they count only where nothing asks outright. */
const MAY_ASK = /想|要|请/;
const NOT_ASKING = /不想|不要|不需要|不缺|想不|要不|要是|只要|主要|重要/g;

/** How it should come, not what: 想请邻居送一下 asks for nothing by itself. */
const HANDOVER = /(?:帮忙|帮)?送(?:一下|一趟|过来|上门|上楼|来)?/g;
const QUANTITY = /[一两二三四五六七八九十百几半\d]\s*(?:斤|袋|瓶|桶|个|床|辆|箱|件|双|本|套|位|台|盒|包|把|张|条|盏|只|副|节|盘)/;

/** Who it is for, right before the asking word; the wall shows the wish, not the family. */
const SUBJECT = new RegExp(
  '^(?:我们家|我们|我家|我|咱家|咱们|咱|家里|家中)?的?(?:老人家|老人|老伴|爸爸|妈妈|父亲|母亲|爸|妈|爷爷|奶奶|外公|外婆|姥姥|姥爷|孩子|儿子|女儿|孙子|孙女)?(?:现在|最近|也|就|很)?' +
    `(?=${ASKING}|想|要)`,
);

function cut(text: string): string {
  return text.length <= LIMITS.titleCharacters ? text : `${text.slice(0, LIMITS.titleCharacters - 1)}…`;
}

/** Whether a clause says what: a quantity, or a word that belongs to a category. */
function namesThing(clause: string): boolean {
  const what = clause.replace(HANDOVER, '');
  return QUANTITY.test(what) || guessCategory(what) !== null;
}

/**
 * One line for the wall out of a person's words: the first clause that asks for something it names, without the family
 * before it; then any that asks; else the first clause. At most `LIMITS.titleCharacters` characters; empty for empty words.
 */
export function guessTitle(words: string): string {
  const clauses = words.split(CLAUSE_END).map((part) => part.trim()).filter((part) => part !== '');
  const asks = (clause: string): boolean => ASKS.test(clause.replace(NOT_ASKING, ''));
  const mayAsk = (clause: string): boolean => MAY_ASK.test(clause.replace(NOT_ASKING, ''));
  const chosen =
    clauses.find((clause) => asks(clause) && namesThing(clause)) ?? clauses.find((clause) => mayAsk(clause) && namesThing(clause)) ?? clauses.find(asks) ?? clauses[0];
  return chosen === undefined ? '' : cut(chosen.replace(SUBJECT, ''));
}
