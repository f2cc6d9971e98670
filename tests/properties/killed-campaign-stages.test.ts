import type { Campaign } from '../../cloudfunctions/core/mutual/campaign';
import { RULES } from '../../cloudfunctions/core/rules';
import { Community, DAY_MS, GRID, NEIGHBOUR, POSTER } from '../flows/support/community';
import { runMinutes } from '../flows/support/money-steps';
import { budget, campaignOf, campaignWords, COLLEAGUE, endStage, openCampaign, openMutual } from '../flows/support/mutual-steps';
import { assertMoneySound, describeKilled, IS_LONG, trace, type KilledCase } from './support/killed-command';

/** How the stages of a campaign end, by people and by its clocks, killed at any database call. */
const stateOf = (community: Community, campaignId: string): Campaign['state'] => campaignOf(community, campaignId).state;

/** Stages end one after another, since the clock is everybody's. */
let turn: Promise<void> = Promise.resolve();
const ended = (community: Community, campaignId: string): Promise<void> => {
  turn = turn.then(async () => {
    if (stateOf(community, campaignId) === 'open') await endStage(community, campaignId);
  });
  return turn;
};

/** Reached with one gift; its stage is a day long. */
const reachedCampaign = async (community: Community, poster: string, giver: string): Promise<string> => {
  const campaignId = await openCampaign(community, campaignWords(community, { stageDays: 2 }), giver);
  const { contributionId } = await community.must(poster, 'mutual.give', { campaignId, amountFen: 100_000, isAnonymous: false });
  await community.cloud.control('pay', { outTradeNo: contributionId, openid: poster, outcome: 'paid' });
  await community.must(poster, 'contribution.confirm', { contributionId });
  return campaignId;
};

const WHOLE = { kind: 'final', text: '做好装上了，账都在这里。' } as const;

const stages: readonly KilledCase[] = [
  {
    name: 'mutual.report, the whole',
    route: 'mutual.report',
    prepare: async (community, poster, giver) => {
      const campaignId = await reachedCampaign(community, poster, giver);
      const input = { campaignId, ...WHOLE };
      const freshInput = async (): Promise<unknown> => {
        await ended(community, campaignId);
        await community.must(giver, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '装好了' });
        return input;
      };
      return { caller: giver, input, freshInput, subjectIds: () => [campaignId], happened: () => campaignOf(community, campaignId).disclosures.some(({ kind, doneAtMs }) => kind === 'final' && doneAtMs !== null) };
    },
  },
  {
    route: 'mutual.nextStage',
    prepare: async (community, poster, giver) => {
      const campaignId = await reachedCampaign(community, poster, giver);
      const input = { campaignId, days: 20, money: budget, milestones: [{ text: '再做一张', dueAtMs: community.nowMs() + 90 * DAY_MS }] };
      const freshInput = async (): Promise<unknown> => {
        await ended(community, campaignId);
        await community.must(giver, 'mutual.report', { campaignId, kind: 'periodic', text: '木料到了。' });
        return input;
      };
      return { caller: COLLEAGUE, input, freshInput, subjectIds: () => [campaignId], happened: () => campaignOf(community, campaignId).stage?.number === 2 };
    },
  },
  {
    name: 'mutual.close, and what is left is shown first',
    route: 'mutual.close',
    prepare: async (community, poster, giver) => {
      const campaignId = await reachedCampaign(community, poster, giver);
      const input = { campaignId, reason: '都办完了', leftover: { kind: 'fund' } };
      const freshInput = async (): Promise<unknown> => {
        await ended(community, campaignId);
        await community.must(giver, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '装好了' });
        await community.must(giver, 'mutual.report', { campaignId, ...WHOLE });
        return input;
      };
      const publicityOf = (): readonly string[] => community.documents<{ readonly _id: string; readonly subjectId: string }>('publicities').filter(({ subjectId }) => subjectId.startsWith(campaignId)).map(({ _id }) => _id);
      return { caller: COLLEAGUE, input, freshInput, subjectIds: () => [campaignId, ...publicityOf()], happened: () => campaignOf(community, campaignId).leftover !== null };
    },
  },
];

describeKilled(stages, { perHour: 6, setUp: openMutual });

/** The lease of a killed run ends by itself; then the next one goes on. */
const LEASE_MINUTES = 3;
const NO_MONEY = { goal: { subjectKind: 'person' } } as const;

/** One of each that its clock ends or warns: a draft nobody goes on with, one of hands, one of money that misses. */
const clockVictims = async (community: Community, keeper: string): Promise<readonly string[]> => {
  const draft = await community.must(NEIGHBOUR, 'mutual.propose', campaignWords(community, { stageDays: 1 }));
  const hands = await openCampaign(community, campaignWords(community, { ...NO_MONEY, stageDays: 1 }), keeper);
  const missed = await openCampaign(community, campaignWords(community, { stageDays: 1 }));
  const { contributionId } = await community.must(POSTER, 'mutual.give', { campaignId: missed, amountFen: 2_000, isAnonymous: false });
  await community.cloud.control('pay', { outTradeNo: contributionId, openid: POSTER, outcome: 'paid' });
  await community.must(POSTER, 'contribution.confirm', { contributionId });
  await community.filesChecked(0);
  return [draft.campaignId, hands, missed];
};

describe('the clocks of campaigns, killed at any database call of jobs', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
  });
  afterAll(async () => {
    await community.close();
  });

  /** To the end of a stage, to a draft's last day, to a report's warning and beyond its day. */
  const live = async (keeper: string, isKilled: boolean): Promise<readonly object[]> => {
    await community.join(keeper, '孙宁', GRID);
    const ids = await clockVictims(community, keeper);
    const [draft = '', hands = '', missed = ''] = ids;
    const dueAtMs = (): number => campaignOf(community, hands).disclosures.find(({ kind }) => kind === 'final')?.dueAtMs ?? 0;
    const moments: readonly (() => number)[] = [
      () => (campaignOf(community, missed).stage?.endsAtMs ?? 0) + 1_000,
      () => campaignOf(community, draft).updatedAtMs + RULES.mutual.draftKeptMs + 1_000,
      () => dueAtMs() - RULES.disclosure.warnAheadMs + 1_000,
      () => dueAtMs() + 1_000,
    ];
    for (const moment of moments) {
      await community.advance(Math.max(0, moment() - community.nowMs()));
      if (isKilled) await community.arm(...Array.from({ length: IS_LONG ? 30 : 3 }, (_unused, index) => 3 + index * (IS_LONG ? 1 : 12)).flatMap((nth) => (['before', 'after'] as const).map((when) => ({ function: 'jobs', kind: 'kill' as const, nth, when, times: 1 }))));
      for (let turns = 0; turns < (!isKilled ? 3 : IS_LONG ? 70 : 7); turns += 1) await runMinutes(community, LEASE_MINUTES);
      await community.arm();
      await runMinutes(community, LEASE_MINUTES);
    }
    expect(ids.map((id) => [stateOf(community, id), campaignOf(community, id).isDisclosureOverdue])).toEqual([['withdrawn', false], ['succeeded', true], ['failed', false]]);
    assertMoneySound(community, community.nowMs() - DAY_MS);
    return ids.map((id) => trace(community, [id]));
  };

  test('each ends as if nothing had happened', async () => {
    const undisturbed = await live('oTestKeeperCalm', false);
    expect(await live('oTestKeeperKilled', true)).toEqual(undisturbed);
  }, 600_000);
});
