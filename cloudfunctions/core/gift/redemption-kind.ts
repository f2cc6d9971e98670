import type { NoticeTarget } from '@contract';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { expiredByClock, remindedByClock, reminderAtMs } from './end-redemption';
import type { Redemption, RedemptionEvent } from './redemption';

const PAGE: NoticeTarget = { page: 'gifts', wishId: null, claimId: null };

const tell = (redemption: Redemption, event: Pick<RedemptionEvent, 'eventId' | 'atMs'>, memberId: string, title: string, body: string, page: NoticeTarget = PAGE): Effect =>
  ({ kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: redemption.pictureKey, target: { ...page, subjectId: redemption._id }, todo: null, atMs: event.atMs });

/** A community has no inbox; its station's list shows what waits. */
const tellShop = (redemption: Redemption, event: RedemptionEvent, title: string, body: string): readonly Effect[] =>
  redemption.offererId.startsWith('m_') ? [tell(redemption, event, redemption.offererId, title, body, { ...PAGE, page: 'giftsToHand' })] : [];

const comesBack = (redemption: Redemption, event: RedemptionEvent, outcome: 'voided' | 'expired'): readonly Effect[] => [
  { kind: 'endHold', transferId: redemption.transferId, outcome, atMs: event.atMs },
  { kind: 'releaseGift', giftId: redemption.giftId, redemptionId: redemption._id, isFetched: false },
];

const effectsOf = (redemption: Redemption, event: RedemptionEvent): readonly Effect[] => {
  const { giftTitle, points, takerId, takerText, place, transferId, giftId } = redemption;
  switch (event.kind) {
    case 'reserved':
      return tellShop(redemption, event, `${takerText}换了“${giftTitle}”`, '请留一份，来取的时候核对取货码。');
    case 'fetched':
      return [
        { kind: 'endHold', transferId, outcome: 'posted', atMs: event.atMs },
        { kind: 'releaseGift', giftId, redemptionId: redemption._id, isFetched: true },
        tell(redemption, event, takerId, `“${giftTitle}”取到了`, `用了 ${points} 积分，谢谢您为邻居做的事。`),
      ];
    case 'cancelled':
      return [
        ...comesBack(redemption, event, 'voided'),
        ...(event.byOfferer ? [tell(redemption, event, takerId, `“${giftTitle}”给不了了`, `${event.note}。${points} 积分已经退给您，日子不变。`)] : tellShop(redemption, event, `${takerText}不换“${giftTitle}”了`, '留的那份可以给别人了。')),
      ];
    case 'expired':
      return [...comesBack(redemption, event, 'expired'), tell(redemption, event, takerId, `“${giftTitle}”过了取的日子`, `${points} 积分已经退给您，日子不变。`)];
    case 'reminded':
      return [tell(redemption, event, takerId, `“${giftTitle}”还没去取`, `${chinaDateText(redemption.fetchByMs)}前到${place}取，过了积分会退回。`)];
    case 'codeMissed':
      // Of misses at once all may be told after the last: the word is the code's, not the miss's.
      return redemption.triesLeft === 0 ? [tell(redemption, { eventId: deriveId('e', redemption._id, 'spent'), atMs: event.atMs }, takerId, '取货码连着输错了', `“${giftTitle}”先不能取，取消后可以重新换一次。`)] : [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

export const REDEMPTION_KIND: AggregateKind<Redemption, RedemptionEvent> = {
  collection: 'redemptions',
  effectsOf,
  clocksOf: (redemption, nowMs) =>
    redemption.state !== 'reserved' ? [] : [
      { atMs: redemption.fetchByMs, change: expiredByClock(redemption, nowMs) },
      ...(redemption.isReminded ? [] : [{ atMs: reminderAtMs(redemption), change: remindedByClock(redemption, nowMs) }]),
    ],
};
