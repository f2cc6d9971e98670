import { LIMITS } from '@contract';

/** Words that begin what is wished for; the clause that holds one is what a neighbour should read first. */
const WISH_WORDS = ['想请', '想要', '想有', '希望', '想找', '想让', '盼', '需要', '求', '能不能', '有没有', '请', '缺', '想', '借', '帮'];
const SENTENCE_END = /[。！？!?；;\n]+/;
const CLAUSE_END = /[，,、：:]+/;

/** A clause shorter than this takes its neighbour along, so that a title is not just "修灯". */
const SHORT_CLAUSE = 6;

function cut(text: string): string {
  return text.length <= LIMITS.titleCharacters ? text : `${text.slice(0, LIMITS.titleCharacters - 1)}…`;
}

/**
 * One line for the wall out of a person's words: short words stay whole; long ones give the clause with the wish in it,
 * with the clause before it where both fit. At most `LIMITS.titleCharacters` characters; empty for empty words.
 */
export function guessTitle(words: string): string {
  const sentences = words.split(SENTENCE_END).map((part) => part.trim()).filter((part) => part !== '');
  const first = sentences[0];
  if (first === undefined) return '';
  for (const word of WISH_WORDS) {
    const sentence = sentences.find((candidate) => candidate.includes(word));
    if (sentence === undefined) continue;
    if (sentence.length <= LIMITS.titleCharacters) return sentence;
    const clauses = sentence.split(CLAUSE_END).filter((clause) => clause !== '');
    const index = clauses.findIndex((clause) => clause.includes(word));
    const clause = clauses[index] ?? sentence;
    const before = index > 0 ? clauses[index - 1] : undefined;
    if (before !== undefined && clause.length < SHORT_CLAUSE + LIMITS.titleCharacters / 2 && before.length + clause.length + 1 <= LIMITS.titleCharacters) return `${before}，${clause}`;
    return cut(clause);
  }
  return cut(first);
}
