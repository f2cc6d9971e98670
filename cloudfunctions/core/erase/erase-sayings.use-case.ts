import { scrub, scrubsOf, type Scrub } from '../kernel/scrub';
import { command, oneOf, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import type { Rating } from '../rating/rating';
import type { Thanks } from '../thanks/thanks';
import { ERASE_MAX, GONE_WISH } from './gone';
import { eraseMentions } from './mentions.use-case';

/** What they said of others' help, also when called about it and when they appealed: the answer counts on, in sums; their words go. */
const fromRatings = async (memberId: string, paperIds: readonly string[], names: readonly Scrub[]): Promise<void> => {
  const own = { recordedBy: memberId, raterId: oneOf([memberId, ...paperIds]) };
  await store.update('ratings', own, { title: GONE_WISH, words: '', revision: command.inc(1) });
  // Guarded, or a call and an appeal would come to be where there was none.
  await store.update('ratings', { ...own, 'callBack.dueAtMs': command.gt(0) }, { 'callBack.note': '', revision: command.inc(1) });
  for (const { _id, appeal } of await store.query<Pick<Rating, '_id' | 'appeal'>>('ratings', { where: { ...own, 'appeal.atMs': command.gt(0) }, limit: ERASE_MAX, fields: ['appeal'] })) {
    await store.update('ratings', { _id, 'appeal.atMs': command.gt(0) }, { 'appeal.words': '', 'appeal.note': scrub(appeal?.note ?? '', names), revision: command.inc(1) });
  }
};

type Said = Pick<Thanks, '_id' | 'words' | 'wishTitle' | 'recipientIds' | 'saidById'>;

/** Said by them or to them, and what they said for people on paper whose account they had taken over. */
const thanksAround = async (memberId: string, paperIds: readonly string[]): Promise<readonly Said[]> => {
  const wanted = { limit: ERASE_MAX, fields: ['words', 'wishTitle', 'recipientIds', 'saidById'] } as const;
  const asParty = await store.query<Said>('thanks', { ...wanted, where: { partyIds: memberId } });
  const forPapers = paperIds.length === 0 ? [] : await store.query<Said>('thanks', { ...wanted, where: { saidById: memberId } });
  return [...asParty, ...forPapers.filter(({ recipientIds }) => recipientIds.some((id) => paperIds.includes(id)))];
};

/** Thanks they said, and their name in thanks that others said to them. */
const fromThanks = async (memberId: string, paperIds: readonly string[], names: readonly Scrub[]): Promise<void> => {
  for (const { _id, words, wishTitle, recipientIds, saidById } of await thanksAround(memberId, paperIds)) {
    const isTheirs = recipientIds.includes(memberId) || saidById === memberId;
    const change = isTheirs ? { wishTitle: GONE_WISH, words: '' } : { words: scrub(words, names), giverText: GONE_TEXT };
    await eraseMentions({ subjectId: _id }, { names, titles: isTheirs ? scrubsOf([wishTitle], GONE_WISH) : [], quoted: 'whereNamed' });
    await store.update('thanks', { _id }, { ...change, revision: command.inc(1) });
  }
};

/**
 * What they told staff: their name and number go at once; their words too, unless somebody still has to act on them,
 * which may keep another person from harm (Personal Information Protection Law Art. 13 (4)); then the words wait for
 * their own clock.
 */
const fromReports = async (memberId: string, names: readonly Scrub[]): Promise<void> => {
  for (const { _id } of await store.query<{ readonly _id: string }>('safetyReports', { where: { reportedById: memberId }, limit: ERASE_MAX, fields: ['_id'] })) await eraseMentions({ subjectId: _id }, { names, titles: [], quoted: 'anywhere' });
  await store.update('safetyReports', { reportedById: memberId }, { reporterName: GONE_TEXT, phoneSealed: null, revision: command.inc(1) });
  await store.update('safetyReports', { reportedById: memberId, 'answer.atMs': command.gt(0) }, { words: '', revision: command.inc(1) });
  await store.update('giverNotes', { leftById: memberId, followUp: null }, { words: '', revision: command.inc(1) });
  await store.update('giverNotes', { leftById: memberId, 'followUp.doneAtMs': command.gt(0) }, { words: '', revision: command.inc(1) });
};

/** Their own words to and about others, wherever they stand. Repeating it changes nothing but revisions. */
export const eraseSayings = async (memberId: string, paperIds: readonly string[], names: readonly Scrub[]): Promise<void> => {
  await fromRatings(memberId, paperIds, names);
  await fromThanks(memberId, paperIds, names);
  await fromReports(memberId, names);
};
