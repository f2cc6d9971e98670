import type { CampaignState, ConsultState, DirectedState, LinkedFacts, LinkedState, PictureKey, RoundState, ShareItemKind, ShareSightView, ShareStanding, SharesView, ShiftState, WallState } from '@contract';
import type { CollectionName } from '../../database';

/** What every kind of thing has in its document; the rest is the kind's own. */
export interface ThingRow {
  readonly _id: string;
  readonly areaIds: readonly string[];
  readonly title?: string;
  readonly areaName?: string;
  readonly communityName?: string;
  readonly pictureKey?: PictureKey;
  readonly state?: string;
  readonly wallState?: WallState;
  readonly errandFor?: unknown;
  readonly sharesWanted?: number;
  readonly sharesLeft?: number;
  readonly sharesHeld?: number;
  readonly sharesDelivered?: number;
  readonly shareNote?: string;
  readonly windowEndMs?: number;
  readonly audience?: string;
  readonly startsAtMs?: number;
  readonly endsAtMs?: number;
  readonly capacity?: number;
  readonly seatsLeft?: number;
  readonly theme?: string;
  readonly wishIds?: readonly string[];
  readonly facts?: LinkedFacts;
}

type Sight = Omit<ShareSightView, 'itemKind' | 'itemId' | 'standing'>;

interface ThingKind {
  readonly collection: CollectionName;
  readonly fields: readonly (keyof ThingRow)[];
  /** Whether the whole community may see it at all, and whether there is still something to do. */
  readonly standingOf: (row: ThingRow, nowMs: number) => ShareStanding;
  /** What anybody may read of it, joined or not. */
  readonly sightOf: (row: ThingRow) => Sight;
}

/** A person in hardship is nowhere named, described or placed here: a title, a drawing, how many shares, until when. */
const bare = ({ title = '', communityName, areaName = '', pictureKey }: ThingRow): Sight => ({ title, placeName: communityName ?? areaName, pictureKey: pictureKey ?? null, shares: null, seats: null, fromMs: null, untilMs: null, note: '' });

const sharesOf = ({ sharesWanted = 0, sharesLeft = 0, sharesHeld = 0, sharesDelivered = 0 }: ThingRow): SharesView => ({ wanted: sharesWanted, left: sharesLeft, held: sharesHeld, delivered: sharesDelivered });

const isOver = (atMs: number | undefined, nowMs: number): boolean => atMs !== undefined && atMs <= nowMs;

const CAMPAIGN_STANDING: Readonly<Record<CampaignState, ShareStanding>> = { draft: 'gone', submitted: 'gone', refused: 'gone', withdrawn: 'gone', publicity: 'open', open: 'open', counting: 'open', succeeded: 'open', ended: 'over', failed: 'over', cancelled: 'over' };
const DIRECTED_STANDING: Readonly<Partial<Record<DirectedState, ShareStanding>>> = { agreed: 'open', counting: 'open', running: 'open', reported: 'open', ended: 'over' };
const CONSULT_STANDING: Readonly<Record<ConsultState, ShareStanding>> = { open: 'open', closing: 'over', answering: 'over', answered: 'over', cancelled: 'gone' };
const LINKED_STANDING: Readonly<Partial<Record<LinkedState, ShareStanding>>> = { shown: 'open', ended: 'over' };
const SHIFT_STANDING: Readonly<Record<ShiftState, ShareStanding>> = { planned: 'gone', open: 'open', over: 'over', confirmed: 'over', cancelled: 'over' };
const ROUND_STANDING: Readonly<Record<RoundState, ShareStanding>> = { draft: 'gone', open: 'open', closed: 'over', cancelled: 'gone' };
const WISH_STANDING: Readonly<Record<WallState, ShareStanding>> = { hidden: 'gone', claimable: 'open', taken: 'open', done: 'over' };

/** Shifts that only a team sees are nothing for a group. */
const FOR_ALL: readonly string[] = ['everybody', 'teamFirst'];

const standingIn = <S extends string>(table: Readonly<Partial<Record<S, ShareStanding>>>, state: string | undefined): ShareStanding => table[state as S] ?? 'gone';

