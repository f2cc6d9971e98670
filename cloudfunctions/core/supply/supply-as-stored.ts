import { RULES } from '../rules';
import type { Supply } from './supply';

/**
 * What offers of earlier versions do not say. Before staff looked at certificates: nobody has seen any, and nobody was asked
 * to (the clock asks then). Before suggestions between rounds: looked for as if they had been there from the first.
 */
type Lacking = Partial<Pick<Supply, 'seen' | 'certificatesAskedAtMs' | 'suggestAtMs' | 'suggestedRunId'>>;

/** Pure: an offer as today's code knows it, whichever version wrote it. */
export const supplyAsStored = (stored: Omit<Supply, keyof Lacking> & Lacking): Supply => ({ seen: {}, certificatesAskedAtMs: null, suggestAtMs: stored.createdAtMs + RULES.matching.suggestMs, suggestedRunId: null, ...stored });
