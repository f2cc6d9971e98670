/** Collections of crowdfunding in its lanes, of money in and out and of the development fund; part of `COLLECTIONS`, in a file of their own for its length. */
const wakeIndex = { name: 'wake', keys: [['wakeAtMs', 1]] } as const;

export const MONEY_COLLECTIONS = [
  {
    name: 'laneGrounds',
    purpose: 'One document a lane of crowdfunding and node of the tree: its legal ground, who takes money in, who recorded and who confirmed it.',
    indexes: [wakeIndex],
  },
  {
    name: 'linkedCampaigns',
    purpose: 'Lane A: campaigns of certified charities on designated platforms, told of here and led to there.',
    indexes: [
      { name: 'listed', keys: [['areaId', 1], ['state', 1], ['shownAtMs', -1], ['_id', -1]] },
      { name: 'waiting', keys: [['areaIds', 1], ['state', 1], ['editedAtMs', -1], ['_id', -1]] },
      wakeIndex,
    ],
  },
  {
    name: 'pledges',
    purpose: 'The aggregate of what one neighbour promised to a campaign besides money: until it came or ended.',
    indexes: [
      { name: 'mine', keys: [['giverId', 1], ['pledgedAtMs', -1], ['_id', -1]] },
      { name: 'campaign', keys: [['campaignId', 1], ['pledgedAtMs', -1], ['_id', -1]] },
      { name: 'campaignWaiting', keys: [['campaignId', 1], ['state', 1]] },
      { name: 'station', keys: [['communityId', 1], ['kind', 1], ['state', 1], ['untilMs', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'matchBudgets',
    purpose: 'The aggregate of a shop\'s matching budget for one campaign: what is left, kept, spent and returned.',
    indexes: [{ name: 'mine', keys: [['merchantId', 1], ['offeredAtMs', -1], ['_id', -1]] }, wakeIndex],
  },
  {
    name: 'contributions',
    purpose: 'What one person gave in money: the order at WeChat or the cash, and where the money is. Its id is WeChat\'s order number.',
    indexes: [
      { name: 'target', keys: [['targetKey', 1], ['state', 1], ['_id', 1]] },
      { name: 'givers', keys: [['targetKey', 1], ['state', 1], ['paidAtMs', -1], ['_id', -1]] },
      { name: 'mine', keys: [['giverId', 1], ['orderedAtMs', -1], ['_id', -1]] },
      { name: 'bill', keys: [['subMchId', 1], ['paidDay', 1], ['_id', 1]] },
      { name: 'refunds', keys: [['subMchId', 1], ['refund.askedDay', 1]] },
      { name: 'given', keys: [['giverId', 1], ['targetKey', 1], ['state', 1]] },
      { name: 'waiting', keys: [['communityId', 1], ['isWaiting', 1], ['orderedAtMs', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'campaignGivers',
    purpose: 'Who gave money for a target, once each, with the first time; so that givers are counted and new ones of a day told.',
    indexes: [{ name: 'target', keys: [['targetKey', 1], ['firstAtMs', 1], ['_id', 1]] }, { name: 'first', keys: [['firstContributionId', 1]] }],
  },
  {
    name: 'reconciliations',
    purpose: 'WeChat\'s bill of a day against our books, one document an account and day; a day itself stands for having been begun.',
    indexes: [{ name: 'list', keys: [['communityId', 1], ['day', -1], ['_id', -1]] }, wakeIndex],
  },
  {
    name: 'campaigns',
    purpose: 'Mutual aid of one community: proposal, stages, budget, needs, spendings, reports. What people gave stands elsewhere.',
    indexes: [
      { name: 'shown', keys: [['communityId', 1], ['shown', 1], ['createdAtMs', -1], ['_id', -1]] },
      { name: 'mine', keys: [['answerable.memberId', 1], ['createdAtMs', -1], ['_id', -1]] },
      { name: 'live', keys: [['answerable.memberId', 1], ['isLive', 1]] },
      { name: 'overdue', keys: [['answerable.memberId', 1], ['isDisclosureOverdue', 1]] },
      { name: 'places', keys: [['areaIds', 1], ['shown', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'directedGifts',
    purpose: 'Lane C: what one shop, unit or person gives to one project, bundle of needs or organisation: words, things, parts of money, spendings, reports.',
    indexes: [
      { name: 'shown', keys: [['communityId', 1], ['shown', 1], ['offeredAtMs', -1], ['_id', -1]] },
      { name: 'waiting', keys: [['communityId', 1], ['isWaiting', 1], ['offeredAtMs', 1], ['_id', 1]] },
      { name: 'given', keys: [['giver.partyId', 1], ['offeredAtMs', -1], ['_id', -1]] },
      { name: 'live', keys: [['giver.partyId', 1], ['isLive', 1]] },
      { name: 'answerable', keys: [['answerable.memberId', 1], ['offeredAtMs', -1], ['_id', -1]] },
      { name: 'answers', keys: [['answerable.memberId', 1], ['isLive', 1]] },
      { name: 'late', keys: [['answerable.memberId', 1], ['isReportOverdue', 1]] },
      { name: 'places', keys: [['areaIds', 1], ['shown', 1], ['_id', 1]] },
      { name: 'states', keys: [['areaIds', 1], ['state', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'publicDays',
    purpose: 'The public ledger of a campaign, one document a day: its lines, its balances, and how far the fold chain is in it.',
    indexes: [{ name: 'days', keys: [['campaignId', 1], ['day', 1]] }],
  },
  {
    name: 'funds',
    purpose: "A community's development fund of one year, with what each committee was granted.",
    indexes: [{ name: 'years', keys: [['communityId', 1], ['year', -1]] }, wakeIndex],
  },
  {
    name: 'grants',
    purpose: 'The aggregate of a grant: what a committee does with money of the fund, and its spendings.',
    indexes: [
      { name: 'fund', keys: [['fundId', 1], ['appliedAtMs', -1], ['_id', -1]] },
      { name: 'mine', keys: [['contactId', 1], ['appliedAtMs', -1], ['_id', -1]] },
      wakeIndex,
    ],
  },
  {
    name: 'spendings',
    purpose: 'Read model: one document a spending, for whoever looks, pays, asked or is paid. Written by the events of its host.',
    indexes: [
      { name: 'areas', keys: [['areaIds', 1], ['isOpen', 1], ['filedAtMs', 1], ['_id', 1]] },
      { name: 'agent', keys: [['agentId', 1], ['isOpen', 1], ['filedAtMs', 1], ['_id', 1]] },
      { name: 'mine', keys: [['filedById', 1], ['filedAtMs', -1], ['_id', -1]] },
      { name: 'payee', keys: [['payeeId', 1]] },
    ],
  },
  { name: 'useTables', purpose: 'What money may and may not be spent on in a street; the id is the street.', indexes: [] },
] as const;
