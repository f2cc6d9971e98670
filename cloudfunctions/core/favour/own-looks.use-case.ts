import { command, store } from '../platform/store';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import type { FavourReport } from './favour-report';

/** Reports of so many communities name one person at most. */
const REPORTS_MAX = 100;

type Looked = Pick<FavourReport, '_id' | 'looks'>;

const reportsWith = (memberId: string): Promise<readonly Looked[]> => store.query<Looked>('favourReports', { where: { lookPeopleIds: memberId }, limit: REPORTS_MAX, fields: ['looks'] });

/** What stands about somebody in looks at circles: their own words, and when others looked at a circle they are in, without what those wrote. One request. */
export const ownLooks = async (memberId: string): Promise<readonly object[]> =>
  (await reportsWith(memberId)).flatMap(({ looks }) =>
    Object.values(looks).flatMap(({ byId, aboutIds, note, atMs, times }) => (byId === memberId ? [{ isByMe: true, note, atMs, times }] : aboutIds.includes(memberId) ? [{ isByMe: false, atMs, times }] : [])),
  );

/** Their name leaves the looks they made, and words about them leave those of others; that somebody looked stays. Repeating it changes nothing. */
export const eraseLooks = async (memberId: string): Promise<void> => {
  for (const { _id, looks } of await reportsWith(memberId)) {
    for (const [circleId, { byId, aboutIds }] of Object.entries(looks)) {
      const path = `looks.${circleId}`;
      if (byId === memberId) await store.update('favourReports', { _id, [`${path}.byId`]: memberId }, { [`${path}.byName`]: GONE_TEXT });
      if (aboutIds.includes(memberId)) await store.update('favourReports', { _id, [`${path}.aboutIds`]: memberId }, { [`${path}.note`]: '' });
    }
    await store.update('favourReports', { _id }, { lookPeopleIds: command.pull(memberId) });
  }
};
