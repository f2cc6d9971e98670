import type { ServiceRecordView } from '@contract';
import { memberHours } from '../../../cloudfunctions/core/ledger/account';
import { foldBalances } from '../../../cloudfunctions/core/ledger/balance';
import type { Transfer } from '../../../cloudfunctions/core/ledger/transfer';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import { isDayCoherent, type ServiceDay } from '../../../cloudfunctions/core/service/service-day';
import { isServiceCoherent, type ServiceRecord } from '../../../cloudfunctions/core/service/service-record';
import { openShift, shiftOfCloud, signUpFor, signUpIdOf, type Times } from './activity-steps';
import { DAY_MS, HOUR_MS, type Community } from './community';

const MINUTE_MS = 60_000;

/** A shift led by somebody without a role, at which these people were so many minutes; confirmed and counted. */
export const servedShift = async (community: Community, lead: string, people: readonly string[], minutes: number, times: Times = {}): Promise<string> => {
  const shiftId = await openShift(community, { leadCode: (await community.me(lead)).code, ...times });
  for (const openid of people) await signUpFor(community, openid, shiftId);
  await community.advance(3 * DAY_MS + 3 * HOUR_MS);
  await community.runJobs();
  const { startsAtMs: fromMs } = shiftOfCloud(community, shiftId);
  const came = await Promise.all(people.map(async (openid) => ({ signUpId: await signUpIdOf(community, openid), self: { fromMs, toMs: fromMs + minutes * MINUTE_MS } })));
  await community.must(lead, 'shift.confirmRoster', { shiftId, came });
  for (let run = 0; run < 3; run += 1) await community.runJobs();
  return shiftId;
};

/** What tests of hours do and look at again and again. */
export const serviceHands = (community: Community) => {
  const settle = async (): Promise<void> => {
    for (let run = 0; run < 3; run += 1) await community.runJobs();
  };
  const records = (): readonly ServiceRecord[] => community.documents<ServiceRecord>('serviceRecords');
  const codeOf = async (openid: string): Promise<string> => (await community.me(openid)).code;
  const sumOf = (rows: readonly { readonly memberId: string; readonly countedMinutes: number }[], memberId: string): number => rows.filter((row) => row.memberId === memberId).reduce((sum, row) => sum + row.countedMinutes, 0);
  return {
    settle, records, codeOf,
    recordOf: (recordId: string): ServiceRecord => community.document<ServiceRecord>('serviceRecords', recordId) as ServiceRecord,
    newest: async (openid: string): Promise<ServiceRecordView> => (await community.must(openid, 'service.mine', {})).items[0] as ServiceRecordView,
    totalOf: async (openid: string): Promise<number> => (await community.must(openid, 'service.mine', {})).totalMinutes,
    titlesTo: async (openid: string): Promise<readonly string[]> => {
      const { memberId } = await community.me(openid);
      return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId).map(({ title }) => title);
    },
    /** Of two hours yesterday, with this second person. */
    backEntry: async (second: string, changes: object = {}) => ({ kind: 'visit' as const, title: '陪王奶奶看病', organiserName: '青枫社区', placeText: '区医院', fromMs: community.nowMs() - 30 * HOUR_MS, toMs: community.nowMs() - 28 * HOUR_MS, reason: '那天没带手机', secondCode: await codeOf(second), ...changes }),
    /** Once everything came to rest: records, days and ledger say the same, for everybody. */
    expectSound: async (): Promise<void> => {
      await settle();
      expect(records().filter((record) => !isServiceCoherent(record) || record.pendingEvents > 0 || record.state === 'counting').map(({ _id, state }) => [_id, state])).toEqual([]);
      const days = community.documents<ServiceDay>('serviceDays');
      expect(days.filter((day) => !isDayCoherent(day))).toEqual([]);
      const balances = foldBalances(community.documents<Transfer>('transfers'));
      for (const memberId of new Set(records().map((record) => record.memberId))) {
        const posted = balances.get(`hours ${memberHours(memberId)}`)?.posted ?? 0;
        expect({ memberId, records: sumOf(records(), memberId), days: sumOf(days, memberId) }).toEqual({ memberId, records: posted, days: posted });
      }
    },
  };
};
export type ServiceHands = ReturnType<typeof serviceHands>;
