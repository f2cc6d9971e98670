/** Collections of what is offered, of rounds of matching and of needs in projects; part of `COLLECTIONS`, in a file of their own for its length. */
const wakeIndex = { name: 'wake', keys: [['wakeAtMs', 1]] } as const;

export const MATCHING_COLLECTIONS = [
  {
    name: 'needPlans',
    purpose: 'The aggregate of one bundling of a community: its needs, each with the number of its bundle; its clock and outbox.',
    indexes: [{ name: 'latest', keys: [['communityId', 1], ['sequence', -1]] }, wakeIndex],
  },
  {
    name: 'needProjects',
    purpose: 'The aggregate of one project: the needs of a bundle, its plan, its owner and the day by which it must go on; its clocks and outbox.',
    indexes: [
      { name: 'community', keys: [['communityId', 1], ['isLive', 1], ['shelfPlace', 1], ['_id', 1]] },
      { name: 'owned', keys: [['ownerId', 1], ['isLive', 1], ['shelfPlace', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'consults',
    purpose: 'The aggregate of one consultation about the draft plan of a project: its points, its numbers as last counted, its clocks and outbox.',
    indexes: [
      { name: 'shelf', keys: [['communityId', 1], ['shelfPlace', 1], ['_id', 1]] },
      { name: 'open', keys: [['communityId', 1], ['state', 1], ['endsAtMs', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'consultVoices',
    purpose: 'What one person chose and whom they back in one consultation.',
    indexes: [{ name: 'consult', keys: [['consultId', 1], ['_id', 1]] }, { name: 'person', keys: [['memberId', 1], ['saidAtMs', -1]] }],
  },
  {
    name: 'consultWords',
    purpose: 'One addition or objection of a person in a consultation, and what was answered.',
    indexes: [
      { name: 'consult', keys: [['consultId', 1], ['_id', 1]] },
      { name: 'own', keys: [['consultId', 1], ['memberId', 1]] },
      { name: 'shown', keys: [['consultId', 1], ['kind', 1], ['state', 1], ['backs', -1], ['_id', 1]] },
      { name: 'unanswered', keys: [['consultId', 1], ['kind', 1], ['isUnanswered', 1], ['backs', -1], ['_id', 1]] },
      { name: 'waits', keys: [['consultId', 1], ['isUnanswered', 1]] },
      { name: 'person', keys: [['memberId', 1], ['saidAtMs', -1]] },
    ],
  },
  {
    name: 'supplies',
    purpose: 'The aggregate of one offer: what a resident, a shop, a unit or an organisation can give, where and when; its clocks and outbox.',
    indexes: [
      { name: 'kept', keys: [['keeperId', 1], ['isLive', 1], ['updatedAtMs', -1], ['_id', -1]] },
      { name: 'offered', keys: [['communityId', 1], ['state', 1], ['category', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'matchRounds',
    purpose: 'One round of matching offers with wishes: how far it is, what staff changed, its figures and report.',
    indexes: [{ name: 'community', keys: [['communityId', 1], ['n', -1]] }, { name: 'starter', keys: [['startedById', 1]] }, wakeIndex],
  },
  {
    name: 'matchPages',
    purpose: 'What a round of matching was computed from and came to, page by page: offers, wishes with candidates, prices, pairs. Ids and numbers only.',
    indexes: [{ name: 'round', keys: [['roundId', 1], ['kind', 1], ['pass', 1], ['run', 1], ['page', 1]] }],
  },
  {
    name: 'matchProposals',
    purpose: 'The aggregate of one proposal of a round: a wish, an offer, who answered what; its clock and outbox.',
    indexes: [
      { name: 'giver', keys: [['keeperId', 1], ['state', 1], ['answerByMs', -1], ['_id', 1]] },
      { name: 'wish', keys: [['wishId', 1], ['answerByMs', -1], ['_id', 1]] },
      { name: 'round', keys: [['roundId', 1], ['wishId', 1], ['_id', 1]] },
      { name: 'pass', keys: [['roundId', 1], ['pass', 1], ['state', 1], ['keeperId', 1]] },
      { name: 'closedBy', keys: [['closedById', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'pushWeeks',
    purpose: 'How much a person was sent unasked in a week; gone a month after.',
    indexes: [{ name: 'person', keys: [['memberId', 1], ['week', -1]] }, wakeIndex],
  },
] as const;
