/** Collections of WeChat groups and of what is brought there; part of `COLLECTIONS`, in a file of their own for its length. */
const wakeIndex = { name: 'wake', keys: [['wakeAtMs', 1]] } as const;

export const GROUP_COLLECTIONS = [
  {
    name: 'groups',
    purpose: 'The aggregate of a WeChat group bound to a community: its owners, the invitation that stands, its outbox. Nothing of who is in it.',
    indexes: [
      { name: 'owners', keys: [['ownerIds', 1], ['state', 1], ['boundAtMs', -1], ['_id', -1]] },
      { name: 'community', keys: [['communityId', 1], ['state', 1], ['boundAtMs', -1], ['_id', -1]] },
      { name: 'invite', keys: [['inviteId', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'shareCodes',
    purpose: 'One thing brought into one group: its numbers as last counted, and the clock of the next count. No words of people.',
    indexes: [{ name: 'group', keys: [['groupId', 1], ['createdAtMs', -1], ['_id', -1]] }, wakeIndex],
  },
  {
    name: 'sharePictures',
    purpose: 'The mini-program code of a share code, drawn by WeChat once; gone once the code is no longer counted.',
    indexes: [],
  },
  {
    name: 'shareOpens',
    purpose: 'That one person opened a code and how far they came; gone once the code is no longer counted.',
    indexes: [
      { name: 'reached', keys: [['codeId', 1], ['reached', 1]] },
      { name: 'person', keys: [['personId', 1], ['itemId', 1], ['openedAtMs', -1]] },
    ],
  },
] as const;
