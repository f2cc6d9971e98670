import { CONSULT_OUTCOME_LABEL } from '@contract';
import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { groupsOfCommunity } from '../group/group.repository';
import { deriveId } from '../kernel/ids';
import { wishesOf } from '../need-project/bundled-wishes.repository';
import { decideConsulted } from '../need-project/consult-project';
import { NEED_PROJECT_KIND } from '../need-project/need-project-kind';
import { needProjectRepository } from '../need-project/need-project.repository';
import { insertNotice } from '../notice/notice.repository';
import { store } from '../platform/store';
import { earnPoints } from '../points/earn.use-case';
import { RULES } from '../rules';
import { noteReach } from '../share/count-shares.use-case';
import { REACHED } from '../share/share-code';
import { pictureKeyOf } from '../wish/picture-key';
import { decideCancelled, decideCounted, decideOwned } from './change-consult';
import { isLiveConsult, type Consult } from './consult';
import { CONSULT_KIND } from './consult-kind';
import { consultRepository, everyOf } from './consult.repository';
import { backsChanged, tallyOf, type CountedVoice, type CountedWord } from './tally';
import type { ConsultVoice, ConsultWord } from './voice';

/** Side by side, some at a time; each is done under an id or a guard of its own, so that doing it again changes nothing. */
const each = async <T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < items.length; from += RULES.consult.atOnce) await Promise.all(items.slice(from, from + RULES.consult.atOnce).map(act));
};

/** A project asks its neighbours; the id is the project's. */
export const openConsultOf = async ({ consult }: EffectOf<'openConsult'>): Promise<void> => {
  await consultRepository.insert(consult);
};

type Notice = Pick<EffectOf<'notice'>, 'memberId' | 'title' | 'body'>;

const tell = (consult: Consult, about: 'asked' | 'came', { memberId, title, body }: Notice, atMs: number): Promise<void> =>
  insertNotice({ kind: 'notice', noticeId: deriveId('n', 'consult', about, consult._id, memberId), memberId, title, body, pictureKey: pictureKeyOf(consult.category, consult.title), target: { page: 'consult', wishId: null, claimId: null, subjectId: consult._id }, todo: null, atMs });

/** Whoever's wish is in it, then owners of groups there; each hears once, and whoever answers for it needs no invitation. */
export const inviteToConsult = async ({ consultId, atMs }: EffectOf<'inviteToConsult'>): Promise<void> => {
  const consult = await consultRepository.find(consultId);
  if (consult === null || !isLiveConsult(consult)) return;
  const project = await needProjectRepository.find(consult.projectId);
  const wishes = await wishesOf<{ readonly _id: string; readonly posterId: string }>(Object.keys(project?.needs ?? {}), ['posterId']);
  const title = `“${consult.title}”想听听您怎么看`;
  const invited = new Map<string, string>();
  for (const { posterId } of wishes.values()) invited.set(posterId, '这里面也有您提的心愿。哪几样最要紧，点一点就好，别人看不到是谁点的。');
  for (const { ownerIds } of await groupsOfCommunity(consult.communityId)) for (const ownerId of ownerIds) if (!invited.has(ownerId)) invited.set(ownerId, '您是这里的群主。先点一点哪几样最要紧，再转到群里，请大家也来说。');
  invited.delete(consult.ownerId);
  await each([...invited], ([memberId, body]) => tell(consult, 'asked', { memberId, title, body }, atMs));
};

/** What everybody chose and said, counted from their documents: a request for every five hundred, and one a word whose backers changed. */
export const countConsult = async ({ consultId, atMs }: EffectOf<'countConsult'>): Promise<void> => {
  const voices = await everyOf<CountedVoice>('consultVoices', consultId, ['picks', 'backs']);
  const words = await everyOf<CountedWord>('consultWords', consultId, ['voiceId', 'kind', 'point', 'state', 'isUnanswered', 'backs']);
  const { tally, backs } = tallyOf(voices, words);
  await each(backsChanged(words, backs), ([wordId, count]) => store.update('consultWords', { _id: wordId }, { backs: count }));
  await tellAggregate(CONSULT_KIND, consultId, (consult) => decideCounted(consult, tally, atMs));
};

