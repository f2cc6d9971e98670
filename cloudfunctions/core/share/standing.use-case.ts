import type { ShareItemKind, ShareStanding } from '@contract';
import { RULES } from '../rules';
import { findThing } from './shared-thing.repository';
import { sightOf, type ThingRow } from './thing-kinds';

interface Seen {
  readonly row: ThingRow | null;
  readonly readAtMs: number;
}

/** Things this instance lately read, so that two thousand who open one card in a minute don't read it two thousand times. */
const seen = new Map<string, Seen>();

const lately = async (itemKind: ShareItemKind, itemId: string, nowMs: number): Promise<ThingRow | null> => {
  const key = `${itemKind}:${itemId}`;
  const known = seen.get(key);
  if (known !== undefined && Math.abs(nowMs - known.readAtMs) < RULES.share.sureMs) return known.row;
  const row = await findThing(itemKind, itemId);
  if (seen.size >= RULES.share.sureOf) seen.clear();
  seen.set(key, { row, readAtMs: nowMs });
  return row;
};

/** How a thing stands, as of `RULES.share.sureMs` ago at most. One request at most. */
export const standingLately = async (itemKind: ShareItemKind, itemId: string, nowMs: number): Promise<ShareStanding> => sightOf(itemKind, itemId, await lately(itemKind, itemId, nowMs), nowMs).standing;
