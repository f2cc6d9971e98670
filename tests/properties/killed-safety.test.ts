import type { GiverNote } from '../../cloudfunctions/core/giver-note/giver-note';
import type { SafetyReport } from '../../cloudfunctions/core/safety/safety-report';
import type { Community } from '../flows/support/community';
import { deliveredWish } from '../flows/support/wish-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

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
