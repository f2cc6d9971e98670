import type { Thanks } from '../../cloudfunctions/core/thanks/thanks';
import type { Community } from '../flows/support/community';
import { confirmedWish, type Loop } from '../flows/support/wish-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

/** A word of thanks, and whether it may hang on the wall. */
const WORDS = '灯亮了，晚上做饭看得清了，谢谢您跑一趟';
const thanksFor = (community: Community, { claimId }: Loop): readonly Thanks[] => community.documents<Thanks>('thanks').filter((thanks) => thanks.claimId === claimId);
const saidFor = async (community: Community, poster: string, giver: string): Promise<Loop & { readonly thanksId: string }> => {
  const loop = await confirmedWish(community, {}, poster, giver);
  const { thanksId } = await community.must(poster, 'thanks.say', { ...loop, words: WORDS });
  return { ...loop, thanksId };
};

const cases: readonly KilledCase[] = [
  {
    route: 'thanks.say',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedWish(community, {}, poster, giver);
      return { caller: poster, input: { ...loop, words: WORDS }, wishId: loop.wishId, subjectIds: () => thanksFor(community, loop).map(({ _id }) => _id), happened: () => thanksFor(community, loop).length === 1 };
    },
  },
  {
    route: 'thanks.show',
    prepare: async (community, poster, giver) => {
      const { wishId, thanksId } = await saidFor(community, poster, giver);
      return { caller: giver, input: { thanksId, shows: true }, wishId, subjectIds: () => [thanksId], happened: () => community.document<Thanks>('thanks', thanksId)?.giverShows === true };
    },
  },
  {
    route: 'thanks.consent',
    prepare: async (community, poster, giver) => {
      const { wishId, thanksId } = await saidFor(community, poster, giver);
      await community.must(giver, 'thanks.show', { thanksId, shows: true });
      return { caller: poster, input: { thanksId, consents: true }, wishId, subjectIds: () => [thanksId], happened: () => community.document<Thanks>('thanks', thanksId)?.isOnWall === true };
    },
  },
];

describeKilled(cases);
