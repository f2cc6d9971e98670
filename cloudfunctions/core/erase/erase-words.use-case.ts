import { scrubsOf, type Scrub } from '../kernel/scrub';
import { command, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { eraseHelpGiven } from './erase-help.use-case';
import { eraseProposals } from './erase-proposals.use-case';
import { eraseSayings } from './erase-sayings.use-case';
import { erasePuttingRight } from './erase-putting-right.use-case';
import { eraseFromPaperWishes, eraseOwnWishes } from './erase-wishes.use-case';
import { eraseUploads } from './files.use-case';
import { ERASE_MAX, GONE_STAFF, type AssertTime, type WhoIsGone } from './gone';
import { eraseMentions } from './mentions.use-case';

export interface WhoLeft {
  readonly memberId: string;
  readonly gone: WhoIsGone;
  readonly districtId: string;
  readonly assertTime: AssertTime;
}

type Found = readonly Readonly<Record<string, string | null | undefined>>[];

/** Shifts, records, gifts and campaigns others were told of together with their name. */
const subjectsOf = async (memberId: string): Promise<ReadonlySet<string>> => {
  const page = { limit: ERASE_MAX };
  const found = await Promise.all([
    store.query<Found[number]>('signUps', { ...page, where: { memberId, endsAtMs: command.gt(0) }, fields: ['shiftId'] }).then((rows) => rows.flatMap(({ _id, shiftId }) => [_id, shiftId])),
    ...(['memberId', 'recordedById', 'secondId'] as const).map((field) => store.query<Found[number]>('serviceRecords', { ...page, where: { [field]: memberId }, fields: ['shiftId'] }).then((rows) => rows.flatMap(({ _id, shiftId }) => [_id, shiftId]))),
    store.query<Found[number]>('pledges', { ...page, where: { giverId: memberId }, fields: ['campaignId'] }).then((rows) => rows.flatMap(({ _id, campaignId }) => [_id, campaignId])),
    store.query<Found[number]>('contributions', { ...page, where: { giverId: memberId }, fields: ['_id'] }).then((rows) => rows.map(({ _id }) => _id)),
    store.query<Found[number]>('campaigns', { ...page, where: { 'answerable.memberId': memberId }, fields: ['_id'] }).then((rows) => rows.map(({ _id }) => _id)),
    store.query<Found[number]>('directedGifts', { ...page, where: { 'giver.partyId': memberId }, fields: ['_id'] }).then((rows) => rows.map(({ _id }) => _id)),
    store.query<Found[number]>('activities', { ...page, where: { organiserId: memberId }, fields: ['_id'] }).then((rows) => rows.map(({ _id }) => _id)),
  ]);
  return new Set(found.flat().filter((id): id is string => typeof id === 'string'));
};

const GONE_ENTRY = '补记的一次服务';

/** What they typed about hours they entered themselves. */
const fromOwnEntries = async (memberId: string, names: readonly Scrub[]): Promise<void> => {
  const entered = await store.query<{ readonly _id: string; readonly title: string }>('serviceRecords', { where: { recordedById: memberId, memberId, source: 'backEntry' }, limit: ERASE_MAX, fields: ['title'] });
  for (const { _id, title } of entered) {
    await eraseMentions({ subjectId: _id }, { names, titles: scrubsOf([title], GONE_ENTRY), quoted: 'anywhere' });
    await store.update('serviceRecords', { _id }, { title: GONE_ENTRY, placeText: '', revision: command.inc(1) });
  }
};

/**
 * Takes out of everything that stays what somebody wrote, showed and said, and their name out of what others were told
 * and said; sums, shares, hours and books stay. Goes before `eraseTraces`, which forgets whose names they were.
 * Repeating it changes nothing but revisions.
 * @throws TimeUpError between two steps; whoever asked goes on later, from the beginning.
 */
export const eraseWords = async ({ memberId, gone, districtId, assertTime }: WhoLeft): Promise<void> => {
  const names = scrubsOf(gone.names, gone.wasStaff ? GONE_STAFF : GONE_TEXT);
  await eraseOwnWishes(memberId, names, assertTime);
  await eraseFromPaperWishes(memberId, gone.paperIds, names);
  await eraseHelpGiven(memberId, names, assertTime);
  await eraseSayings(memberId, gone.paperIds, names);
  await erasePuttingRight(memberId, names);
  await eraseProposals(memberId, districtId, names);
  await fromOwnEntries(memberId, names);
  for (const subjectId of await subjectsOf(memberId)) {
    assertTime();
    await eraseMentions({ subjectId }, { names, titles: [], quoted: 'whereNamed' });
  }
  await store.remove('messages', { memberId, state: command.in(['waiting', 'joined']) });
  await eraseUploads(memberId);
};
