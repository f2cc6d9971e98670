import type { DifficultyCase } from '../../cloudfunctions/core/difficulty/difficulty-case';
import type { Publicity } from '../../cloudfunctions/core/publicity/publicity';
import { STAFF, type Community } from '../flows/support/community';
import { checkedCase, checkOf, joinWorker, passPublicity, publicisedCase } from '../flows/support/publicity-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

/** Objecting to a publicity, checking and deciding a case of special difficulty. */
const publicityOf = (community: Community, id: string): Publicity | null => community.document<Publicity>('publicities', id);
const caseOf = (community: Community, id: string): DifficultyCase | null => community.document<DifficultyCase>('difficultyCases', id);

const cases: readonly KilledCase[] = [
  {
    route: 'publicity.object',
    prepare: async (community, person) => {
      const { caseId, publicityId } = await publicisedCase(community);
      return { caller: person, input: { publicityId, text: '想问问情况。', isAnonymousToPublic: true }, subjectIds: () => [caseId, publicityId], happened: () => publicityOf(community, publicityId)?.openObjections === 1 };
    },
  },
  {
    route: 'difficulty.check',
    prepare: async (community) => {
      const caseId = await checkedCase(community, 3);
      return { caller: STAFF, input: checkOf(caseId, 'discuss'), subjectIds: () => [caseId], happened: () => caseOf(community, caseId)?.state === 'checked' };
    },
  },
  {
    route: 'difficulty.decide',
    prepare: async (community) => {
      const { caseId, publicityId } = await publicisedCase(community);
      const input = { caseId, decision: { kind: 'approve' } };
      // Its days pass once everybody is prepared: a week's jump in the middle of another's text check would end that check.
      const freshInput = async (): Promise<unknown> => {
        await passPublicity(community, publicityId);
        return input;
      };
      return { caller: STAFF, input, freshInput, subjectIds: () => [caseId, publicityId], happened: () => caseOf(community, caseId)?.state === 'inLedger' };
    },
  },
];

/** Fewer than the hour's content checks of the social worker. */
describeKilled(cases, { setUp: joinWorker, perHour: 8 });
