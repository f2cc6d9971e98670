import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { environmentValue } from './environment';

/**
 * Encrypts single fields (a beneficiary's name, an address) with AES-256-GCM. A sealed text is `keyId.iv.tag.data`, each
 * part but the first in base64url; the key id stands beside the text, so a new key can seal while old ones still open.
 */
const IV_BYTES = 12;
const KEY_BYTES = 32;

export interface FieldSealer {
  seal(plain: string): string;
  /** @throws when the text was changed, or sealed with a key that is not configured. */
  open(sealed: string): string;
}

/** `<key id>:<base64 of 32 bytes>`, several separated by commas: the first seals, all open. */
const readKeys = (text: string): readonly (readonly [id: string, key: Buffer])[] =>
  text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(':');
    const key = Buffer.from(encoded, 'base64');
    if (!/^[A-Za-z0-9_-]{1,20}$/.test(id) || key.length !== KEY_BYTES) throw new Error('LINYUAN_FIELD_KEY is not <key id>:<base64 of 32 bytes>');
    return [id, key] as const;
  });

/** A sealer over keys in the form of the environment value. The key id is authenticated with the text. */
export const createFieldSealer = (keysText: string): FieldSealer => {
  const keys = readKeys(keysText);
  const [current] = keys;
  if (current === undefined) throw new Error('LINYUAN_FIELD_KEY holds no key');
  const [currentId, currentKey] = current;
  return {
    seal: (plain) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(Buffer.from(currentId));
      const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [currentId, ...[iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))].join('.');
    },
    open: (sealed) => {
      const [id, iv, tag, data] = sealed.split('.');
      const key = keys.find(([known]) => known === id)?.[1];
      if (id === undefined || key === undefined || iv === undefined || tag === undefined || data === undefined) throw new Error('a sealed field has an unknown key or form');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 }).setAAD(Buffer.from(id)).setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
};

let environmentSealer: FieldSealer | null = null;
const sealer = (): FieldSealer => (environmentSealer ??= createFieldSealer(environmentValue('LINYUAN_FIELD_KEY')));

export const sealText = (plain: string): string => sealer().seal(plain);
export const openText = (sealed: string): string => sealer().open(sealed);
