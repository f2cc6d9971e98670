import type { ApiContract, RouteName } from '@contract';
import type { MatchProposal } from '../../cloudfunctions/core/match-proposal/match-proposal';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, MERCHANT, NEIGHBOUR, newOperation, POSTER, STAFF } from '../flows/support/community';
import { assertRoundsSound, proofOf, proposalsIn, roundOf, sentRound, workUntil } from '../flows/support/match-round-steps';
import { offerAs, supplyWords } from '../flows/support/supply-steps';
import { openWish } from '../flows/support/wish-steps';
import { IS_LONG } from './support/killed-command';
import { killRow, ROW, type RowVictim } from './support/killed-row';

const GOODS = { category: 'goods', story: '这个月手头紧。', handover: 'station', urgency: 'urgent' } as const;

const prepare = async (community: Community, wishes: number, capacity: number): Promise<void> => {
  await community.foundAnew();
  await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ category: 'goods', title: '米面油', capacityPerWeek: capacity }) });
  await offerAs(community, NEIGHBOUR, { category: 'goods', title: '家里的面', capacityPerWeek: 1 });
  for (let index = 0; index < wishes; index += 1) await openWish(community, { ...GOODS, title: `想要一袋米${String(index)}` }, POSTER);
  await community.runJobs();
};

/** Everything that is there once of a round, however it came about. */
const outcomeOf = (community: Community, roundId: string) => ({
  // Wishes like each other may change places from one run to the next: which of them is whose says nothing.
  proposals: proposalsIn(community, roundId).map(({ supplyId, shares, state }) => [community.document<{ readonly title: string }>('supplies', supplyId)?.title, shares, state].join()).sort(),
  wishes: new Set(proposalsIn(community, roundId).map(({ wishId }) => wishId)).size,
  notices: community.documents<{ readonly title: string }>('notices').map(({ title }) => title).filter((title) => /适合您|来帮忙|配好了|办完了/.test(title)).sort(),
  pushes: community.documents<{ readonly count: number }>('pushWeeks').map(({ count }) => count),
  // What a pair is worth grows with the waiting, so with the minutes; how many there are does not.
  counts: (({ figures, sent }) => [figures?.wishes, figures?.offers, figures?.placed, figures?.placedShares, sent])(roundOf(community, roundId)),
});

/** The matching function dies at one place after another; each run goes on where the last was. */
const killMatching = (community: Community): Promise<void> =>
  community.arm(...Array.from({ length: IS_LONG ? 40 : 8 }, (_unused, index) => ({ function: 'matching', kind: 'kill' as const, nth: 3 + index * (IS_LONG ? 1 : 4), when: index % 2 === 0 ? ('before' as const) : ('after' as const), times: 1 })));

const wholeRound = async (community: Community, isKilled: boolean): Promise<ReturnType<typeof outcomeOf>> => {
  await prepare(community, 4, 2);
  if (isKilled) await killMatching(community);
  const { roundId } = await community.must(STAFF, 'matchRound.start', {});
  await workUntil(community, roundId, 'preview');
  if (isKilled) await killMatching(community);
  await community.must(STAFF, 'matchRound.send', { roundId });
  await workUntil(community, roundId, 'open');
  await community.arm();
  expect(proofOf(community, roundId)).toMatchObject({ isSound: true, gap: 0 });
  assertRoundsSound(community);
  return outcomeOf(community, roundId);
};

describe('rounds of matching, killed', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  test('the function that works dies again and again: it comes to the same, and nothing is sent twice', async () => {
    const undisturbed = await wholeRound(community, false);
    expect(undisturbed.proposals).toHaveLength(3);
    expect(await wholeRound(community, true)).toEqual(undisturbed);
  }, 120_000);

  test('what staff do dies at any call: sent again it is done once', async () => {
    await prepare(community, 2, 2);
    const killed = async <R extends RouteName>(route: R, input: ApiContract[R]['input'], nth: number, when: 'before' | 'after'): Promise<ApiContract[R]['output']> => {
      const operationId = newOperation();
      await community.arm({ route, kind: 'kill', nth, when, times: 1 });
      await community.send(STAFF, route, input, operationId);
      await community.arm();
      return community.must(STAFF, route, input, operationId);
    };
    for (const nth of IS_LONG ? [1, 2, 3, 4, 5] : [2, 3]) {
      for (const when of ['before', 'after'] as const) {
        const { roundId, n } = await killed('matchRound.start', {}, nth, when);
        expect(n).toBe(community.documents('matchRounds').length);
        await workUntil(community, roundId, 'preview');
        const row = (await community.must(STAFF, 'matchRound.rows', { roundId, page: 0 })).rows[0];
        const override = { roundId, page: row?.page ?? 0, wishId: row?.wishId ?? '', supplyId: row?.given[0]?.supplyId ?? '', kind: 'forbid', reason: '对方这周忙' } as const;
        expect((await killed('matchRound.override', override, nth + 2, when)).overrides).toHaveLength(1);
        await killed('matchRound.solveAgain', { roundId }, nth, when);
        expect(roundOf(community, roundId)).toMatchObject({ run: 2 });
        await workUntil(community, roundId, 'preview');
        await killed('matchRound.cancel', { roundId }, nth, when);
        assertRoundsSound(community);
      }
    }
    expect(community.documents('matchProposals')).toEqual([]);
  }, 120_000);

  test('accepting and declining die at any call: one claim each, or none', async () => {
    await prepare(community, 2 * ROW, 2 * ROW);
    await community.must(NEIGHBOUR, 'supply.end', { supplyId: (await community.must(NEIGHBOUR, 'supply.mine', {}))[0]?.supplyId ?? '' });
    const roundId = await sentRound(community);
    const found = proposalsIn(community, roundId);
    expect(found).toHaveLength(2 * ROW);
    const victimOf = ({ _id, wishId }: MatchProposal, input: object): RowVictim => ({
      caller: MERCHANT, input: { proposalId: _id, ...input }, subjectId: wishId,
      outcome: () => {
        const now = community.document<MatchProposal>('matchProposals', _id);
        const claims = Object.values(community.document<Wish>('wishes', wishId)?.claims ?? {}).map(({ state, shares }) => `${state} ${String(shares)}`);
        return now === null || now.state === 'open' ? null : { state: now.state, claims };
      },
    });
    await killRow(community, 'matchProposal.accept', found.slice(0, ROW).map((proposal) => victimOf(proposal, {})));
    await killRow(community, 'matchProposal.decline', found.slice(ROW).map((proposal) => victimOf(proposal, { reason: '' })));
    expect(proposalsIn(community, roundId).map(({ state }) => state).sort()).toEqual([...Array.from({ length: ROW }, () => 'accepted'), ...Array.from({ length: ROW }, () => 'declined')]);
    assertRoundsSound(community);
  }, 120_000);
});
