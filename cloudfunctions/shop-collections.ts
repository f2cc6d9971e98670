/** Collections of shops (爱心商户); part of `COLLECTIONS`, in a file of their own for its length. */
export const SHOP_COLLECTIONS = [
  {
    name: 'shops',
    purpose: 'The aggregate of a shop: its licence, its people, whether it gives, what it still hands back, its outbox. Its contact is sealed.',
    indexes: [
      { name: 'people', keys: [['memberIds', 1], ['appliedAtMs', -1], ['_id', -1]] },
      { name: 'owners', keys: [['ownerIds', 1], ['isLive', 1]] },
      { name: 'alliance', keys: [['communityId', 1], ['isListed', 1], ['admittedAtMs', 1], ['_id', 1]] },
      { name: 'desk', keys: [['communityId', 1], ['shelf', 1], ['appliedAtMs', 1], ['_id', 1]] },
      { name: 'invite', keys: [['inviteId', 1]] },
      { name: 'wake', keys: [['wakeAtMs', 1]] },
    ],
  },
  { name: 'shopLicences', purpose: 'Which shop a licence stands for; the id is its unified social credit code, so none stands for two.', indexes: [] },
] as const;
