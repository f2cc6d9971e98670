/**
 * Who the browser preview acts as: `?as=<openid>` of the address or of the hash. Only `.h5.ts` files use it; in WeChat
 * identity comes from WeChat. Navigation inside the preview drops the query of the hash, so the first answer is kept.
 */
let person: string | undefined;

const SESSION_KEY = 'linyuan.previewPerson';

function fromAddress(): string | null {
  const hash = window.location.hash;
  const query = hash.includes('?') ? hash.slice(hash.indexOf('?')) : '';
  return new URLSearchParams(window.location.search).get('as') ?? new URLSearchParams(query).get('as');
}

/** The openid of the person acted; a fixed stranger when none is named. */
export function previewPerson(): string {
  if (person === undefined) {
    person = fromAddress() ?? window.sessionStorage.getItem(SESSION_KEY) ?? 'preview-visitor';
    window.sessionStorage.setItem(SESSION_KEY, person);
  }
  return person;
}
