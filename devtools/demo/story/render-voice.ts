const SAMPLES_A_SECOND = 8_000;
const HEADER_BYTES = 44;
/** Hertz and seconds of the tones, one after the other. */
const TONES: readonly (readonly [number, number])[] = [[262, 0.5], [330, 0.4], [294, 0.6], [220, 0.8]];
/** Of 127: soft. */
const LOUDNESS = 36;

/** The tones as samples, each swelling and fading so that nothing clicks. */
const samples = (): readonly number[] =>
  TONES.flatMap(([hertz, seconds]) => {
    const count = Math.round(seconds * SAMPLES_A_SECOND);
    return Array.from({ length: count }, (_, at) => 128 + Math.round(LOUDNESS * Math.sin((Math.PI * at) / count) * Math.sin((2 * Math.PI * hertz * at) / SAMPLES_A_SECOND)));
  });

/** Nobody's voice is in the demo: a few soft tones stand for what somebody said. A WAV file, mono, 8 bits. */
export function renderVoice(): Uint8Array {
  const sound = samples();
  const file = Buffer.alloc(HEADER_BYTES + sound.length);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(HEADER_BYTES - 8 + sound.length, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLES_A_SECOND, 24);
  file.writeUInt32LE(SAMPLES_A_SECOND, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(sound.length, 40);
  file.set(sound, HEADER_BYTES);
  return new Uint8Array(file);
}
