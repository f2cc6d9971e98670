import type { DueHandler } from '../jobs/due';
import { countShare } from './count-shares.use-case';

/** What came of a thing in a group is counted, a minute after something happened. */
export const shareDue: DueHandler = { collection: 'shareCodes', settle: countShare };
