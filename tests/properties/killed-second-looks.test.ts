import { firstRules } from '../../cloudfunctions/core/points/earning-rules';
import type { RuleVersion } from '../../cloudfunctions/core/points/earning-rules';
import type { Gift } from '../../cloudfunctions/core/gift/gift';
import type { Redemption } from '../../cloudfunctions/core/gift/redemption';
import type { GiverNote } from '../../cloudfunctions/core/giver-note/giver-note';
import type { Rating } from '../../cloudfunctions/core/rating/rating';
import type { Thanks } from '../../cloudfunctions/core/thanks/thanks';
import type { OwnName } from '../../cloudfunctions/core/thanks/own-name';
import { ADMIN, Community, COMMUNITY, DAY_MS, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, POSTER, STAFF, until } from '../flows/support/community';
import { confirmedFor } from '../flows/support/rating-steps';
import { confirmedWish, deliveredWish, ratingOf } from '../flows/support/wish-steps';
import { describeKilled, type KilledCase } from './support/killed-command';
import { killRow, ROW } from './support/killed-row';

/** What staff and people say a second time about something, and gifts for points; each killed at every database call. */
const ratingBy = (community: Community, ratingId: string): Rating | null => community.document<Rating>('ratings', ratingId);
const BAG = { pictureKey: 'goods', points: 10, stock: 3, limit: 'month', place: '吴记粮油柜台' } as const;
const giftsOf = (community: Community, title: string): readonly Gift[] => community.documents<Gift>('gifts').filter((gift) => gift.title === title);

const cases: readonly KilledCase[] = [
  {
    route: 'rating.appeal',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, false, giver);
      const { ratingId } = await community.must(STAFF, 'rating.rate', { ...ratingOf(loop), words: '', chips: [] });
      return { caller: poster, input: { ratingId, words: '我打不来字' }, wishId: loop.wishId, subjectIds: () => [ratingId], happened: () => ratingBy(community, ratingId)?.appeal !== null };
    },
  },
  {
    route: 'rating.leaveNumber',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, true, giver);
      const { ratingId } = await community.must(STAFF, 'rating.rate', ratingOf(loop));
      return { caller: poster, input: { ratingId, phone: '13800001111' }, wishId: loop.wishId, subjectIds: () => [ratingId], happened: () => ratingBy(community, ratingId)?.callBack?.numbersLeft === 1 };
    },
  },
  {
    route: 'rating.judgeMedia',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, false, giver);
      // Told to staff: nothing of a hasty thumb, so only what was drawn is called back.
      const { ratingId } = await community.must(STAFF, 'rating.rate', { ...ratingOf(loop), words: '', voiceFileId: await community.upload(STAFF, 'ratingVoice', 'review'), voiceSeconds: 9 });
      await until(() => ratingBy(community, ratingId)?.media.voice?.state === 'human');
      return { caller: ADMIN, input: { ratingId, media: 'voice', decision: { kind: 'clear' } }, wishId: loop.wishId, subjectIds: () => [ratingId], happened: () => ratingBy(community, ratingId)?.media.voice?.state === 'shown' };
    },
  },
  {
    route: 'thanks.judge',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedWish(community, {}, poster, giver);
      const { thanksId } = await community.must(poster, 'thanks.say', { ...loop, words: '灯亮了，谢谢跑一趟', voiceFileId: await community.upload(poster, 'thanksVoice', 'review'), voiceSeconds: 9 });
      const voice = () => community.document<Thanks>('thanks', thanksId)?.voice;
      await until(() => voice()?.state === 'human');
      return { caller: STAFF, input: { thanksId, purpose: 'check', decision: { kind: 'clear' } }, wishId: loop.wishId, subjectIds: () => [thanksId], happened: () => voice()?.state === 'shown' };
    },
  },
  {
    route: 'giverNote.followUp',
    prepare: async (community, poster, giver) => {
      const loop = await deliveredWish(community, {}, poster, giver);
      const { noteId } = await community.must(giver, 'giverNote.leave', { ...loop, answer: 'nobodyHome', words: '敲了三次门' });
      return { caller: STAFF, input: { noteId, words: '住院了，女儿陪着' }, wishId: loop.wishId, subjectIds: () => [noteId], happened: () => community.document<GiverNote>('giverNotes', noteId)?.followUp?.doneAtMs !== null };
    },
  },
  {
    route: 'gift.save',
    prepare: async (community, poster) => ({ caller: MERCHANT, input: { ...BAG, title: `袋子 ${poster.slice(-4)}` }, wishId: 'none', subjectIds: () => giftsOf(community, `袋子 ${poster.slice(-4)}`).map(({ _id }) => _id), happened: () => giftsOf(community, `袋子 ${poster.slice(-4)}`).length === 1 }),
  },
];

