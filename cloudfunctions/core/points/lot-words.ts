import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';

/** On the line that ends a lot. */
export const lotEndText = (day: string): string => `${Number(day.slice(0, 4))} 年底到期`;

export interface LotWarning {
  readonly accountId: string;
  readonly memberId: string;
  readonly day: string;
  readonly amount: number;
  readonly number: number;
  readonly endsAtMs: number;
  readonly nowMs: number;
}

/** Pure: the notice that points end soon; each warning of each lot once. */
export const warningOf = ({ accountId, memberId, day, amount, number, endsAtMs, nowMs }: LotWarning): Effect => ({
  kind: 'notice',
  noticeId: deriveId('n', 'lotWarning', accountId, day, String(number)),
  memberId,
  title: `有 ${amount} 积分快到期了`,
  body: `${chinaDateText(endsAtMs - 1)}以后就不能用了，可以换一份小礼物。`,
  pictureKey: 'calendar',
  target: { page: 'points', wishId: null, claimId: null },
  todo: null,
  atMs: nowMs,
});
