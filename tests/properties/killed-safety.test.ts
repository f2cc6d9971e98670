import type { GiverNote } from '../../cloudfunctions/core/giver-note/giver-note';
import { safetyIdOf, type SafetyReport } from '../../cloudfunctions/core/safety/safety-report';
import { Community, GRID, HOUR_MS, STAFF } from '../flows/support/community';
import { deliveredWish, type Loop } from '../flows/support/wish-steps';
import { describeKilled, type KilledCase } from './support/killed-command';
import { killRow, ROW } from './support/killed-row';

/** A note that says it is not safe makes a report of its own; whatever dies in between, staff have it once. */
const reportsOf = (community: Community, claimId: string): readonly SafetyReport[] => community.documents<SafetyReport>('safetyReports').filter((report) => report.claimId === claimId);

const cases: readonly KilledCase[] = [
  {
    route: 'giverNote.leave',
    prepare: async (community, poster, giver) => {
      const loop = await deliveredWish(community, {}, poster, giver);
      const notes = (): readonly GiverNote[] => community.documents<GiverNote>('giverNotes').filter((note) => note.claimId === loop.claimId);
      return { caller: giver, input: { ...loop, answer: 'unsafe', words: '有人推了我一下', safetyKind: 'threat' }, wishId: loop.wishId, subjectIds: () => reportsOf(community, loop.claimId).map(({ _id }) => _id), happened: () => notes().length === 1 };
    },
  },
];

describeKilled(cases);

/** Of each of a row of claims its recipient says that it was not safe, and staff answer. */
describe('a safety report, killed at any database call', () => {
  let community: Community;
  let row: readonly { readonly poster: string; readonly loop: Loop; readonly reportId: string }[];

  const delivered = async (round: number): Promise<typeof row> => {
    const made = [];
    for (let index = 0; index < ROW; index += 1) {
      const poster = `oTestTeller${round}x${index}`;
      await community.join(poster, '赵阿姨', GRID);
      const loop = await deliveredWish(community, {}, poster);
      made.push({ poster, loop, reportId: safetyIdOf(loop.claimId, 'recipient', 0) });
      if (index % 5 === 4) await community.advance(HOUR_MS);
    }
    await community.advance(HOUR_MS);
    await community.runJobs();
    return made;
  };
  const reportOf = (reportId: string): SafetyReport | null => community.document<SafetyReport>('safetyReports', reportId);
  const reported = (victims: typeof row, besides?: Parameters<typeof killRow>[3]): Promise<void> =>
    killRow(community, 'safety.report', victims.map(({ poster, loop, reportId }) => ({ caller: poster, input: { ...loop, safetyKind: 'hazard', words: '插座冒火花', phone: '13800001111' }, subjectId: reportId, outcome: () => reportOf(reportId)?.wordsState ?? null })), besides);

  beforeAll(async () => {
    community = await Community.found();
    row = await delivered(0);
  });
  afterAll(async () => {
    await community.close();
  });

  test('staff have it once, with the number, and answer it once; then the number is gone', async () => {
    await reported(row);
    expect(row.map(({ reportId }) => [reportOf(reportId)?.wordsState, reportOf(reportId)?.phoneSealed === null])).toEqual(row.map(() => ['clear', false]));
    await killRow(community, 'safety.answer', row.map(({ reportId }) => ({ caller: STAFF, input: { reportId, words: '去看过了，电工换好了' }, subjectId: reportId, outcome: () => reportOf(reportId)?.answer?.words ?? null })));
    expect(row.map(({ reportId }) => [reportOf(reportId)?.phoneSealed, reportOf(reportId)?.pendingEvents])).toEqual(row.map(() => [null, 0]));
  }, 600_000);

  test('while the check of words does not answer it comes all the same, and says so', async () => {
    const others = await delivered(1);
    await reported(others, [{ route: 'safety.report', action: 'wx.openApi', kind: 'error', times: 1_000 }]);
    for (const { reportId } of others) expect(await community.must(STAFF, 'safety.read', { reportId })).toMatchObject({ words: '插座冒火花', isFlagged: true });
    expect(others.map(({ reportId }) => reportOf(reportId)?.wordsState)).toEqual(others.map(() => 'unchecked'));
  }, 600_000);
});
