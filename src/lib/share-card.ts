import type { ShareItemKind } from '@contract';
import { clipped } from './clipped';

/** A card shows two lines of its title, about eighteen letters each. */
export const CARD_TITLE_CHARACTERS = 36;

/** Made pictures in the package (config/render-icons.ts). */
export type CardPicture = ShareItemKind | 'thanks';

export interface ShareCard {
  readonly title: string;
  readonly path: string;
  readonly imageUrl: string;
}

/** Planning together has the picture of mutual aid. */
export const sharePicture = (picture: CardPicture): string => `/assets/share/${picture === 'consult' ? 'mutual' : picture}.png`;

/** Pure: a card for a chat. Always with a made picture: without one WeChat takes a picture of the page, with an address or a phone number where its reader sees one. */
export const shareCard = (title: string, path: string, picture: CardPicture): ShareCard => ({ title: clipped(title, CARD_TITLE_CHARACTERS), path, imageUrl: sharePicture(picture) });
