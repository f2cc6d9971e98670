import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Letters that nobody mistakes for another when reading a code out; no 0 O 1 I L. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const digest = (parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

/** A deterministic id: the same cause always has the same id, so an insert of it happens once. 20 URL-safe characters. */
export const deriveId = (prefix: string, ...parts: readonly string[]): string => `${prefix}_${digest(parts).toString('base64url').slice(0, 20).replace(/[-_]/g, 'x')}`;

/** Fingerprint of an input, to tell a repeated call from a reused operation id. Keys are sorted, so order says nothing. */
export const hashInput = (input: unknown): string => digest([canonicalJson(input)]).toString('base64url').slice(0, 22);

const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  ) ?? 'undefined';

/** Keyed, so that nobody who sees a member id finds the openid behind it. */
export const memberIdOf = (openid: string, secret: string): string =>
  `m_${createHmac('sha256', secret).update(openid).digest('base64url').slice(0, 20).replace(/[-_]/g, 'x')}`;

const keyed = (secret: string, parts: readonly string[]): Buffer => createHmac('sha256', secret).update(JSON.stringify(parts)).digest();

/** Like `deriveId`, but keyed: what it was made from (a telephone number, a name) can't be found by trying all there are. */
export const keyedId = (prefix: string, secret: string, ...parts: readonly string[]): string => `${prefix}_${keyed(secret, parts).toString('base64url').slice(0, 20).replace(/[-_]/g, 'x')}`;

/** A whole number below 2^32 under a key: the same for the same parts, and nobody without the key foretells it. */
export const keyedNumber = (secret: string, ...parts: readonly string[]): number => keyed(secret, ['number', ...parts]).readUInt32BE(0);

/** A one-time code of digits, made from its cause under a key, so that asking again for the same act shows the same one. */
export const codeDigitsOf = (length: number, secret: string, ...parts: readonly string[]): string =>
  (BigInt(`0x${keyed(secret, ['code', ...parts]).toString('hex')}`) % 10n ** BigInt(length)).toString().padStart(length, '0');

/** Eight characters that a person reads out; from the member id, so it never changes. */
export const memberCodeOf = (memberId: string): string =>
  [...digest(['code', memberId]).subarray(0, 8)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');

/** Six characters that a hall screen shows and people type; tries count on when another cause took the code. */
export const screenCodeOf = (cause: string, tries: number): string =>
  [...digest(['screen', cause, String(tries)]).subarray(0, 6)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');

/** Letters drawn by chance, each as likely as any other: what nobody may guess. `count` of 23 are 113 bits. */
export const randomLetters = (count: number): string => {
  const fair = 256 - (256 % CODE_ALPHABET.length);
  const letters: string[] = [];
  while (letters.length < count) for (const byte of randomBytes(count)) if (byte < fair && letters.length < count) letters.push(CODE_ALPHABET[byte % CODE_ALPHABET.length] ?? '');
  return letters.join('');
};

/** For upload paths and the like, where nothing is to be derived. */
export const randomId = (): string => randomBytes(12).toString('hex');
