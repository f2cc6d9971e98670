import type { ServiceOddityKind, ServiceOddityView } from '@contract';
import { chinaDateText, chinaDay } from '../kernel/clock';
import { RULES } from '../rules';
import { hoursText, type ServiceRecord } from './service-record';

/** What an oddity is found by; nothing else leaves the database for it. */
export const ODDITY_FIELDS = ['memberId', 'memberName', 'recordedById', 'recordedByName', 'recordedAtMs', 'secondId', 'secondName', 'source', 'minutes'] as const satisfies readonly (keyof ServiceRecord)[];
export type OddityRow = Pick<ServiceRecord, '_id' | (typeof ODDITY_FIELDS)[number]>;

const groupBy = (rows: readonly OddityRow[], keyOf: (row: OddityRow) => string): ReadonlyMap<string, readonly OddityRow[]> => {
  const groups = new Map<string, OddityRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};

const minutesOf = (rows: readonly OddityRow[]): number => rows.reduce((sum, { minutes }) => sum + minutes, 0);

interface Words {
  readonly name: string;
  readonly withName: string | null;
  readonly reasonText: string;
}

/** Groups that are large enough, each said in words; the newest of its records to look at. */
const oddOf = (kind: ServiceOddityKind, groups: Iterable<readonly OddityRow[]>, isOdd: (group: readonly OddityRow[]) => boolean, wordsOf: (first: OddityRow, group: readonly OddityRow[]) => Words): readonly ServiceOddityView[] =>
  [...groups].filter(isOdd).flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ kind, records: group.length, minutes: minutesOf(group), recordId: first._id, ...wordsOf(first, group) }];
  });

const massEntry = (rows: readonly OddityRow[]): readonly ServiceOddityView[] =>
  oddOf('massEntry', groupBy(rows, (row) => `${row.recordedById} ${chinaDay(row.recordedAtMs)}`).values(), (group) => group.length >= RULES.service.massRecords || minutesOf(group) >= RULES.service.massMinutes, (first, group) => ({
    name: first.recordedByName, withName: null, reasonText: `${chinaDateText(first.recordedAtMs)}一天记了 ${group.length} 条，一共 ${hoursText(minutesOf(group))}`,
  }));

const manyBackEntries = (backEntries: readonly OddityRow[]): readonly ServiceOddityView[] => {
  const isOdd = (group: readonly OddityRow[]): boolean => group.length >= RULES.service.backEntriesMax;
  const byHand = oddOf('manyBackEntries', groupBy(backEntries, (row) => row.recordedById).values(), isOdd, (first, group) => ({ name: first.recordedByName, withName: null, reasonText: `补记了 ${group.length} 条` }));
  const ofPerson = oddOf('manyBackEntries', groupBy(backEntries.filter((row) => row.memberId !== row.recordedById), (row) => row.memberId).values(), isOdd, (first, group) => ({ name: first.memberName, withName: null, reasonText: `别人替 TA 补记了 ${group.length} 条` }));
  return [...byHand, ...ofPerson];
};

const percentText = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`;

/** The same two again and again, which is most of what that hand recorded at all. */
const pairs = (kind: 'samePair' | 'sameSecond', rows: readonly OddityRow[], min: number, otherIdOf: (row: OddityRow) => string, wordsOf: (first: OddityRow, times: number, share: string) => Words): readonly ServiceOddityView[] => {
  const byHand = groupBy(rows, (row) => row.recordedById);
  const wholeOf = (group: readonly OddityRow[]): number => byHand.get(group[0]?.recordedById ?? '')?.length ?? group.length;
  return oddOf(kind, groupBy(rows, (row) => `${row.recordedById} ${otherIdOf(row)}`).values(), (group) => group.length >= min && group.length >= wholeOf(group) * RULES.service.pairShare, (first, group) => wordsOf(first, group.length, percentText(group.length, wholeOf(group))));
};

/** Pure: what staff should look at, the most records first. `rows` the newest first. */
export const findOddities = (rows: readonly OddityRow[]): readonly ServiceOddityView[] => {
  const backEntries = rows.filter(({ source }) => source === 'backEntry');
  const rosters = rows.filter(({ source }) => source === 'roster');
  const own = rosters.filter((row) => row.memberId === row.recordedById);
  return [
    ...massEntry(rows),
    ...manyBackEntries(backEntries),
    ...pairs('samePair', rows.filter((row) => row.memberId !== row.recordedById), RULES.service.pairRecords, (row) => row.memberId, (first, times, share) => ({ name: first.recordedByName, withName: first.memberName, reasonText: `给同一位记了 ${times} 条，占 TA 记的 ${share}` })),
    ...pairs('sameSecond', backEntries, RULES.service.secondRecords, (row) => row.secondId ?? '', (first, times, share) => ({ name: first.recordedByName, withName: first.secondName, reasonText: `补记请同一位确认了 ${times} 条，占 TA 补记的 ${share}` })),
    ...oddOf('ownRecords', groupBy(own, (row) => row.memberId).values(), (group) => group.length >= RULES.service.ownRecords, (first, group) => ({ name: first.memberName, withName: null, reasonText: `名单上自己记自己 ${group.length} 条` })),
  ].sort((a, b) => b.records - a.records);
};
