import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { privateWordRefusal } from '../../../cloudfunctions/core/publicity/public-words';
import { decideConsent, decideShowing } from '../../../cloudfunctions/core/thanks/show-thanks';
import { decideMayThank, newThanks } from '../../../cloudfunctions/core/thanks/thanks';
import { DEMO_NOW_MS } from '../community/moments';
import type { Telling } from './tell-wish';

/** Givers who are asked before the demo's morning; the answer comes a day later. */
const SETTLED_BEFORE_MS = DEMO_NOW_MS - 2 * DAY_MS;

/** The recipient thanks the giver; older ones were shown to the neighbours with both hands' consent, the newest wait. */
export function thankGiver({ play, cast, stage }: Telling, claimId: string, words: string, atMs: number): void {
  const { thanks: shelf, members } = stage.town;
  const step = (actorId: string, name: string, nowMs: number): Step => ({ actorId, operationId: `demo-thanks-${claimId}-${name}`, inputHash: 'demo', nowMs });
  const claim = unwrap(decideMayThank(play.state, claimId, cast.poster));
  const thanks = newThanks(play.state, claim, words, step(cast.poster._id, 'say', atMs));
  shelf.insert(thanks, atMs);
  const giver = members.get(claim.claimerId);
  if (giver === undefined || atMs + HOUR_MS > DEMO_NOW_MS || privateWordRefusal(words, 'words') !== null) return;
  shelf.act(thanks._id, atMs + HOUR_MS, (found) => decideShowing(found, true, giver, step(giver._id, 'show', atMs + HOUR_MS)));
  if (atMs > SETTLED_BEFORE_MS) return;
  shelf.act(thanks._id, atMs + DAY_MS, (found) => decideConsent(found, true, cast.poster, step(cast.poster._id, 'consent', atMs + DAY_MS)));
}
