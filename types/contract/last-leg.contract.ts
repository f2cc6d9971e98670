import * as v from 'valibot';
import { idSchema } from './common';
import { BUDGET, route } from './route';

/** How the last stretch home stands: waiting for a neighbour, taken, brought, received, nobody took it, called off. */
export const LAST_LEG_STATES = ['asked', 'taken', 'brought', 'received', 'unanswered', 'withdrawn'] as const;
export type LastLegState = (typeof LAST_LEG_STATES)[number];

/** The last leg of a claim, for the recipient's side. */
export interface LastLegView {
  /** The errand: a wish of its own, with its page. */
  readonly errandId: string;
  readonly state: LastLegState;
  readonly text: string;
  readonly canCancel: boolean;
}

const claimRef = { wishId: idSchema, claimId: idSchema };

export const LAST_LEG_ROUTES = {
  /** By the recipient's side for what is left at a station, or agreed to be: a neighbour brings it home. Twice is once. */
  'lastLeg.request': route<{ readonly wishId: string; readonly claimId: string; readonly errandId: string; readonly takeByMs: number }>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Not needed after all; whoever took it is told. */
  'lastLeg.cancel': route<{ readonly wishId: string; readonly claimId: string }>()({ input: v.strictObject(claimRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
} as const;