describeKilled(cases);

/** Ending a hold asks several things at once, so these stand in a row: gifts of their own, kept for one neighbour with enough points. */
describe('a gift that is kept, killed at any database call', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await community.must(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules: { ...firstRules(), per: { ...firstRules().per, delivery: 50 }, capPerDay: 500, capPerMonth: 5_000 }, reason: '一次多给些' });
    await community.advance(DAY_MS);
    for (let wishes = 0; wishes < (ROW > 10 ? 12 : 4); wishes += 1) await confirmedWish(community, { urgency: 'urgent' }, POSTER, NEIGHBOUR);
    await community.advance(8 * DAY_MS);
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
  });
  afterAll(async () => {
    await community.close();
  });

  const redemption = (redemptionId: string): Redemption | null => community.document<Redemption>('redemptions', redemptionId);
  const keptByOne = async (name: string): Promise<readonly { readonly redemptionId: string; readonly giftId: string; readonly code: string }[]> => {
    const kept = [];
    for (let index = 0; index < ROW; index += 1) {
      const { giftId } = await community.must(MERCHANT, 'gift.save', { ...BAG, title: `${name} ${index}` });
      const { redemptionId, code } = await community.must(NEIGHBOUR, 'gift.redeem', { giftId });
      kept.push({ redemptionId, giftId, code: code ?? '' });
    }
    return kept;
  };

  test('taken back, once: the thing and its points', async () => {
    const row = await keptByOne('布袋子');
    await killRow(community, 'gift.cancel', row.map(({ redemptionId }) => ({ caller: NEIGHBOUR, input: { redemptionId }, subjectId: redemptionId, outcome: () => (redemption(redemptionId)?.state === 'reserved' ? null : redemption(redemptionId)?.state) })));
    expect(row.map(({ giftId }) => community.document<Gift>('gifts', giftId)?.stock)).toEqual(row.map(() => BAG.stock));
  }, 600_000);

  test('handed over, once', async () => {
    const row = await keptByOne('网袋');
    await killRow(community, 'gift.handOver', row.map(({ redemptionId, code }) => ({ caller: MERCHANT, input: { redemptionId, code }, subjectId: redemptionId, outcome: () => (redemption(redemptionId)?.state === 'reserved' ? null : redemption(redemptionId)?.state) })));
    expect(row.map(({ giftId }) => [community.document<Gift>('gifts', giftId)?.stock, community.document<Gift>('gifts', giftId)?.fetched])).toEqual(row.map(() => [BAG.stock - 1, 1]));
  }, 600_000);
});

describe('what is one for all, changed again and again and killed each time', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  /** Dies at its n-th call, then the phone sends it again. */
  const killed = async (route: 'pointRules.save' | 'thanks.showName' | 'gift.setState', caller: string, input: object, nth: number): Promise<void> => {
    const operationId = newOperation();
    await community.arm({ route, kind: 'kill', nth, when: nth % 2 === 0 ? 'before' : 'after', times: 1 });
    await community.send(caller, route, input as never, operationId);
    expect(community.unfiredPlaces()).toEqual([]);
    await community.arm();
    await community.advance(HOUR_MS);
    await community.must(caller, route, input as never, operationId);
  };

  test('a version of the rules is written once', async () => {
    for (const nth of [1, 2, 3, 4, 5]) {
      await killed('pointRules.save', STAFF, { communityId: COMMUNITY, rules: { ...firstRules(), capPerDay: 100 + nth }, reason: '试一试' }, nth);
      const versions = community.documents<RuleVersion>('ruleVersions');
      expect(versions.map(({ number, rules }) => [number, rules.capPerDay])).toEqual(versions.map((_unused, index) => [index + 1, 101 + index]));
      expect(versions).toHaveLength(nth);
    }
  });

  test('a name is shown as was said last', async () => {
    const { memberId } = await community.me(NEIGHBOUR);
    for (const nth of [1, 2, 3]) {
      await killed('thanks.showName', NEIGHBOUR, { shows: nth % 2 === 1, form: 'masked' }, nth);
      expect(community.document<OwnName>('thanksNames', memberId)?.shows).toBe(nth % 2 === 1);
    }
  });

  test('a gift is offered, or not, as was said last', async () => {
    const { giftId } = await community.must(MERCHANT, 'gift.save', { ...BAG, title: '布袋子' });
    for (const nth of [1, 2, 3]) {
      const state = nth % 2 === 1 ? 'paused' : 'open';
      await killed('gift.setState', MERCHANT, { giftId, state }, nth);
      expect(community.document<Gift>('gifts', giftId)?.state).toBe(state);
    }
  });
});
