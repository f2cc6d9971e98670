import type { Scrub } from '../kernel/scrub';
import { command, store } from '../platform/store';
import type { Rectification } from '../rectification/rectification';
import { eraseFilesOf } from './files.use-case';
import { ERASE_MAX } from './gone';
import { eraseMentions } from './mentions.use-case';

type Answered = Pick<Rectification, '_id' | 'answers' | 'photos' | 'objection' | 'revision'>;

/** Pure: without what the rated side wrote and showed; when it was answered, and what was decided, stays. */
const withoutWords = ({ answers, objection }: Pick<Answered, 'answers' | 'objection'>): Readonly<Record<string, unknown>> => ({
  answers: command.set(answers.map((answer) => ({ ...answer, words: '' }))),
  photos: command.set({}),
  ...(objection !== null && { 'objection.words': '' }),
});

/**
 * What a person who was asked to put something right answered, objected and showed. Orders to shops and units keep theirs:
 * those go on. Repeating it changes nothing but revisions.
 * @throws Error when an order changed meanwhile; whoever asked goes through all of it again.
 */
export const erasePuttingRight = async (memberId: string, names: readonly Scrub[]): Promise<void> => {
  const orders = await store.query<Answered>('rectifications', { where: { partyId: memberId }, limit: ERASE_MAX, fields: ['answers', 'photos', 'objection', 'revision'] });
  for (const order of orders.filter(({ answers, objection }) => answers.length > 0 || objection !== null)) {
    await eraseMentions({ subjectId: order._id }, { names, titles: [], quoted: 'anywhere' });
    await eraseFilesOf(order._id, Object.values(order.photos).map(({ fileId }) => fileId));
    const changed = await store.update('rectifications', { _id: order._id, revision: order.revision }, { ...withoutWords(order), revision: command.inc(1) });
    if (changed === 0) throw new Error(`the order ${order._id} changed while words were taken out`);
  }
};
