import type { Supply } from './supply';

/** Offers written before staff looked at certificates say nothing about it: nobody has seen any, and nobody was asked to (the clock asks then). */
type Lacking = Partial<Pick<Supply, 'seen' | 'certificatesAskedAtMs'>>;
const LACKING: Required<Lacking> = { seen: {}, certificatesAskedAtMs: null };

/** Pure: an offer as today's code knows it, whichever version wrote it. */
export const supplyAsStored = (stored: Omit<Supply, keyof Lacking> & Lacking): Supply => ({ ...LACKING, ...stored });
