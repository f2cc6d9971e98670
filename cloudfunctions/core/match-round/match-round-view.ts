import type { MatchCandidateView, MatchPairView, MatchRoundCardView, MatchRoundView, MatchRowView } from '@contract';
import { RULES } from '../rules';
import type { ProposedSupply } from '../match-proposal/match-proposal-view';
import type { Supply } from '../supply/supply';
import type { Wish } from '../wish/wish';
import { mayCancel } from './change-match-round';
import type { MatchPair, MatchRow } from './match-pages';
import type { MatchRound } from './match-round';

const FULL = 100;
const part = (done: number, all: number): number => Math.min(FULL, Math.round((FULL * done) / Math.max(1, all)));

/** What it does now, for whoever waits: parts that can't be known beforehand are told as counts. */
const progressOf = ({ state, pass, work }: MatchRound): MatchRoundView['progress'] => {
  const again = pass > 1 ? `第 ${String(pass)} 次：` : '';
  switch (state) {
    case 'collecting':
      return work.phase === 'offers' ? { text: `${again}正在看能提供什么，已看 ${String(work.offers)} 份`, percent: 5 } : { text: `${again}正在看还在等的心愿，已看 ${String(work.wishes)} 个`, percent: 20 };
    case 'solving':
      return work.phase === 'solve' ? { text: `${again}正在配`, percent: 50 } : { text: `${again}正在写结果`, percent: 60 };
    case 'sending':
      return { text: `${again}正在告诉大家${work.givers === 0 ? '' : `，${String(work.giversTold)} / ${String(work.givers)}`}`, percent: part(work.giversTold, work.givers) };
    case 'reporting':
      return { text: '正在算小结', percent: 90 };
    case 'preview':
    case 'open':
    case 'ended':
    case 'cancelled':
      return null;
  }
};

export const matchRoundCard = (round: MatchRound): MatchRoundCardView => ({
  roundId: round._id, n: round.n, state: round.state, startedAtMs: round.startedAtMs, startedByName: round.startedByName, categories: round.categories,
  wishes: round.figures?.wishes ?? null, placed: round.figures?.placed ?? null, served: round.report?.served ?? null, endedAtMs: round.endedAtMs,
});

export const matchRoundView = (round: MatchRound): MatchRoundView => {
  const isPreview = round.state === 'preview';
  return {
    ...matchRoundCard(round),
    communityId: round.communityId, communityName: round.communityName, fairnessBonus: round.fairnessBonus, answerHours: round.answerHours, pass: round.pass,
    progress: progressOf(round), figures: round.figures,
    overrides: round.overrides.map(({ wishId, supplyId, kind, reason, byName, run }) => ({ wishId, supplyId, kind, reason, byName, isApplied: run < round.run })),
    sent: round.sent, sentAtMs: round.sentAtMs, answerByMs: round.answerByMs,
    previewUntilMs: round.previewSinceMs === null ? null : round.previewSinceMs + RULES.matchRound.previewMs,
    report: round.report, note: round.note,
    canOverride: isPreview, canSolveAgain: isPreview && round.isChanged, canSend: isPreview && !round.isChanged && (round.figures?.placed ?? 0) > 0, canCancel: mayCancel(round),
  };
};

export const ROW_WISH_FIELDS = ['title', 'category', 'pictureKey'] as const satisfies readonly (keyof Wish)[];
export type RowWish = Pick<Wish, '_id' | (typeof ROW_WISH_FIELDS)[number]>;
export type RowSupply = ProposedSupply & Pick<Supply, 'partyKind'>;
export const ROW_SUPPLY_FIELDS = ['title', 'partyName', 'partyKind'] as const satisfies readonly (keyof Supply)[];

const pairView = ({ supplyId, shares, score, why, isForced }: MatchPair, supplies: ReadonlyMap<string, RowSupply>): MatchPairView => {
  const supply = supplies.get(supplyId);
  return { supplyId, shares, score, why, isForced, partyName: supply?.partyName ?? '', partyKind: supply?.partyKind ?? 'member', supplyTitle: supply?.title ?? '' };
};

export const rowView = (row: MatchRow, wish: RowWish, supplies: ReadonlyMap<string, RowSupply>): MatchRowView => ({
  wishId: row.wishId, page: row.page, title: wish.title, category: wish.category, pictureKey: wish.pictureKey, areaName: row.areaName, shares: row.shares, waitingDays: row.waitingDays, isLongest: row.isLongest, candidates: row.candidates,
  given: row.given.map((pair) => pairView(pair, supplies)),
  arrival: row.arrival.map((pair) => pairView(pair, supplies)),
});

export const candidateView = (supply: Supply, score: number, why: string): MatchCandidateView => ({ supplyId: supply._id, partyName: supply.partyName, partyKind: supply.partyKind, supplyTitle: supply.title, score, why });
