import { useEffect, useRef, useState } from 'react';
import { toApiFailure } from './api-failure';
import { type UploadPurpose, uploadFile } from './upload';
import { voiceRecorder } from './voice-recorder';

/** A recording on this phone; `fileId` once it has arrived. */
export interface VoiceDraft {
  readonly localPath: string;
  readonly seconds: number;
  readonly fileId: string | null;
}

/** A finger that stays longer holds; a shorter touch starts the recording and the next one ends it. */
const HOLD_MS = 600;

type Phase = 'idle' | 'starting' | 'recording' | 'sending';

export interface VoiceNote {
  readonly voice: VoiceDraft | null;
  readonly phase: Phase;
  /** Counts while it records. */
  readonly seconds: number;
  readonly failureText: string;
  readonly press: () => void;
  readonly release: () => void;
  readonly throwAway: () => void;
  readonly sendAgain: () => void;
}

interface VoiceNoteOptions {
  readonly purpose: UploadPurpose;
  readonly voice: VoiceDraft | null;
  /** Works the recording of the draft out from the latest one, for answers that arrive later. */
  readonly change: (update: (latest: VoiceDraft | null) => VoiceDraft | null) => void;
}

/** Sends a recording; its file counts only while that recording is still the one of the draft. */
function useVoiceUpload({ change, purpose }: Pick<VoiceNoteOptions, 'change' | 'purpose'>, setPhase: (phase: Phase) => void, setFailureText: (text: string) => void) {
  return async (localPath: string): Promise<void> => {
    setPhase('sending');
    setFailureText('');
    try {
      const fileId = await uploadFile(purpose, localPath);
      change((latest) => (latest?.localPath === localPath ? { ...latest, fileId } : latest));
    } catch (thrown) {
      setFailureText(toApiFailure(thrown).message);
    } finally {
      setPhase('idle');
    }
  };
}

/** Seconds since the recording began. */
function useSeconds(isRunning: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isRunning) return undefined;
    setSeconds(0);
    const timer = setInterval(() => setSeconds((passed) => passed + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return seconds;
}

/** Something spoken in a form: hold to speak, or touch to begin and touch to end. The draft has it before it is sent. */
export function useVoiceNote(options: VoiceNoteOptions): VoiceNote {
  const [phase, setPhase] = useState<Phase>('idle');
  const [failureText, setFailureText] = useState('');
  const pressedAtMs = useRef(0);
  const isOpen = useRef(false);
  const send = useVoiceUpload(options, setPhase, setFailureText);
  const seconds = useSeconds(phase === 'recording');

  const stop = (): void => void voiceRecorder().stop();
  // Whoever leaves in the middle lets the microphone go.
  useEffect(() => () => { if (isOpen.current) stop(); }, []);

  const record = async (): Promise<void> => {
    setFailureText('');
    setPhase('starting');
    isOpen.current = await voiceRecorder().start();
    if (!isOpen.current) {
      setPhase('idle');
      setFailureText('没打开话筒，打字也行；键盘上的话筒能把话变成字');
      return;
    }
    setPhase('recording');
    const recording = await voiceRecorder().ended();
    isOpen.current = false;
    setPhase('idle');
    if (recording === null) return;
    options.change(() => ({ ...recording, fileId: null }));
    await send(recording.localPath);
  };

  return {
    voice: options.voice,
    phase, seconds, failureText,
    press: () => {
      if (phase === 'recording') return stop();
      pressedAtMs.current = Date.now();
      return phase === 'idle' ? void record() : undefined;
    },
    release: () => { if (phase === 'recording' && Date.now() - pressedAtMs.current > HOLD_MS) stop(); },
    throwAway: () => {
      setFailureText('');
      options.change(() => null);
    },
    sendAgain: () => { if (options.voice !== null) void send(options.voice.localPath); },
  };
}
