import type { ShareItemKind } from '@contract';

/** A made picture for each kind, in the package (config/render-icons.ts): a card never carries a picture of the page and what is written on it. */
export const sharePicture = (kind: ShareItemKind): string => `/assets/share/${kind}.png`;
