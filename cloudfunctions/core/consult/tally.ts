import type { ConsultTally } from './consult';
import { isStanding, type ConsultVoice, type ConsultWord } from './voice';

export type CountedVoice = Pick<ConsultVoice, '_id' | 'picks' | 'backs'>;
export type CountedWord = Pick<ConsultWord, '_id' | 'voiceId' | 'kind' | 'point' | 'state' | 'isUnanswered' | 'backs'>;

const raised = (counts: Map<string, number>, keys: readonly string[]): void => {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Pure: everybody and everything once, from what each person chose and said. `backs`: how many back a word, by its id. */
export const tallyOf = (voices: readonly CountedVoice[], words: readonly CountedWord[]): { readonly tally: ConsultTally; readonly backs: ReadonlyMap<string, number> } => {
  const [picks, objections, backs] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const people = new Set<string>();
  for (const voice of voices) {
    if (voice.picks.length + voice.backs.length > 0) people.add(voice._id);
    raised(picks, [...new Set(voice.picks)].map(String));
    raised(backs, [...new Set(voice.backs)]);
  }
  const standing = words.filter(isStanding);
  for (const { voiceId } of standing) people.add(voiceId);
  const objected = standing.filter(({ kind }) => kind === 'object');
  raised(objections, objected.map(({ point }) => String(point)));
  return {
    tally: {
      people: people.size, picks: Object.fromEntries(picks), objections: Object.fromEntries(objections),
      adds: standing.length - objected.length, objected: objected.length,
      waiting: standing.filter(({ state, isUnanswered }) => state === 'waiting' && isUnanswered).length, unanswered: standing.filter(({ isUnanswered }) => isUnanswered).length,
    },
    backs,
  };
};

/** Pure: words whose number of backers is another one now. */
export const backsChanged = (words: readonly CountedWord[], backs: ReadonlyMap<string, number>): readonly (readonly [wordId: string, backs: number])[] =>
  words.filter((word) => isStanding(word) && word.backs !== (backs.get(word._id) ?? 0)).map(({ _id }) => [_id, backs.get(_id) ?? 0]);
