import { newHearing, type Hearing } from './thanks-voice';
import type { Thanks } from './thanks';

type Standing = Pick<Thanks, 'words' | 'voice' | 'giverShows' | 'consents' | 'consentsToVoice' | 'shownAtMs' | 'isOnWall'>;

/** What the neighbours find: nothing, the words, the voice with them, or nothing until staff listened to the voice. */
export type WallState = 'off' | 'words' | 'voice' | 'waiting';

/** Pure: what follows from what both sides want and what staff found. */
export const wallStateOf = ({ words, voice, giverShows, consents, consentsToVoice }: Omit<Standing, 'shownAtMs' | 'isOnWall'>): WallState => {
  if (!giverShows || !consents) return 'off';
  if (voice?.state === 'shown' && consentsToVoice && voice.mayBeOnWall !== false) return voice.mayBeOnWall === true ? 'voice' : 'waiting';
  return words === '' ? 'off' : 'words';
};

/** It was only spoken, and staff found that not everybody may hear it. */
export const isKeptBetween = ({ words, voice }: Pick<Thanks, 'words' | 'voice'>): boolean => words === '' && voice?.mayBeOnWall === false;

interface WallOutcome {
  readonly set: Pick<Thanks, 'voice' | 'isOnWall' | 'wallVoice' | 'shownAtMs'>;
  readonly opens: Hearing | null;
  readonly closes: Hearing | null;
}

/** Pure: the fields of the wall as they follow, and the hearing for it that begins or is no longer needed. */
export const wallOf = (after: Standing, nowMs: number): WallOutcome => {
  const state = wallStateOf(after);
  const { voice } = after;
  const running = voice?.hearing?.purpose === 'wall' ? voice.hearing : null;
  const opens = state === 'waiting' && running === null ? newHearing('wall', nowMs) : null;
  const closes = state === 'waiting' ? null : running;
  const isOnWall = state === 'words' || state === 'voice';
  const heard = voice !== null && (opens !== null || closes !== null) ? { ...voice, hearing: opens } : voice;
  const wallVoice = state === 'voice' && voice !== null ? { fileId: voice.fileId, seconds: voice.seconds } : null;
  const shownAtMs = !isOnWall ? 0 : after.isOnWall ? after.shownAtMs : nowMs;
  return { set: { voice: heard, isOnWall, wallVoice, shownAtMs }, opens, closes };
};
