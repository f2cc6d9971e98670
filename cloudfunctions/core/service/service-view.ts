import type { ServiceReader, ServiceRecordView } from '@contract';
import { maskedName, type Member } from '../member/member';
import { RULES } from '../rules';
import { isStaffOf, mayAnswerFor, mayRevoke } from './change-service';
import { isInLedger, type ServiceRecord } from './service-record';

/** How somebody reads a record; null for whom it is not there. One's own comes first: nobody is staff of their own hours. */
export const serviceReaderOf = (record: ServiceRecord, member: Member): ServiceReader | null => {
  if (record.memberId === member._id) return 'self';
  if (isStaffOf(record, member)) return 'staff';
  if (mayAnswerFor(record, member)) return 'organiser';
  if (record.secondId === member._id) return 'second';
  return record.recordedById === member._id ? 'enterer' : null;
};

const WHY_NOT: Readonly<Record<Exclude<ServiceRecord['state'], 'counted'>, string>> = {
  waiting: '等当时在场的另一位确认，确认了就记上',
  counting: '正在记，过一会儿再看',
  clashing: '和别的记录时间重叠，核对好以前先不算',
  refused: '另一位说不对，没有记上',
  revoked: '已经撤销，不算了',
  lapsed: '7 天里没等到另一位确认，没有记上',
};

const whyNotCounted = ({ state, minutes, countedMinutes }: ServiceRecord): string | null => {
  if (state !== 'counted') return WHY_NOT[state];
  return countedMinutes === minutes ? null : `一天最多记 ${RULES.service.minutesADayMax / 60} 小时，多出的不算`;
};

const canAsk = (record: ServiceRecord, reader: ServiceReader): boolean => reader === 'self' && record.state !== 'waiting' && record.ask?.state !== 'open' && record.askCount < RULES.service.asksMax;

/** What a reader may do now; the same rules as the decisions. */
const mayDo = (record: ServiceRecord, reader: ServiceReader, member: Member): Pick<ServiceRecordView, 'canAnswer' | 'canCorrect' | 'canRevoke' | 'canAsk' | 'canAnswerAsk'> => {
  const isOther = reader !== 'self';
  const isStanding = record.state === 'counted' || record.state === 'clashing';
  return {
    canAnswer: record.secondId === member._id && record.state === 'waiting',
    canCorrect: isOther && isStanding && mayAnswerFor(record, member) && record.changes.length < RULES.service.changesMax,
    canRevoke: isOther && (record.state === 'waiting' || isInLedger(record.state)) && mayRevoke(record, member),
    canAsk: canAsk(record, reader),
    canAnswerAsk: isOther && record.ask?.state === 'open' && mayAnswerFor(record, member),
  };
};

const partyParts = (record: ServiceRecord, reader: ServiceReader): Pick<ServiceRecordView, 'memberName' | 'secondName' | 'clashesWith' | 'ask'> => {
  const isParty = reader !== 'second' && reader !== 'enterer';
  const { secondName, ask } = record;
  return {
    memberName: isParty || reader === 'enterer' ? record.memberName : maskedName(record.memberName),
    // Whoever organises and staff may ask the second person; neighbours read a masked name.
    secondName: secondName === null ? null : reader === 'staff' || reader === 'organiser' ? secondName : maskedName(secondName),
    clashesWith: isParty ? record.clashesWith : [],
    ask: isParty && ask !== null ? { words: ask.words, atMs: ask.atMs, state: ask.state, answer: ask.answer } : null,
  };
};

/** One record for its reader. */
export const serviceRecordView = (record: ServiceRecord, reader: ServiceReader, member: Member): ServiceRecordView => ({
  recordId: record._id,
  source: record.source,
  state: record.state,
  reader,
  kind: record.kind,
  title: record.title,
  placeText: record.placeText,
  organiserName: record.organiserName,
  recordedByName: record.recordedByName,
  recordedAtMs: record.recordedAtMs,
  shiftId: record.shiftId,
  fromMs: record.fromMs,
  toMs: record.toMs,
  minutes: record.minutes,
  countedMinutes: record.countedMinutes,
  day: record.day,
  whyNotCounted: whyNotCounted(record),
  reason: record.reason,
  secondUntilMs: record.untilMs,
  changes: reader === 'second' ? [] : record.changes.map(({ atMs, byName, fromMs, toMs, why }) => ({ atMs, byName, fromMs, toMs, why })),
  endNote: record.endNote,
  dutyPhone: member.dutyPhone,
  ...partyParts(record, reader),
  ...mayDo(record, reader, member),
});
