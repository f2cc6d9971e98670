import type { BATCH_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { claimMany } from './claim-many.use-case';

export const batchHandlers: Pick<Handlers, keyof typeof BATCH_ROUTES> = { 'wish.claimMany': claimMany };
