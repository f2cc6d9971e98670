import type { BENEFIT_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { decideOnBenefit } from '../review/benefit-check.use-case';
import { listBenefits, retireBenefit, saveBenefit } from './benefit.use-case';

export const benefitHandlers: Pick<Handlers, keyof typeof BENEFIT_ROUTES> = {
  'benefit.list': listBenefits,
  'benefit.save': saveBenefit,
  'benefit.retire': retireBenefit,
  'review.benefit': decideOnBenefit,
};