export const THING_KINDS: Readonly<Record<ShareItemKind, ThingKind>> = {
  wish: {
    collection: 'wishes',
    fields: ['title', 'areaIds', 'communityName', 'pictureKey', 'wallState', 'errandFor', 'sharesWanted', 'sharesLeft', 'sharesHeld', 'sharesDelivered', 'shareNote', 'windowEndMs'],
    // A last leg is told to those who may carry it, not to a chat.
    standingOf: ({ wallState, errandFor }) => ((errandFor ?? null) === null ? standingIn(WISH_STANDING, wallState) : 'gone'),
    sightOf: (row) => ({ ...bare(row), shares: sharesOf(row), untilMs: row.windowEndMs ?? null, note: row.shareNote ?? '' }),
  },
  shift: {
    collection: 'shifts',
    fields: ['title', 'areaIds', 'areaName', 'pictureKey', 'state', 'audience', 'startsAtMs', 'endsAtMs', 'capacity', 'seatsLeft'],
    standingOf: ({ state, audience = '', endsAtMs }, nowMs) => {
      if (!FOR_ALL.includes(audience)) return 'gone';
      const standing = standingIn(SHIFT_STANDING, state);
      return standing === 'open' && isOver(endsAtMs, nowMs) ? 'over' : standing;
    },
    sightOf: (row) => ({ ...bare(row), seats: { capacity: row.capacity ?? 0, left: row.seatsLeft ?? 0 }, fromMs: row.startsAtMs ?? null, untilMs: row.endsAtMs ?? null }),
  },
  round: {
    collection: 'rounds',
    fields: ['title', 'areaIds', 'areaName', 'state', 'theme', 'startsAtMs', 'endsAtMs', 'wishIds'],
    standingOf: ({ state, endsAtMs }, nowMs) => {
      const standing = standingIn(ROUND_STANDING, state);
      return standing === 'open' && isOver(endsAtMs, nowMs) ? 'over' : standing;
    },
    sightOf: (row) => ({ ...bare(row), fromMs: row.startsAtMs ?? null, untilMs: row.endsAtMs ?? null, note: row.theme ?? '' }),
  },
  // Lane B: whoever is not of the community reads the title alone (RULES.md section 2).
  mutual: {
    collection: 'campaigns',
    fields: ['title', 'areaIds', 'communityName', 'state'],
    standingOf: ({ state }) => standingIn(CAMPAIGN_STANDING, state),
    sightOf: bare,
  },
  linked: {
    collection: 'linkedCampaigns',
    fields: ['areaIds', 'areaName', 'state', 'facts'],
    standingOf: ({ state, facts }, nowMs) => (state === 'shown' && isOver(facts?.endsAtMs, nowMs) ? 'over' : standingIn(LINKED_STANDING, state)),
    sightOf: (row) => ({ ...bare(row), title: row.facts?.title ?? '', untilMs: row.facts?.endsAtMs ?? null, note: row.facts === undefined ? '' : `${row.facts.charityName}，备案 ${row.facts.filingNo}` }),
  },
  // Lane C: neighbours read what both sides agreed to; others its title.
  directed: {
    collection: 'directedGifts',
    fields: ['title', 'areaIds', 'communityName', 'state'],
    standingOf: ({ state }) => standingIn(DIRECTED_STANDING, state),
    sightOf: bare,
  },
  // What neighbours are asked about; what they said is for those who live there.
  consult: {
    collection: 'consults',
    fields: ['title', 'areaIds', 'communityName', 'state', 'endsAtMs'],
    standingOf: ({ state, endsAtMs }, nowMs) => {
      const standing = standingIn(CONSULT_STANDING, state);
      return standing === 'open' && isOver(endsAtMs, nowMs) ? 'over' : standing;
    },
    sightOf: (row) => ({ ...bare(row), untilMs: row.endsAtMs ?? null, note: '选三样最要紧的，也可以添一条' }),
  },
};

/** Pure: a thing as anybody may read it; of one that is gone nothing but that. */
export const sightOf = (itemKind: ShareItemKind, itemId: string, row: ThingRow | null, nowMs: number): ShareSightView => {
  const kind = THING_KINDS[itemKind];
  const standing = row === null ? 'gone' : kind.standingOf(row, nowMs);
  const nothing: Sight = { title: '', placeName: '', pictureKey: null, shares: null, seats: null, fromMs: null, untilMs: null, note: '' };
  return { itemKind, itemId, standing, ...(row === null || standing === 'gone' ? nothing : kind.sightOf(row)) };
};
