import type { SAFETY_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerSafety, openSafetyDoor, readSafety, reportSafety } from './safety.use-case';

export const safetyHandlers: Pick<Handlers, keyof typeof SAFETY_ROUTES> = {
  'safety.report': reportSafety,
  'safety.door': openSafetyDoor,
  'safety.read': readSafety,
  'safety.answer': answerSafety,
};
