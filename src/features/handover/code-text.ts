/** What the drawn code says: which claim, and the six digits. Read by this program only. */
const PREFIX = 'linyuan-handover';

export interface ScannedCode {
  readonly wishId: string;
  readonly claimId: string;
  readonly code: string;
}

export const codeText = ({ wishId, claimId, code }: ScannedCode): string => [PREFIX, wishId, claimId, code].join(':');

/** Pure: what was scanned, or null when it is some other code. */
export function parseCodeText(text: string): ScannedCode | null {
  const match = /^linyuan-handover:([A-Za-z0-9_-]{1,64}):([A-Za-z0-9_-]{1,64}):([0-9]{6})$/.exec(text.trim());
  if (match === null) return null;
  const [, wishId = '', claimId = '', code = ''] = match;
  return { wishId, claimId, code };
}

/** "482 915": six digits as one reads them out. */
export const spokenDigits = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
