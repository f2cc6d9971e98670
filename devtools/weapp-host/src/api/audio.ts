import type { Host } from '../host';
import { pictureAddress } from './media';
import { requirePermission } from './permissions';

type Listener = (event: object) => void

/** Listeners of one audio object: `onX` adds one, `offX` removes all of that name. */
function makeEvents(names: readonly string[]): { functions: Record<string, (listener?: Listener) => void>; emit: (name: string, event?: object) => void } {
  const lists = new Map<string, Listener[]>(names.map((name) => [name, []]));
  const entries = names.flatMap((name): [string, (listener?: Listener) => void][] => [
    [`on${name}`, (listener) => void (listener && lists.get(name)?.push(listener))],
    [`off${name}`, () => void lists.set(name, [])],
  ]);
  return {
    functions: Object.fromEntries(entries),
    emit: (name, event = {}) => window.setTimeout(() => lists.get(name)?.forEach((listener) => listener(event)), 0),
  };
}

/** A tenth of a second of silence as 8 kHz, 8-bit mono WAV: what the recorder yields, since a test machine has no microphone. */
function silentWave(): Blob {
  const sampleCount = 800;
  const view = new DataView(new ArrayBuffer(44 + sampleCount));
  const text = (offset: number, value: string): void => [...value].forEach((character, index) => view.setUint8(offset + index, character.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + sampleCount, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, sampleCount, true);
  for (let index = 0; index < sampleCount; index += 1) view.setUint8(44 + index, 128);
  return new Blob([view.buffer], { type: 'audio/wav' });
}

interface RecordOptions {
  /** In ms; WeChat ends the recording by itself then. */
  duration?: number
  /** Ending of the file's name; the bytes are a WAV whatever it says. */
  format?: 'aac' | 'mp3' | 'wav' | 'PCM'
}

const LONGEST_MS = 60_000;

function makeRecorder(host: Host): object {
  const { functions, emit } = makeEvents(['Start', 'Stop', 'Pause', 'Resume', 'Error', 'FrameRecorded', 'InterruptionBegin', 'InterruptionEnd']);
  let running: { readonly startedAtMs: number; readonly format: string; readonly timer: number } | null = null;
  const fail = (message: string): void => emit('Error', { errMsg: `operateRecorder:fail ${message}` });
  const stop = (): void => {
    if (running === null) return fail('recorder not start');
    const { startedAtMs, format, timer } = running;
    running = null;
    window.clearTimeout(timer);
    const blob = silentWave();
    emit('Stop', { tempFilePath: host.files.add(blob, format), duration: Date.now() - startedAtMs, fileSize: blob.size });
  };
  return {
    ...functions,
    start: ({ duration = LONGEST_MS, format = 'aac' }: RecordOptions = {}) => {
      requirePermission(host, 'startRecord', 'scope.record').then(
        () => {
          if (running !== null) return fail('is recording or paused');
          running = { startedAtMs: Date.now(), format: format.toLowerCase(), timer: window.setTimeout(stop, duration) };
          emit('Start');
        },
        (error: Error) => fail(error.message),
      );
    },
    pause: () => emit('Pause'),
    resume: () => emit('Resume'),
    stop,
  };
}

function makePlayer(host: Host): object {
  const { functions, emit } = makeEvents(['Canplay', 'Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate', 'Waiting', 'Seeking', 'Seeked']);
  const audio = new Audio();
  audio.addEventListener('canplay', () => emit('Canplay'));
  audio.addEventListener('play', () => emit('Play'));
  audio.addEventListener('ended', () => emit('Ended'));
  audio.addEventListener('timeupdate', () => emit('TimeUpdate'));
  audio.addEventListener('error', () => emit('Error', { errCode: 10003, errMsg: 'audio cannot be played' }));
  return {
    ...functions,
    get src() {
      return audio.src;
    },
    set src(source: string) {
      audio.src = pictureAddress(host, source);
    },
    get duration() {
      return Number.isFinite(audio.duration) ? audio.duration : 0;
    },
    get currentTime() {
      return audio.currentTime;
    },
    get paused() {
      return audio.paused;
    },
    play: () => void audio.play().catch(() => emit('Error', { errCode: 10001, errMsg: 'play refused' })),
    pause: () => {
      audio.pause();
      emit('Pause');
    },
    stop: () => {
      audio.pause();
      audio.currentTime = 0;
      emit('Stop');
    },
    seek: (seconds: number) => void (audio.currentTime = seconds),
    destroy: () => audio.removeAttribute('src'),
  };
}

/** Recording (a short silence) and playing. */
export function audioApi(host: Host): object {
  let recorder: object | null = null;
  return {
    getRecorderManager: () => (recorder ??= makeRecorder(host)),
    createInnerAudioContext: () => makePlayer(host),
    setInnerAudioOption: () => undefined,
  };
}
