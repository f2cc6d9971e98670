import { LANE_LABEL, type DirectedState, type Lane, type NoticeTarget } from '@contract';
import type { CollectionName } from '../../database';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { insertNotice } from '../notice/notice.repository';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { groundFor } from './lane.repository';

/** What of a lane is at work, as much as must be known to tell its people; each lane keeps its own. */
interface AtWork {
  readonly _id: string;
  readonly title: string;
  readonly communityId: string;
  readonly answerable: { readonly memberId: string } | null;
  /** Of a directed gift; whoever answers for the party reads it. */
  readonly giver?: { readonly partyId: string };
}

/** A list of what is at work, and who of each is told what. */
interface Round {
  readonly collection: CollectionName;
  readonly where: Readonly<Record<string, string>>;
  readonly page: NoticeTarget['page'];
  readonly memberOf: (row: AtWork) => string | null;
  readonly about: string;
  readonly title: (title: string) => string;
  readonly note: string;
}

const toAnswerable = {
  memberOf: ({ answerable }: AtWork): string | null => answerable?.memberId ?? null, about: '', title: (title: string): string => `“${title}”先停一停收`, note: '已经收到的不动，说好的事照办；为什么关、什么时候再开，问问社区。',
} as const;

/** A giver whose money is not all in: not answered yet, asked back, or still to be paid. */
const toGiver = (state: DirectedState): Round => ({
  collection: 'directedGifts', where: { state }, page: 'directed', memberOf: ({ giver }) => giver?.partyId ?? null, about: 'giver', title: (title) => `“${title}”先等一等`,
  note: '现在不接新的，也先别付钱。写好的都留着，付过的不动；什么时候再开，问问社区。',
});

/** A linked campaign is somebody else's; nobody here answers for its giving. */
const ROUNDS: Readonly<Record<Lane, readonly Round[]>> = {
  linked: [],
  mutual: [{ collection: 'campaigns', where: { shown: 'open' }, page: 'campaign', ...toAnswerable }],
  directed: [{ collection: 'directedGifts', where: { shown: 'running' }, page: 'directed', ...toAnswerable }, ...(['offered', 'asked', 'agreed'] as const).map(toGiver)],
};

/** Where a nearer node keeps the lane open, nothing changed for anybody. */
const isStillOpen = async (open: Map<string, boolean>, communityId: string, lane: Lane): Promise<boolean> => {
  const known = open.get(communityId) ?? (await groundFor(communityId, lane)) !== null;
  open.set(communityId, known);
  return known;
};

/** Page by page, each once. */
const tellRound = async ({ collection, where, page, memberOf, about, title, note }: Round, { lane, areaId, areaName, causeId, atMs }: EffectOf<'tellLaneShut'>, open: Map<string, boolean>): Promise<void> => {
  for (let after = ''; ; ) {
    const rows = await store.query<AtWork>(collection, { where: { areaIds: areaId, ...where, _id: command.gt(after) }, order: [['_id', 'asc']], limit: RULES.lane.toldAtOnce, fields: ['title', 'communityId', 'answerable.memberId', 'giver.partyId'] });
    for (const row of rows) {
      const memberId = memberOf(row);
      if (memberId === null || (await isStillOpen(open, row.communityId, lane))) continue;
      await insertNotice({
        kind: 'notice', noticeId: deriveId('n', causeId, row._id, ...(about === '' ? [] : [about])), memberId, title: title(row.title), body: `${areaName}的${LANE_LABEL[lane]}先关了。${note}`,
        pictureKey: 'hand', target: { page, wishId: null, claimId: null, subjectId: row._id }, todo: null, atMs,
      });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < RULES.lane.toldAtOnce) return;
    after = last._id;
  }
};

/** Whoever answers for something at work in this lane hears that it takes nothing for now, and givers whose money is not in yet. */
export const tellLaneShut = async (effect: EffectOf<'tellLaneShut'>): Promise<void> => {
  const open = new Map<string, boolean>();
  for (const round of ROUNDS[effect.lane]) await tellRound(round, effect, open);
};
