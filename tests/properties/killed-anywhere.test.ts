import type { ClaimBatch } from '../../cloudfunctions/core/batch/claim-batch';
import type { Unit } from '../../cloudfunctions/core/unit/unit';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import type { Rating } from '../../cloudfunctions/core/rating/rating';
import { confirmedFor } from '../flows/support/rating-steps';
import { GRID, STAFF } from '../flows/support/community';
import { deliveredWish, heldWish, openWish, planOf, plannedWish, ratingOf, submitWish, wishInput } from '../flows/support/wish-steps';
import { claimState, describeKilled, wishOf, type KilledCase } from './support/killed-command';

/** Every command of the wish loop, from posting to the rating and what becomes of its point. */
const cases: readonly KilledCase[] = [
  {
    route: 'wish.submit',
    prepare: async (community, poster) => {
      const { memberId } = await community.me(poster);
      const proof = await community.upload(poster, 'wishPhoto');
      return { caller: poster, input: wishInput(community, { photoFileIds: [proof] }), wishId: null, happened: () => community.documents<Wish>('wishes').some((wish) => wish.posterId === memberId) };
    },
  },
  {
    route: 'review.decide',
    prepare: async (community, poster) => {
      const wishId = await submitWish(community, {}, poster);
      return { caller: STAFF, input: { wishId, decision: { kind: 'approve' } }, wishId, happened: () => wishOf(community, wishId)?.state === 'open' };
    },
  },
  {
    route: 'wish.claim',
    prepare: async (community, poster, giver) => {
      const wishId = await openWish(community, {}, poster);
      return { caller: giver, input: { wishId, shares: 1 }, wishId, happened: () => wishOf(community, wishId)?.sharesLeft === 0 };
    },
  },
  {
    route: 'claim.plan',
    prepare: async (community, poster, giver) => {
      const loop = await heldWish(community, {}, poster, giver);
      return { caller: giver, input: planOf(community, loop), wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'planned' };
    },
  },
  {
    route: 'claim.deliver',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      const proof = await community.upload(giver, 'proof');
      return { caller: giver, input: { ...loop, note: '送到了', proofFileIds: [proof] }, wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'delivered' };
    },
  },
  {
    name: 'claim.deliver, a part of it',
    route: 'claim.deliver',
    prepare: async (community, poster, giver) => {
      const wishId = await openWish(community, { shares: 3, category: 'goods' }, poster);
      const { claimId } = await community.must(giver, 'wish.claim', { wishId, shares: 3 });
      const proof = await community.upload(giver, 'proof');
      return { caller: giver, input: { wishId, claimId, shares: 2, proofFileIds: [proof] }, wishId, happened: () => wishOf(community, wishId)?.sharesDelivered === 2 };
    },
  },
  {
    route: 'claim.extend',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      return { caller: giver, input: { ...loop, reason: '货晚到两天' }, wishId: loop.wishId, happened: () => wishOf(community, loop.wishId)?.claims[loop.claimId]?.extensionCount === 1 };
    },
  },
  {
    route: 'wish.claimMany',
    prepare: async (community, poster, giver) => {
      const wishId = await openWish(community, { shares: 3, category: 'goods' }, poster);
      const other = await openWish(community, { shares: 2, category: 'goods', title: '另一家也盼一袋米' }, poster);
      const items = [{ wishId, shares: 2 }, { wishId: other, shares: 1 }];
      const { memberId } = await community.me(giver);
      const isConfirmed = (batch: ClaimBatch): boolean => batch.memberId === memberId && batch.state === 'confirmed';
      return { caller: giver, input: { items, mode: 'allOrNothing' }, wishId, happened: () => community.documents<ClaimBatch>('claimBatches').some(isConfirmed) };
    },
  },
  {
    route: 'unit.handOver',
    prepare: async (community, poster, giver) => {
      const unit = await community.must(giver, 'unit.create', { kind: 'family', name: '三楼李姐一家' });
      const helper = `${giver}Deputy`;
      await community.join(helper, '后备', GRID);
      await community.must(helper, 'unit.join', { code: unit.joinCode });
      const wishId = await openWish(community, {}, poster);
      await community.must(giver, 'wish.claim', { wishId, shares: 1, as: { kind: 'unit', unitId: unit.unitId } });
      const { memberId } = await community.me(helper);
      return { caller: giver, input: { unitId: unit.unitId, memberId }, wishId, happened: () => community.document<Unit>('units', unit.unitId)?.contactId === memberId };
    },
  },
  {
    route: 'claim.giveBack',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      return { caller: giver, input: loop, wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'returned' };
    },
  },
  {
    route: 'claim.confirm',
    prepare: async (community, poster, giver) => {
      const loop = await deliveredWish(community, {}, poster, giver);
      return { caller: poster, input: loop, wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'confirmed' };
    },
  },
  {
    route: 'rating.rate',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, false, giver);
      return { caller: poster, input: ratingOf(loop), wishId: loop.wishId, happened: () => community.documents<Rating>('ratings').some((rating) => rating.about.claimId === loop.claimId) };
    },
  },
  {
    name: 'rating.rate, drawn for a call',
    route: 'rating.rate',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, true, giver);
      return { caller: poster, input: ratingOf(loop), wishId: loop.wishId, happened: () => community.documents<Rating>('ratings').some((rating) => rating.about.claimId === loop.claimId) };
    },
  },
  {
    route: 'callBack.record',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, true, giver);
      const { ratingId } = await community.must(STAFF, 'rating.rate', ratingOf(loop));
      return { caller: STAFF, input: { ratingId, result: 'notAsSaid', note: '说没评过' }, wishId: loop.wishId, happened: () => community.document<Rating>('ratings', ratingId)?.pointState === 'takenBack' };
    },
  },
  {
    route: 'rating.decideAppeal',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, false, giver);
      const { ratingId } = await community.must(STAFF, 'rating.rate', { ...ratingOf(loop), words: '', chips: [] });
      await community.must(poster, 'rating.appeal', { ratingId, words: '我打不来字' });
      return { caller: STAFF, input: { ratingId, isGranted: true, note: '当面问过' }, wishId: loop.wishId, happened: () => community.document<Rating>('ratings', ratingId)?.pointState === 'granted' };
    },
  },
];

describeKilled(cases);
