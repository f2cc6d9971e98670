import Taro from '@tarojs/taro';
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
}

/** "我同意" takes two seconds; a minute bounds the upload. */
const LONGEST_MS = 60_000;

/** Whether this phone can record: WeChat can, the browser preview cannot in a format the server takes. */
export const canRecordVoice = process.env.TARO_ENV === 'weapp';

/** One recorder for the whole program, as WeChat has only one. */
export function voiceRecorder(): VoiceRecorder {
  const manager = Taro.getRecorderManager();
  return {
    start: async () => {
      if (!(await ensurePrivacy())) return false;
      return new Promise((resolve) => {
        manager.onStart(() => resolve(true));
        manager.onError(() => resolve(false));
        manager.start({ duration: LONGEST_MS, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 });
      });
    },
    stop: () =>
      new Promise((resolve) => {
        manager.onStop((result) => resolve(result.duration > 0 ? { localPath: result.tempFilePath, seconds: Math.max(1, Math.round(result.duration / 1000)) } : null));
        manager.onError(() => resolve(null));
        manager.stop();
      }),
  };
}
