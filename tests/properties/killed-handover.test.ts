import type { Claim } from '../../cloudfunctions/core/wish/wish';
import { STAFF, type Community } from '../flows/support/community';
import { confirmedWish, deliveredWish, heldWish, planOf, plannedWish, type Loop } from '../flows/support/wish-steps';
import { describeKilled, wishOf, type KilledCase } from './support/killed-command';

/** From hand to hand, and when it goes wrong: codes, a way to reach each other, disputes. */
const claimOf = (community: Community, { wishId, claimId }: Loop): Claim | undefined => wishOf(community, wishId)?.claims[claimId];
const complaintOf = (loop: Loop) => ({ ...loop, kind: 'notReceived', note: '驿站的架子上没看到' }) as const;
const mine = (loop: Loop) => ({ ...loop, name: '陈阿姨', phone: '13800001234', note: '三楼左手那扇绿门', agreesToReceiver: true });

const cases: readonly KilledCase[] = [
  {
    route: 'handover.redeem',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      const { code } = await community.must(poster, 'handover.issueCode', loop);
      return { caller: giver, input: { ...loop, code }, wishId: loop.wishId, happened: () => claimOf(community, loop)?.state === 'confirmed' };
    },
  },
  {
    route: 'handover.agreeHome',
    prepare: async (community, poster, giver) => {
      const loop = await heldWish(community, { handover: 'station' }, poster, giver);
      await community.must(giver, 'claim.plan', { ...planOf(community, loop), handover: 'station' });
      return { caller: poster, input: loop, wishId: loop.wishId, happened: () => claimOf(community, loop)?.isHomeAgreed === true };
    },
  },
  {
    route: 'contact.leave',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      return { caller: poster, input: mine(loop), wishId: loop.wishId, happened: () => (claimOf(community, loop)?.contact?.recipient ?? null) !== null };
    },
  },
  {
    route: 'contact.reveal',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      await community.must(poster, 'contact.leave', mine(loop));
      return { caller: giver, input: { ...loop, reason: 'findPlace' }, wishId: loop.wishId, happened: () => Object.keys(claimOf(community, loop)?.contact?.readings ?? {}).length === 1 };
    },
  },
  {
    route: 'dispute.open',
    prepare: async (community, poster, giver) => {
      const loop = await deliveredWish(community, {}, poster, giver);
      return { caller: poster, input: complaintOf(loop), wishId: loop.wishId, happened: () => claimOf(community, loop)?.dispute !== null };
    },
  },
  {
    name: 'dispute.open, about what was confirmed',
    route: 'dispute.open',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedWish(community, {}, poster, giver);
      return { caller: poster, input: complaintOf(loop), wishId: loop.wishId, happened: () => claimOf(community, loop)?.dispute !== null };
    },
  },
  {
    route: 'dispute.decide',
    prepare: async (community, poster, giver) => {
      const loop = await deliveredWish(community, {}, poster, giver);
      await community.must(poster, 'dispute.open', complaintOf(loop));
      return { caller: STAFF, input: { ...loop, outcome: 'returned', note: '两边都找过，没找着' }, wishId: loop.wishId, happened: () => claimOf(community, loop)?.dispute?.state === 'decided' };
    },
  },
];

describeKilled(cases);
