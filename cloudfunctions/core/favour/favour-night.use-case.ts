import { NEVER_MS } from '../aggregate/aggregate';
import { systemClock } from '../kernel/clock';
import { command, store } from '../platform/store';
import type { EarningMonth } from '../points/decide-earning';
import { monthsOf, newNight, nightOf, periodOf, reportOf, staleLooks, type FavourNight, type FavourReport, type Look } from './favour-report';
import { WaySums, type Period, type Ways } from './way';

/** Read at a time: some hundred kilobytes. */
const PAGE = 500;
/** 5,000 residents who all earn in each of four months; beyond, a report says that it is partial. */
const PAGES_MAX = 44;
/** One look of `jobs` begins no further community after this; the next look goes on. */
const LOOK_MS = 6_000;

type Month = Pick<EarningMonth, '_id' | 'memberId' | 'grants'>;

interface Gathered {
  readonly ways: Ways;
  readonly isPartial: boolean;
}

/** Everything that was confirmed in a community, page by page over the index `month`. */
const gather = async (communityId: string, period: Period): Promise<Gathered> => {
  const sums = new WaySums(period);
  let pages = 0;
  for (const month of monthsOf(period)) {
    for (let after: string | null = ''; after !== null; ) {
      if (pages === PAGES_MAX) return { ways: sums.ways(), isPartial: true };
      const found: readonly Month[] = await store.query<Month>('earningMonths', { where: { communityId, month, _id: command.gt(after) }, order: [['_id', 'asc']], limit: PAGE, fields: ['memberId', 'grants'] });
      for (const each of found) sums.add(each);
      pages += 1;
      after = found.length < PAGE ? null : (found.at(-1)?._id ?? null);
    }
  }
  return { ways: sums.ways(), isPartial: false };
};

/** What was made last night for a community; null before the first night. */
export const findReport = (communityId: string): Promise<FavourReport | null> => store.find<FavourReport>('favourReports', communityId);

/** Only over an older one: a run that was slow does not put last night's back. */
const saveReport = async ({ _id, ...report }: Omit<FavourReport, 'looks' | 'lookPeopleIds'>): Promise<void> => {
  const first: FavourReport = { _id, ...report, looks: {}, lookPeopleIds: [] };
  if ((await store.insertOnce('favourReports', first)) === 'inserted') return;
  const standing = await findReport(_id);
  const gone = staleLooks(standing?.looks ?? {}, report.circles, report.madeAtMs).map((circleId) => [`looks.${circleId}`, command.remove()] as const);
  await store.update('favourReports', { _id, madeAtMs: command.lt(report.madeAtMs) }, { ...report, circles: command.set(report.circles), ...Object.fromEntries(gone) });
};

/** The next community in which anybody ever earned; null after the last. */
const nextCommunity = async (after: string): Promise<string | null> => {
  const [found] = await store.query<Pick<EarningMonth, '_id' | 'communityId'>>('earningMonths', { where: { communityId: command.gt(after) }, order: [['communityId', 'asc'], ['month', 'asc'], ['_id', 'asc']], limit: 1, fields: ['communityId'] });
  return found?.communityId ?? null;
};

/** Each night has one; whichever run of `jobs` comes first begins it. */
export const beginFavourNight = async (nowMs: number): Promise<void> => {
  const night = nightOf(nowMs);
  if ((await store.find<FavourNight>('favourNights', night)) === null) await store.insertOnce('favourNights', newNight(night, nowMs));
};

/** Notes what is done; of two at once the slower one stops. */
const save = async ({ _id, cursor: before }: FavourNight, change: Partial<FavourNight>): Promise<boolean> => (await store.update('favourNights', { _id, cursor: before, endedAtMs: null }, change)) === 1;

/** One look of `jobs`: community after community while there is time, noted after each. Killed, the last one is made again. */
export const goThroughNight = async (day: string, nowMs: number): Promise<void> => {
  const untilMs = systemClock.nowMs() + LOOK_MS;
  let night = await store.find<FavourNight>('favourNights', day);
  while (night !== null && night.endedAtMs === null && systemClock.nowMs() < untilMs) {
    const communityId = await nextCommunity(night.cursor);
    if (communityId === null) return void (await save(night, { endedAtMs: nowMs, wakeAtMs: NEVER_MS }));
    const period = periodOf(nowMs);
    const { ways, isPartial } = await gather(communityId, period);
    const report = reportOf(communityId, period, ways, isPartial, nowMs);
    await saveReport(report);
    const done = { cursor: communityId, communities: night.communities + 1, circles: night.circles + report.circles.length };
    if (!(await save(night, done))) return;
    night = { ...night, ...done };
  }
};

/** Notes that staff asked; of two at once the slower one is told so. @returns whether it was written. */
export const noteLook = async (communityId: string, circleId: string, look: Look, before: Look | null): Promise<boolean> => {
  const path = `looks.${circleId}`;
  const asRead = before === null ? { [`${path}.operationId`]: command.exists(false) } : { [`${path}.operationId`]: before.operationId };
  return (await store.update('favourReports', { _id: communityId, ...asRead }, { [path]: command.set(look), lookPeopleIds: command.addToSet({ $each: [look.byId, ...look.aboutIds] }) })) === 1;
};
