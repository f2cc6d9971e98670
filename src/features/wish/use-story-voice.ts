import { useEffect, useRef, useState } from 'react';
import { toApiFailure } from '@/lib/api-failure';
import { uploadFile } from '@/lib/upload';
import { voiceRecorder } from '@/lib/voice-recorder';
import type { VoiceDraft, WishForm } from './wish-form';

/** A finger that stays longer holds; a shorter touch starts the recording and the next one ends it. */
const HOLD_MS = 600;

type Phase = 'idle' | 'starting' | 'recording' | 'sending';

export interface StoryVoice {
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

interface StoryVoiceOptions {
  readonly voice: VoiceDraft | null;
  readonly change: (update: (latest: WishForm) => Partial<WishForm>) => void;
}

/** Sends a recording; its file counts only while that recording is still the one of the draft. */
function useVoiceUpload({ change }: Pick<StoryVoiceOptions, 'change'>, setPhase: (phase: Phase) => void, setFailureText: (text: string) => void) {
  return async (localPath: string): Promise<void> => {
    setPhase('sending');
    setFailureText('');
    try {
      const fileId = await uploadFile('storyVoice', localPath);
      change((latest) => (latest.voice?.localPath === localPath ? { voice: { ...latest.voice, fileId } } : {}));
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

/** The spoken story: hold to speak, or touch to begin and touch to end. The draft has it before it is sent. */
export function useStoryVoice(options: StoryVoiceOptions): StoryVoice {
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
    options.change(() => ({ voice: { ...recording, fileId: null } }));
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
      options.change(() => ({ voice: null }));
    },
    sendAgain: () => { if (options.voice !== null) void send(options.voice.localPath); },
  };
}
