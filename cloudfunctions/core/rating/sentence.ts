/** What a sentence of a rating says, seen only as text: never whether it praises or complains. */

/** Letters and characters only, in one form: signs, blanks, width and case say nothing. */
export const meaningfulCharacters = (words: string): readonly string[] => [...words.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));

/**
 * Phrases that fit every help, good or bad alike; the longer ones first. Whoever says only these said something, but gave
 * no reason. Praise and complaint stand side by side, so that neither is asked for more than the other.
 */
const PHRASES = [
  '非常不满意', '非常满意', '服务态度', '没什么说的', '不太满意', '不满意', '很满意', '挺满意', '非常好', '非常差', '特别好', '特别差', '太好了', '太差了', '挺好的', '不怎么样', '态度好', '态度差', '服务好', '服务差', '服务很好', '服务很差',
  '都很好', '都不好', '还可以', '很不错', '挺不错', '谢谢了', '谢谢您', '谢谢你', '感谢', '谢谢', '辛苦了', '满意', '不错', '可以', '很好', '很差', '挺好', '真好', '真差', '不好', '不行', '好评', '差评', '点赞', '一般般', '一般', '服务', '态度', '好的', '好',
].sort((a, b) => b.length - a.length);

/** What is left of a sentence when the phrases are taken out: what was said of this help and no other. */
export const ownCharacters = (words: string): readonly string[] => [...PHRASES.reduce((rest, phrase) => rest.split(phrase).join(''), meaningfulCharacters(words).join(''))];

export interface SentenceRules {
  readonly reasonCharacters: number;
  readonly reasonDistinctCharacters: number;
  readonly reasonCharactersBeyondPhrases: number;
  readonly fewCharacters: number;
}

/** Pure: how much a sentence says. `phrases`: words that fit everything; `few`: a word or two of one's own. */
export const sayingOf = (words: string, rules: SentenceRules): 'nothing' | 'phrases' | 'few' | 'specific' => {
  const characters = meaningfulCharacters(words);
  const distinct = new Set(characters).size;
  const isRepeated = distinct < rules.reasonDistinctCharacters && characters.length >= rules.reasonCharacters;
  if (characters.length < rules.fewCharacters || isRepeated) return 'nothing';
  const own = ownCharacters(words);
  if (own.length === 0) return 'phrases';
  return characters.length >= rules.reasonCharacters && own.length >= rules.reasonCharactersBeyondPhrases ? 'specific' : 'few';
};
