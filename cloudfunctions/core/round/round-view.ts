import type { RoundReportView, RoundSumsView, RoundView } from '@contract';
import { ancestorAt } from '../kernel/area-tree';
import { worksAt, type Member } from '../member/member';
import type { Wish } from '../wish/wish';
import { figuresOf } from './round-fold';
import { roundCsv } from './round-csv';
import type { Round } from './round';

/** What a list reads of a round. */
export const ROUND_FIELDS = ['kind', 'state', 'title', 'theme', 'areaId', 'areaName', 'startsAtMs', 'endsAtMs', 'wishIds', 'screenCode'] as const satisfies readonly (keyof Round)[];
export type RoundHead = Pick<Round, '_id' | 'endsAtMs' | (typeof ROUND_FIELDS)[number]>;

const isOfReadersDistrict = (areaId: string, reader: Member): boolean => {
  const district = ancestorAt(areaId, 'district');
  return district === ancestorAt(reader.areaId, 'district') || reader.roles.some((held) => ancestorAt(held.areaId, 'district') === district);
};

/** Preparations and what was called off are seen by those who prepare; the rest by the district. */
export const isRoundVisible = (round: Pick<Round, 'state' | 'areaId'>, reader: Member): boolean =>
  round.state === 'open' || round.state === 'closed' ? isOfReadersDistrict(round.areaId, reader) : worksAt(reader, round.areaId);

export const roundView = (round: RoundHead, reader: Member): RoundView => {
  const canManage = worksAt(reader, round.areaId);
  return {
    roundId: round._id,
    kind: round.kind,
    state: round.state,
    title: round.title,
    theme: round.theme,
    areaId: round.areaId,
    areaName: round.areaName,
    startsAtMs: round.startsAtMs,
    endsAtMs: round.endsAtMs,
    wishCount: round.wishIds.length,
    screenCode: round.state === 'open' || canManage ? round.screenCode : null,
    canManage,
  };
};

export const SUM_FIELDS = ['state', 'wallState', 'areaId', 'title', 'pictureKey', 'sharesWanted', 'sharesLeft', 'sharesHeld', 'sharesDelivered', 'pendingEvents'] as const satisfies readonly (keyof Wish)[];
export type SummedWish = Pick<Wish, '_id' | (typeof SUM_FIELDS)[number]>;

export const sumsOf = (wishes: readonly SummedWish[]): RoundSumsView => {
  const sum = (pick: (wish: SummedWish) => number): number => wishes.reduce((total, wish) => total + pick(wish), 0);
  return {
    wishes: wishes.length,
    wishesDone: wishes.filter((wish) => wish.state === 'completed').length,
    shares: { wanted: sum((wish) => wish.sharesWanted), left: sum((wish) => wish.sharesLeft), held: sum((wish) => wish.sharesHeld), delivered: sum((wish) => wish.sharesDelivered) },
  };
};

export const reportView = (round: Round, reader: Member): RoundReportView => {
  const figures = round.report === null ? null : figuresOf(round.report);
  return {
    round: roundView(round, reader),
    figures,
    reportedAtMs: round.reportedAtMs,
    isFinal: round.report !== null && round.reportDueAtMs === null && round.fold === null,
    csv: figures !== null && worksAt(reader, round.areaId) ? roundCsv(round, figures) : null,
  };
};
