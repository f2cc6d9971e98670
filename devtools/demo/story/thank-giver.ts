import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { privateWordRefusal } from '../../../cloudfunctions/core/publicity/public-words';
import { decideHearing, decideVoiceCheck } from '../../../cloudfunctions/core/thanks/hear-thanks';
import { decideConsent, decideShowing } from '../../../cloudfunctions/core/thanks/show-thanks';
import { decideMayThank, newThanks, type Saying, type Thanks } from '../../../cloudfunctions/core/thanks/thanks';
import { DEMO_NOW_MS } from '../community/moments';
import type { Telling } from './tell-wish';

/** Givers who are asked before the demo's morning; the answer comes a day later. */
const SETTLED_BEFORE_MS = DEMO_NOW_MS - 2 * DAY_MS;

/** How long somebody spoke in the demo: as long as its tones sound. */
const SPOKEN_SECONDS = 2;

/** WeChat's check of a recording was over within seconds. */
const CHECKED_AFTER_MS = 4_000;

/** One's own voice goes up last thing before the morning, so that staff have it before them. */
const HEARING_SINCE_MS = DEMO_NOW_MS - 15 * HOUR_MS;

const stepBy = (claimId: string, actorId: string, name: string, nowMs: number): Step => ({ actorId, operationId: `demo-thanks-${claimId}-${name}`, inputHash: 'demo', nowMs });

interface Showing {
  readonly thanks: Thanks;
  readonly giver: Member;
  readonly claimId: string;
  readonly withVoice: boolean;
}

/** The giver asks, whoever said it agrees; of a voice staff hear whether everybody may. */
const bringToWall = ({ cast, stage }: Telling, { thanks, giver, claimId, withVoice }: Showing, askedAtMs: number, agreedAtMs: number | null, isHeard: boolean): void => {
  const { thanks: shelf } = stage.town;
  shelf.act(thanks._id, askedAtMs, (found) => decideShowing(found, true, giver, stepBy(claimId, giver._id, 'show', askedAtMs)));
  if (agreedAtMs === null) return;
  shelf.act(thanks._id, agreedAtMs, (found) => decideConsent(found, { consents: true, withVoice }, cast.poster, stepBy(claimId, cast.poster._id, 'consent', agreedAtMs)));
  if (!isHeard) return;
  const heardAtMs = agreedAtMs + 4 * HOUR_MS;
  shelf.act(thanks._id, heardAtMs, (found) => decideHearing(found, 'wall', { kind: 'clear' }, cast.socialWorker, stepBy(claimId, cast.socialWorker._id, 'hear', heardAtMs)));
};

/** The recipient thanks the giver; older ones were shown to the neighbours with both hands' consent, the newest wait. */
export function thankGiver(telling: Telling, claimId: string, words: string, atMs: number): void {
  const { play, cast, stage, sketch } = telling;
  const { thanks: shelf, members } = stage.town;
  const spoken = sketch.spokenThanks ?? null;
  const claim = unwrap(decideMayThank(play.state, claimId, cast.poster));
  const saying: Saying = spoken === null ? { words, voiceFileId: null, voiceSeconds: null } : { words: '', voiceFileId: stage.pictures.takeVoice(cast.poster._id, 'thanksVoice'), voiceSeconds: SPOKEN_SECONDS };
  const thanks = newThanks(play.state, claim, saying, stepBy(claimId, cast.poster._id, 'say', atMs));
  shelf.insert(thanks, atMs);
  if (saying.voiceFileId !== null) shelf.act(thanks._id, atMs + CHECKED_AFTER_MS, (found) => decideVoiceCheck(found, saying.voiceFileId ?? '', 'shown', atMs + CHECKED_AFTER_MS));
  const giver = members.get(claim.contactId);
  if (giver === undefined || spoken === 'private' || atMs + HOUR_MS > DEMO_NOW_MS || privateWordRefusal(words, 'words') !== null) return;
  const showing = { thanks, giver, claimId, withVoice: spoken !== null };
  if (spoken === 'hearing') return bringToWall(telling, showing, Math.max(atMs + HOUR_MS, HEARING_SINCE_MS - HOUR_MS), HEARING_SINCE_MS, false);
  bringToWall(telling, showing, atMs + HOUR_MS, atMs > SETTLED_BEFORE_MS ? null : atMs + DAY_MS, spoken === 'wall');
}
