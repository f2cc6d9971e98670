import { deriveId } from '../kernel/ids';
import type { Claim } from '../wish/wish';

/** The step by which a shop gives a claim back: the same however often it is carried out, and known by its id in the claim. */
export const shopReturnIdOf = (shopId: string, claimId: string): string => deriveId('op', 'shopReturn', shopId, claimId);

/** Whether a claim went back by itself when its shop rested, was stopped or left. An ended claim keeps the step that ended it. */
export const isHandedBack = ({ state, claimerId, claimId, steps }: Pick<Claim, 'state' | 'claimerId' | 'claimId' | 'steps'>): boolean => state === 'returned' && Object.hasOwn(steps, shopReturnIdOf(claimerId, claimId));
