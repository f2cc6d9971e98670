/** Strings as MongoDB stores them: UTF-8 bytes. */

const CONTINUATION_MASK = 0xc0;
const CONTINUATION_BITS = 0x80;

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** Whether a character continues at this byte; false behind the end. */
export const continuesAt = (bytes: Buffer, index: number): boolean => ((bytes[index] ?? 0) & CONTINUATION_MASK) === CONTINUATION_BITS;

/** The characters (code points) of a text. */
export const charactersOf = (text: string): readonly string[] => Array.from(text);
