import type { ConsultAnswerView, ConsultWordKind, ConsultWordState } from '@contract';
import { knownStep, type Step, type Steps } from '../aggregate/step';
import { stepsWith } from '../aggregate/versioned';
import { deriveId } from '../kernel/ids';

/** What one person chose in one consultation: one document a person, so that nothing counts twice. */
export interface ConsultVoice {
  readonly _id: string;
  readonly consultId: string;
  /** Null once they left; what they chose stays counted. */
  readonly memberId: string | null;
  readonly picks: readonly number[];
  /** Additions of others they back. */
  readonly backs: readonly string[];
  readonly steps: Steps;
  readonly revision: number;
  readonly saidAtMs: number;
}

/** An addition or an objection. */
export interface ConsultWord {
  readonly _id: string;
  readonly consultId: string;
  /** Of whoever said it; the same person counts once for what they chose and said. */
  readonly voiceId: string;
  readonly memberId: string | null;
  readonly name: string;
  readonly communityId: string;
  readonly kind: ConsultWordKind;
  readonly point: number | null;
  readonly text: string;
  readonly state: ConsultWordState;
  readonly hideReason: string;
  /** Waits for an answer. */
  readonly isUnanswered: boolean;
  readonly backs: number;
  readonly answer: (ConsultAnswerView & { readonly byId: string; readonly atMs: number }) | null;
  readonly operationId: string;
  readonly inputHash: string;
  readonly saidAtMs: number;
}

export const voiceIdOf = (consultId: string, memberId: string): string => deriveId('cv', consultId, memberId);

/** The n-th time a person says something of this kind, from 0: one stands at a time. */
export const wordIdOf = (voiceId: string, kind: ConsultWordKind, point: number | null, n: number): string => deriveId('cw', voiceId, kind, String(point), String(n));

export const newVoice = (consultId: string, memberId: string, chosen: Pick<ConsultVoice, 'picks' | 'backs'>, step: Step): ConsultVoice => ({
  _id: voiceIdOf(consultId, memberId), consultId, memberId, ...chosen, steps: { [step.operationId]: step.inputHash }, revision: 1, saidAtMs: step.nowMs,
});

/** What a person chose after this act. */
export const chosenAnew = (voice: ConsultVoice, chosen: Partial<Pick<ConsultVoice, 'picks' | 'backs'>>, step: Step): Pick<ConsultVoice, 'picks' | 'backs' | 'steps' | 'revision' | 'saidAtMs'> => ({
  picks: voice.picks, backs: voice.backs, ...chosen, steps: stepsWith(voice.steps, step), revision: voice.revision + 1, saidAtMs: step.nowMs,
});

export const knownVoiceStep = (voice: ConsultVoice, step: Step): ReturnType<typeof knownStep> => knownStep(voice.steps, step);

/** Additions stand at once; an objection waits for somebody of the staff, since it may be about somebody. */
export const newWord = (voiceId: string, n: number, said: Pick<ConsultWord, 'consultId' | 'memberId' | 'name' | 'communityId' | 'kind' | 'point' | 'text'>, step: Step): ConsultWord => ({
  _id: wordIdOf(voiceId, said.kind, said.point, n), voiceId, ...said,
  state: said.kind === 'object' ? 'waiting' : 'shown', hideReason: '', isUnanswered: true, backs: 0, answer: null,
  operationId: step.operationId, inputHash: step.inputHash, saidAtMs: step.nowMs,
});

/** Counts among what was said: neither taken back nor hidden. */
export const isStanding = ({ state }: Pick<ConsultWord, 'state'>): boolean => state === 'shown' || state === 'waiting';
