import { isLinkedCoherent, type LinkedCampaign } from '../../cloudfunctions/core/linked/linked-campaign';
import { ADMIN, COMMUNITY, STAFF, type Community } from '../flows/support/community';
import { bringStreetAdmin, openLane } from '../flows/support/lane-steps';
import { linkedFacts, showLinked } from '../flows/support/linked-steps';
import { describeKilled, type Act, type KilledCase } from './support/killed-command';

const find = (community: Community, linkedId: string): LinkedCampaign | null => community.document<LinkedCampaign>('linkedCampaigns', linkedId);

let titles = 0;
const newTitle = (): string => `募捐${String((titles += 1))}`;

const enterOne = async (community: Community): Promise<{ readonly linkedId: string; readonly version: number }> => community.must(STAFF, 'linked.enter', { areaId: COMMUNITY, ...linkedFacts(community, { title: newTitle() }) });

const act = (community: Community, linkedId: string, caller: string, input: unknown, happened: (campaign: LinkedCampaign) => boolean): Act => ({
  caller, input, subjectIds: () => [linkedId],
  happened: () => {
    const campaign = find(community, linkedId);
    return campaign !== null && isLinkedCoherent(campaign) && happened(campaign);
  },
});

/** Linked campaigns, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'linked.enter',
    prepare: async (community) => {
      const title = newTitle();
      const own = (): readonly LinkedCampaign[] => community.documents<LinkedCampaign>('linkedCampaigns').filter(({ facts }) => facts.title === title);
      return { caller: STAFF, input: { areaId: COMMUNITY, ...linkedFacts(community, { title }) }, subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 };
    },
  },
  {
    route: 'linked.update',
    prepare: async (community) => {
      const { linkedId } = await enterOne(community);
      return act(community, linkedId, STAFF, { linkedId, ...linkedFacts(community, { title: newTitle() }) }, ({ version }) => version === 2);
    },
  },
  {
    route: 'linked.check',
    prepare: async (community) => {
      const { linkedId, version } = await enterOne(community);
      return act(community, linkedId, ADMIN, { linkedId, version, decision: { kind: 'approve', hasLookedUp: true } }, ({ state }) => state === 'shown');
    },
  },
  {
    route: 'linked.mirror',
    prepare: async (community) => {
      const linkedId = await showLinked(community);
      return act(community, linkedId, STAFF, { linkedId, raisedText: '已筹 3 万元', raisedAtMs: community.nowMs(), source: '项目页' }, ({ mirrored }) => mirrored !== null);
    },
  },
  {
    route: 'linked.disclose',
    prepare: async (community) => {
      const linkedId = await showLinked(community);
      return act(community, linkedId, STAFF, { linkedId, title: '进展', url: 'https://charity.example.org/q3' }, ({ disclosures }) => disclosures.length === 1);
    },
  },
  {
    route: 'linked.end',
    prepare: async (community) => {
      const linkedId = await showLinked(community);
      return act(community, linkedId, STAFF, { linkedId, note: '够了' }, ({ state }) => state === 'ended');
    },
  },
];

const setUp = async (community: Community): Promise<void> => {
  await bringStreetAdmin(community);
  await openLane(community, 'linked');
};

describeKilled(cases, { setUp });
