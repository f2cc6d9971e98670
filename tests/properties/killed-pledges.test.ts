import { isCampaignCoherent } from '../../cloudfunctions/core/mutual/campaign';
import { isPledgeCoherent, type Pledge } from '../../cloudfunctions/core/pledge/pledge';
import { Community, GRID, newOperation, STAFF } from '../flows/support/community';
import { campaignOf, campaignWords, openCampaign, openMutual } from '../flows/support/mutual-steps';
import { IS_LONG, wirePlaces } from './support/killed-command';
import { killRow, ROW, settle } from './support/killed-row';

const GIVER = 'oTestGiverLi';

/** Things promised to a campaign, killed at any database call: kept there and a pledge of their own, both or neither. */
describe('what neighbours give besides money, killed anywhere', () => {
  let community: Community;
  let campaignId: string;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(GIVER, '李梅', GRID);
    await openMutual(community);
    campaignId = await openCampaign(community, campaignWords(community, { needs: [{ kind: 'goods', text: '砖', unit: '块', wanted: 300, activityId: null }] }));
  });
  afterAll(async () => {
    await community.close();
  });

  const pledges = (): readonly Pledge[] => community.documents<Pledge>('pledges');
  const stateOf = (pledgeId: string): string | null => {
    const state = pledges().find(({ _id }) => _id === pledgeId)?.state ?? null;
    return state === 'promised' ? null : state;
  };
  const assertSound = (): void => {
    const { kept } = campaignOf(community, campaignId).needs.n1 ?? { kept: {} };
    expect(isCampaignCoherent(campaignOf(community, campaignId))).toBe(true);
    expect(pledges().every(isPledgeCoherent)).toBe(true);
    expect(Object.keys(kept).sort()).toEqual(pledges().filter(({ state }) => state === 'promised').map(({ _id }) => _id).sort());
  };

  test('promised', async () => {
    const input = { campaignId, needId: 'n1', count: 1, note: '' };
    await community.arm();
    await community.must(GIVER, 'pledge.promise', input);
    const places = wirePlaces(community, 'pledge.promise');
    for (let nth = 1; nth <= places; nth += IS_LONG ? 1 : 3) {
      const operationId = newOperation();
      await community.arm({ route: 'pledge.promise', kind: 'kill', nth, when: nth % 2 === 0 ? 'before' : 'after', times: 1 });
      await community.send(GIVER, 'pledge.promise', input, operationId);
      await community.arm();
      if (nth % 2 === 1) expect(await community.must(GIVER, 'pledge.promise', input, operationId)).toMatchObject({ state: 'promised' });
      await settle(community);
      assertSound();
      const { pledgeId } = await community.must(GIVER, 'pledge.promise', input, operationId);
      expect(pledges().filter(({ _id }) => _id === pledgeId)).toHaveLength(1);
      expect(await community.refused(GIVER, 'pledge.promise', { ...input, count: 2 }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    }
  }, 600_000);

  const promised = async (): Promise<readonly { readonly pledgeId: string; readonly code: string }[]> => {
    const row = [];
    for (let index = 0; index < ROW; index += 1) {
      const { pledgeId, code } = await community.must(GIVER, 'pledge.promise', { campaignId, needId: 'n1', count: 2, note: '' });
      row.push({ pledgeId, code: code ?? '' });
    }
    await settle(community);
    return row;
  };

  test('received, once', async () => {
    const before = campaignOf(community, campaignId).needs.n1?.received ?? 0;
    const row = await promised();
    await killRow(community, 'pledge.receive', row.map(({ pledgeId, code }) => ({ caller: STAFF, input: { pledgeId, count: 1, code }, subjectId: pledgeId, outcome: () => stateOf(pledgeId) })));
    expect(campaignOf(community, campaignId).needs.n1?.received).toBe(before + row.length);
    assertSound();
  }, 600_000);

  test('taken back, once', async () => {
    const row = await promised();
    await killRow(community, 'pledge.withdraw', row.map(({ pledgeId }) => ({ caller: GIVER, input: { pledgeId }, subjectId: pledgeId, outcome: () => stateOf(pledgeId) })));
    assertSound();
  }, 600_000);
});
