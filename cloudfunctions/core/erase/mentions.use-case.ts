import type { MessageRecord } from '../notice/message-record';
import type { Notice } from '../notice/notice';
import { command, store } from '../platform/store';
import type { Task } from '../staff/task';
import { ERASE_MAX, GONE_BODY, mayQuote, namesThem, withoutGone, type GoneWords } from './gone';

/** What others were told about: a wish, or another thing by its id. */
export type Subject = { readonly wishId: string } | { readonly subjectId: string };

const ofNotices = (subject: Subject) => ('wishId' in subject ? { 'target.wishId': subject.wishId } : { 'target.subjectId': subject.subjectId });

const inNotices = async (subject: Subject, gone: GoneWords): Promise<void> => {
  const told = await store.query<Pick<Notice, '_id' | 'title' | 'body' | 'todoState'>>('notices', { where: ofNotices(subject), limit: ERASE_MAX, fields: ['title', 'body', 'todoState'] });
  for (const { _id, title, body, todoState } of told) {
    // What still asks for something keeps its sense; what only told may hold words of theirs beside the name.
    const isWhole = gone.quoted !== 'nowhere' && todoState !== 'open' && namesThem(body, gone);
    const after = withoutGone({ title, body }, gone);
    if (after !== null) await store.update('notices', { _id }, { title: after.title, body: isWhole ? GONE_BODY : after.body });
  }
};

const inTasks = async (subject: Subject, gone: GoneWords): Promise<void> => {
  const tasks = await store.query<Pick<Task, '_id' | 'claimId' | 'title' | 'reasonText' | 'note' | 'state'>>('tasks', { where: { ...subject }, limit: ERASE_MAX, fields: ['claimId', 'title', 'reasonText', 'note', 'state'] });
  for (const { _id, claimId, title, reasonText, note, state } of tasks) {
    const after = withoutGone({ title, reasonText, note }, gone);
    // Nobody acts on what is done any more.
    const changed = { ...(after ?? { title, reasonText, note }), ...(state === 'done' && mayQuote({ claimId, reasonText }, gone) && { reasonText: '' }) };
    if (changed.title !== title || changed.reasonText !== reasonText || changed.note !== note) await store.update('tasks', { _id }, changed);
  }
};

/** What waits for the morning to be sent, to anybody. */
const inMessages = async (subject: Subject, gone: GoneWords): Promise<void> => {
  const where = 'wishId' in subject ? { 'held.target.wishId': subject.wishId } : { 'held.target.subjectId': subject.subjectId };
  for (const { _id, held } of await store.query<Pick<MessageRecord, '_id' | 'held'>>('messages', { where, limit: ERASE_MAX, fields: ['held'] })) {
    const after = held === null ? null : withoutGone({ thing: held.fields.thing, note: held.fields.note }, gone);
    if (after !== null) await store.update('messages', { _id, held: command.neq(null) }, { 'held.fields.thing': after.thing, 'held.fields.note': after.note });
  }
};

/** Takes names and titles out of others' messages and staff's tasks about one thing. Repeating it changes nothing. */
export const eraseMentions = async (subject: Subject, gone: GoneWords): Promise<void> => {
  await inNotices(subject, gone);
  await inTasks(subject, gone);
  await inMessages(subject, gone);
};
