import { command, store } from '../platform/store';
import { RULES } from '../rules';
import type { Certificate, CountedRecord } from './certificate';
import type { CountNow } from './certificate-view';

const RECORD_FIELDS = ['organiserId', 'organiserName', 'areaIds', 'source', 'memberId', 'recordedById', 'title', 'placeText', 'day', 'countedMinutes'] as const satisfies readonly (keyof CountedRecord)[];

/** What counts of a person in these days, of every organiser, the newest first; one more than is looked at tells that there is more. */
export const countedRecordsOf = (memberId: string, fromDay: string, toDay: string): Promise<readonly CountedRecord[]> =>
  store.query<CountedRecord>('serviceRecords', { where: { memberId, state: 'counted', day: command.gte(fromDay).and(command.lte(toDay)) }, order: [['day', 'desc']], limit: RULES.certificate.recordsRead + 1, fields: RECORD_FIELDS });

/** The newest a person has. */
export const newestCounted = (memberId: string): Promise<readonly CountedRecord[]> =>
  store.query<CountedRecord>('serviceRecords', { where: { memberId, state: 'counted' }, order: [['day', 'desc']], limit: RULES.certificate.recordsRead + 1, fields: RECORD_FIELDS });

/** What the records under it add up to now. One that was corrected counts as it is; one that was revoked no longer. */
export const countNow = async ({ kind, lines, minutes }: Pick<Certificate, 'kind' | 'lines' | 'minutes'>): Promise<CountNow> => {
  // A confirmed roster stays as it is.
  if (kind === 'training') return { times: lines.length, minutes };
  const records = await store.query<Pick<CountedRecord, 'countedMinutes'> & { readonly state: string }>('serviceRecords', {
    where: { _id: command.in(lines.map((line) => line.recordId)) }, limit: RULES.certificate.recordsMax, fields: ['state', 'countedMinutes'],
  });
  const counted = records.filter((record) => record.state === 'counted');
  return { times: counted.length, minutes: counted.reduce((sum, record) => sum + record.countedMinutes, 0) };
};
