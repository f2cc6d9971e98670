import type { FAVOUR_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerAppeal, appealFreeze, freezePoints, liftFreeze, myFreezes, noteFine, readFreeze, readReport, voidFreeze } from './favour.use-case';

export const favourHandlers: Pick<Handlers, keyof typeof FAVOUR_ROUTES> = {
  'favour.report': readReport,
  'favour.fine': noteFine,
  'favour.freeze': freezePoints,
  'favour.readFreeze': readFreeze,
  'favour.lift': liftFreeze,
  'favour.answer': answerAppeal,
  'favour.void': voidFreeze,
  'favour.mine': myFreezes,
  'favour.appeal': appealFreeze,
};
