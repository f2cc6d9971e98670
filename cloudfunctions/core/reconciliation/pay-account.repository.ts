import type { EffectOf } from '../effect/effect';
import { store } from '../platform/store';
import { payAccountIdOf, type PayAccount } from './reconciliation';

/** A sub-merchant that receives something for a community is reconciled with it from then on. */
export const notePayAccount = async ({ subMchId, entityName, communityId, areaIds, atMs }: EffectOf<'notePayAccount'>): Promise<void> => {
  const account: PayAccount = { _id: payAccountIdOf(subMchId, communityId), subMchId, entityName, communityId, areaIds, sinceMs: atMs };
  await store.insertOnce('payAccounts', account);
};