/** Its project may go on. */
export const endConsult = ({ projectId, consultId, atMs }: EffectOf<'consultEnded'>): Promise<void> => tellAggregate(NEED_PROJECT_KIND, projectId, (project) => decideConsulted(project, consultId, atMs));

/** Its project was called off, or changed hands. */
export const tellConsult = ({ consultId, news, atMs }: EffectOf<'tellConsult'>): Promise<void> =>
  tellAggregate(CONSULT_KIND, consultId, (consult) => (news.kind === 'over' ? decideCancelled(consult, atMs) : decideOwned(consult, news.ownerId, atMs)));

type SaidWord = Pick<ConsultWord, '_id' | 'memberId' | 'text' | 'state' | 'hideReason' | 'answer'>;

const QUOTED_LETTERS = 12;
const quoted = (text: string): string => `“${[...text].length > QUOTED_LETTERS ? `${[...text].slice(0, QUOTED_LETTERS).join('')}…` : text}”`;

const cameOf = ({ text, state, hideReason, answer }: SaidWord): readonly string[] => {
  if (answer !== null) return [`您说的${quoted(text)}：${CONSULT_OUTCOME_LABEL[answer.outcome]}。${answer.text}`];
  return state === 'hidden' ? [`您说的${quoted(text)}没有公开：${hideReason}`] : [];
};

/** Words of an answer and its note fit an inbox. */
const BODY_LETTERS = 180;

const bodyOf = (consult: Consult, words: readonly SaidWord[]): string => {
  const came = consult.decided === null ? ['项目不办了，多谢您说的话。'] : [...words.flatMap(cameOf), `社区说：${consult.decided.note}`];
  const body = came.join(' ');
  return [...body].length > BODY_LETTERS ? `${[...body].slice(0, BODY_LETTERS).join('')}…` : body;
};

const earn = (consult: Consult, word: SaidWord, atMs: number): Promise<void> | undefined =>
  word.memberId === null || word.answer === null || word.answer.outcome === 'no' || word.state === 'withdrawn'
    ? undefined
    : earnPoints({
        kind: 'earnPoints', transferId: deriveId('t', 'consultAdopted', consult._id, word.memberId), memberId: word.memberId, communityId: consult.communityId, earningKind: 'suggestion',
        quantity: RULES.consult.adoptedQuantity, withId: null, causeText: `建议被采纳：${consult.title}`, aggregateId: consult._id, atMs, dueAtMs: atMs + RULES.points.pendingMs,
      });

/**
 * Whoever took part hears once what came of it, with the answer to what they said; what was adopted earns points, once a
 * person. Who came by a group's card counts there as having gone all the way.
 */
export const tellConsulted = async ({ consultId, atMs }: EffectOf<'tellConsulted'>): Promise<void> => {
  const consult = await consultRepository.find(consultId);
  if (consult === null || isLiveConsult(consult)) return;
  const voices = await everyOf<Pick<ConsultVoice, '_id' | 'memberId' | 'picks' | 'backs'>>('consultVoices', consultId, ['memberId', 'picks', 'backs']);
  const words = await everyOf<SaidWord>('consultWords', consultId, ['memberId', 'text', 'state', 'hideReason', 'answer']);
  const said = new Map<string, SaidWord[]>();
  for (const { memberId, picks, backs } of voices) if (memberId !== null && picks.length + backs.length > 0) said.set(memberId, []);
  for (const word of words) if (word.memberId !== null && word.state !== 'withdrawn') said.set(word.memberId, [...(said.get(word.memberId) ?? []), word]);
  const title = consult.decided === null ? `“${consult.title}”不办了` : `“${consult.title}”商量出结果了`;
  await each([...said], async ([memberId, own]) => {
    await tell(consult, 'came', { memberId, title, body: bodyOf(consult, own) }, atMs);
    for (const word of own) await earn(consult, word, atMs);
    if (consult.decided !== null) await noteReach({ personId: memberId, itemId: consultId, reached: REACHED.completed });
  });
};
