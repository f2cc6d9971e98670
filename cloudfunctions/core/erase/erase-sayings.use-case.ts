import { scrub, scrubsOf, type Scrub } from '../kernel/scrub';
import { command, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import type { Thanks } from '../thanks/thanks';
import { ERASE_MAX, GONE_WISH } from './gone';
import { eraseMentions } from './mentions.use-case';

/** What they said of others' help: the answer counts on, in sums; their words go. */
const fromRatings = (memberId: string): Promise<number> => store.update('ratings', { recordedBy: memberId, raterId: memberId }, { title: GONE_WISH, words: '', revision: command.inc(1) });

/** Thanks they said, and their name in thanks that others said to them. */
const fromThanks = async (memberId: string, names: readonly Scrub[]): Promise<void> => {
  const said = await store.query<Pick<Thanks, '_id' | 'words' | 'wishTitle' | 'recipientIds' | 'saidById'>>('thanks', { where: { partyIds: memberId }, limit: ERASE_MAX, fields: ['words', 'wishTitle', 'recipientIds', 'saidById'] });
  for (const { _id, words, wishTitle, recipientIds, saidById } of said) {
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
export const eraseSayings = async (memberId: string, names: readonly Scrub[]): Promise<void> => {
  await fromRatings(memberId);
  await fromThanks(memberId, names);
  await fromReports(memberId, names);
};
