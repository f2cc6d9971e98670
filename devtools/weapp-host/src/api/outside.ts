import type { ShareCard } from '../handle';
import type { Host } from '../host';

/** What leaves the phone: a card for a chat, a text that was copied, a picture that was saved. */
export type Leaving =
  | { readonly kind: 'share'; readonly card: ShareCard; /** Address of the card's picture; empty for none. */ readonly picture: string }
  | { readonly kind: 'copied'; readonly text: string }
  | { readonly kind: 'saved'; /** A data address. */ readonly image: string };

/** Tells the window around the phone, if there is one. */
export const tellOutside = (host: Host, leaving: Leaving): void => window.parent.postMessage({ source: 'weapp-host', person: host.settings.person, ...leaving }, '*');
