import Taro from '@tarojs/taro';
import { LIMITS } from '@contract';
import { ensurePrivacy } from './privacy';

/** A recording of a person's voice on this phone. */
export interface VoiceRecording {
  readonly localPath: string;
  readonly seconds: number;
}

export interface VoiceRecorder {
  /** Answers false when the microphone was not allowed. */
  readonly start: () => Promise<boolean>;
  /** Ends the recording; null when nothing was recorded. */
  readonly stop: () => Promise<VoiceRecording | null>;
  /** Waits for the end of the recording that runs, by `stop` or because a minute is over. */
  readonly ended: () => Promise<VoiceRecording | null>;
}

/** A minute is a long story; it bounds the upload too. */
export const LONGEST_VOICE_SECONDS = LIMITS.voiceSeconds;

/** Whether this phone can record: WeChat can, the browser preview cannot in a format the server takes. */
export const canRecordVoice = process.env.TARO_ENV === 'weapp';

/** WeChat has one recorder for the whole program, and it stops by itself as well: its end is awaited from the start. */
let ending: Promise<VoiceRecording | null> = Promise.resolve(null);

const recordingOf = (result: Taro.RecorderManager.OnStopCallbackResult): VoiceRecording | null =>
  result.duration > 0 ? { localPath: result.tempFilePath, seconds: Math.max(1, Math.round(result.duration / 1000)) } : null;

export function voiceRecorder(): VoiceRecorder {
  const manager = Taro.getRecorderManager();
  return {
    start: async () => {
      if (!(await ensurePrivacy())) return false;
      return new Promise((resolve) => {
        ending = new Promise((resolveEnd) => {
          manager.onStop((result) => resolveEnd(recordingOf(result)));
          manager.onError(() => {
            resolve(false);
            resolveEnd(null);
          });
        });
        manager.onStart(() => resolve(true));
        manager.start({ duration: LONGEST_VOICE_SECONDS * 1000, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 });
      });
    },
    stop: () => {
      manager.stop();
      return ending;
    },
    ended: () => ending,
  };
}
