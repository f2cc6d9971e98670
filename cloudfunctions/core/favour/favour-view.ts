import type { CircleFactsView, CirclePersonView, CircleView, FavourReportView, FreezeRowView, FreezeView, MyFreezeView } from '@contract';
import { DAY_MS } from '../kernel/clock';
import type { Member } from '../member/member';
import { isPersonId } from '../person/person-id';
import { RULES } from '../rules';
import { isQuiet, type FavourReport, type Look } from './favour-report';
import type { Circle } from './find-circles';
import { voidableFromMs } from './judge-freeze';
import { appealUntilMsOf, isInCircle, ownIdIn, type PointFreeze } from './point-freeze';

/** How staff know people; the shell fetched them. */
export type Names = ReadonlyMap<string, string>;

/** Names of people on paper are sealed; those who left have none. */
const nameOf = (memberId: string, names: Names): string => names.get(memberId) ?? (isPersonId(memberId) ? '没有微信的一位' : '退出了的一位');

const personView = (memberId: string, names: Names): CirclePersonView => ({ memberId, name: nameOf(memberId, names), isOnPaper: isPersonId(memberId) });

const factsOf = ({ memberIds, times, allTimes, ratings, points, ways }: Circle, names: Names): CircleFactsView => ({
  people: memberIds.map((memberId) => personView(memberId, names)),
  times, allTimes, ratings, points,
  ways: [...ways].filter((way) => way.times > 0).sort((a, b) => b.times - a.times).map((way) => ({ byName: nameOf(way.byId, names), forName: nameOf(way.forId, names), times: way.times })),
});

const circleView = (circle: Circle, look: Look | null, names: Names, reader: Member): CircleView => ({
  circleId: circle.circleId, ...factsOf(circle, names), isOwn: isInCircle(circle, reader),
  look: look === null ? null : { byName: look.byName, atMs: look.atMs, note: look.note, isQuiet: isQuiet(circle, look) },
});

const rowView = (freeze: PointFreeze, names: Names): FreezeRowView => ({
  freezeId: freeze._id, names: freeze.memberIds.map((memberId) => nameOf(memberId, names)), untilMs: freeze.untilMs, openAppeals: Object.values(freeze.appeals).filter(({ state }) => state === 'open').length,
});

/** Everybody a report names. */
export const namedIn = (report: FavourReport | null, freezes: readonly PointFreeze[]): readonly string[] => [...(report?.circles ?? []), ...freezes].flatMap(({ memberIds }) => memberIds);

/** Pure: what staff read. Whose points are held stands among the freezes, not twice. */
export const reportView = (report: FavourReport | null, freezes: readonly PointFreeze[], names: Names, reader: Member): FavourReportView => {
  const held = new Set(freezes.flatMap(({ memberIds }) => memberIds));
  const { periodMs, minConfirmations, minEachWay, share } = RULES.favours;
  return {
    madeAtMs: report?.madeAtMs ?? null,
    periodDays: periodMs / DAY_MS,
    confirmations: report?.confirmations ?? 0,
    circles: (report?.circles ?? []).filter(({ memberIds }) => !memberIds.some((memberId) => held.has(memberId))).map((circle) => circleView(circle, report?.looks?.[circle.circleId] ?? null, names, reader)),
    isPartial: report?.isPartial ?? false,
    freezes: freezes.map((freeze) => rowView(freeze, names)),
    rules: { minConfirmations, minEachWay, sharePercent: Math.round(share * 100) },
  };
};

export const freezeView = (freeze: PointFreeze, names: Names, reader: Member): FreezeView => {
  const { _id, circle, reportFromMs, reportUntilMs, reason, frozenById, frozenAtMs, untilMs, state, appeals, endNote } = freeze;
  return {
    freezeId: _id, ...factsOf(circle, names), fromMs: reportFromMs, reportUntilMs, reason, frozenByName: nameOf(frozenById, names), frozenAtMs, untilMs, appealUntilMs: appealUntilMsOf(freeze), state,
    appeals: Object.entries(appeals).map(([memberId, appeal]) => ({ ...personView(memberId, names), words: appeal.words, state: appeal.state, note: appeal.note, dueAtMs: appeal.dueAtMs })),
    endNote, isOwn: isInCircle(circle, reader), isByReader: frozenById === reader._id, voidableFromMs: state === 'frozen' ? voidableFromMs(freeze) : null,
  };
};

/** As one of its people reads it: their own words and figures, nobody's name. */
export const myFreezeView = (freeze: PointFreeze, reader: Member, nowMs: number): MyFreezeView => {
  const { _id, circle, reason, frozenAtMs, untilMs, state, endNote, endedAtMs, reportFromMs, reportUntilMs } = freeze;
  const appeal = freeze.appeals[ownIdIn(circle, reader) ?? ''] ?? null;
  const mayAppeal = state === 'frozen' && appeal === null && nowMs < appealUntilMsOf(freeze);
  return {
    freezeId: _id, reason, others: circle.memberIds.length - 1, times: circle.times, allTimes: circle.allTimes, periodDays: Math.round((reportUntilMs - reportFromMs) / DAY_MS), frozenAtMs, untilMs, state, endNote, endedAtMs,
    appealUntilMs: mayAppeal ? appealUntilMsOf(freeze) : null,
    appeal: appeal === null ? null : { words: appeal.words, state: appeal.state, note: appeal.note, dueAtMs: appeal.dueAtMs },
    dutyPhone: reader.dutyPhone,
  };
};
