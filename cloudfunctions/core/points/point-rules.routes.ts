import type { POINT_RULE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { listRules, saveRules, simulate, ways } from './point-rules.use-case';

export const pointRuleHandlers: Pick<Handlers, keyof typeof POINT_RULE_ROUTES> = {
  'points.ways': ways,
  'pointRules.list': listRules,
  'pointRules.simulate': simulate,
  'pointRules.save': saveRules,
};
