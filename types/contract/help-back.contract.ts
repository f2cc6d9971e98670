import { emptySchema } from './common';
import { BUDGET, route } from './route';
import type { WishCardView } from './wish.contract';

export const HELP_BACK_ROUTES = {
  /** A few small things near, for whoever opens the private invitation. */
  'helpBack.suggestions': route<{ readonly items: readonly WishCardView[] }>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** 以后别再问: never invited again, without a reason. */
  'helpBack.mute': route<{ readonly muted: true }>()({ input: emptySchema, mutating: true, access: 'member', requestBudget: BUDGET.command }),
} as const;
