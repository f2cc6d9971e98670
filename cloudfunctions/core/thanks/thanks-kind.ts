import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import { afterWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { forgottenByClock, humanByClock, lateByClock } from './hear-thanks';
import { lapsedByClock } from './show-thanks';
import type { Thanks } from './thanks';
import { thanksEffectsOf } from './thanks-effects';
import type { ThanksEvent } from './thanks-event';

/** The check of a recording, somebody's hearing of it, and how long a refused one is kept. */
const voiceClocks = (thanks: Thanks, nowMs: number): readonly Due<ThanksEvent>[] => {
  const { voice } = thanks;
  if (voice === null) return [];
  const { hearing } = voice;
  if (hearing !== null) return hearing.isLate ? [] : [{ atMs: hearing.dueAtMs, change: lateByClock(thanks, voice, hearing, nowMs) }];
  if (voice.state === 'checking') return [{ atMs: voice.addedAtMs + RULES.media.answerMs, change: humanByClock(thanks, voice, nowMs) }];
  return voice.state === 'refused' && voice.fileId !== '' ? [{ atMs: (voice.decidedAtMs ?? voice.addedAtMs) + RULES.thanks.refusedVoiceKeptMs, change: forgottenByClock(thanks, voice, nowMs) }] : [];
};

const questionClock = (thanks: Thanks, nowMs: number): readonly Due<ThanksEvent>[] =>
  thanks.askedAtMs === null ? [] : [{ atMs: thanks.askedAtMs + RULES.thanks.askMs, change: lapsedByClock(thanks, thanks.askedAtMs, nowMs) }];

export const THANKS_KIND: AggregateKind<Thanks, ThanksEvent> = {
  collection: 'thanks',
  effectsOf: thanksEffectsOf,
  clocksOf: (thanks, nowMs) => [...questionClock(thanks, nowMs), ...voiceClocks(thanks, nowMs)],
  workingDuesOf: () => [{ path: 'voice.hearing.dueAtMs', countFrom: afterWorkingHours(RULES.thanks.hearWorkingHours) }],
};
