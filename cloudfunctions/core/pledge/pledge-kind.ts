import type { NoticeTarget } from '@contract';
import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { REACHED_GIVING } from '../share/reach';
import { maskedName } from '../member/member';
import { lapsedByClock, remindedByClock, reminderAtMs } from './end-pledge';
import { isWaiting, type Pledge, type PledgeEvent } from './pledge';

type Cause = Pick<PledgeEvent, 'eventId' | 'atMs'>;

const tell = (pledge: Pledge, event: Cause, memberId: string, title: string, body: string, page: 'myPledges' | 'campaignPledges' = 'myPledges'): Effect => {
  const target: NoticeTarget = { page, wishId: null, claimId: null, subjectId: page === 'myPledges' ? pledge._id : pledge.campaignId };
  return { kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'goods', target, todo: null, atMs: event.atMs };
};

const tellGiver = (pledge: Pledge, event: Cause, title: string, body: string): Effect => tell(pledge, event, pledge.giverId, title, body);
const tellAnswerable = (pledge: Pledge, event: PledgeEvent, title: string, body: string): readonly Effect[] =>
  pledge.answerableId === pledge.giverId ? [] : [tell(pledge, event, pledge.answerableId, title, body, 'campaignPledges')];

/** The campaign hears how many came; what it kept beyond is free for others. */
const tellNeed = (pledge: Pledge, event: PledgeEvent, received: number): Effect =>
  ({ kind: 'tellNeed', campaignId: pledge.campaignId, needId: pledge.needId, pledgeId: pledge._id, received, atMs: event.atMs });

const reach = ({ giverId, campaignId }: Pledge, far: keyof typeof REACHED_GIVING): Effect => ({ kind: 'noteReach', personId: giverId, itemId: campaignId, reached: REACHED_GIVING[far] });

const thingOf = ({ count, unit, needText }: Pledge): string => `${count} ${unit}${needText}`;

const effectsOf = (pledge: Pledge, event: PledgeEvent): readonly Effect[] => {
  const { campaignTitle, stationName, untilMs, kind } = pledge;
  const thing = thingOf(pledge);
  switch (event.kind) {
    case 'promised':
      return [reach(pledge, 'promised'), ...tellAnswerable(pledge, event, `${maskedName(pledge.giverName)}愿意出${thing}`, kind === 'place' ? '去看一眼合不合用，回他一声。' : `${chinaDateText(untilMs)}前送到${stationName}。`)];
    case 'accepted':
      return [tellGiver(pledge, event, `“${campaignTitle}”用得上您的${pledge.needText}`, '用之前会和您约好日子。')];
    case 'refused':
      return [tellNeed(pledge, event, 0), tellGiver(pledge, event, `这次先不用${pledge.needText}了`, `${pledge.reason} 谢谢您的心意。`)];
    case 'used':
      return [tellNeed(pledge, event, pledge.count), reach(pledge, 'received'), tellGiver(pledge, event, `用了您的${pledge.needText}，谢谢`, `“${campaignTitle}”的进展里记上了。`)];
    case 'received':
      return [
        tellNeed(pledge, event, event.count),
        ...(event.count > 0 ? [reach(pledge, 'received')] : []),
        tellGiver(pledge, event, `收到您的 ${event.count} ${pledge.unit}${pledge.needText}，谢谢`, `${stationName}收的，“${campaignTitle}”的进展里记上了。`),
        ...tellAnswerable(pledge, event, `${event.count} ${pledge.unit}${pledge.needText}到${stationName}了`, `${maskedName(pledge.giverName)}送来的，去取。`),
      ];
    case 'withdrawn':
      return [tellNeed(pledge, event, 0), ...tellAnswerable(pledge, event, `${thing}来不了了`, `${maskedName(pledge.giverName)}取消了，还缺的别的邻居可以接着出。`)];
    case 'lapsed':
      return [tellNeed(pledge, event, 0), tellGiver(pledge, event, `${thing}过了日子`, '先让别的邻居来出。还想给，可以再说一次。'), ...tellAnswerable(pledge, event, `${thing}过了日子没有来`, '还缺的别的邻居可以接着出。')];
    case 'over':
      return [tellNeed(pledge, event, 0), tellGiver(pledge, event, `${thing}不用送了`, `“${campaignTitle}”${pledge.reason}。谢谢您的心意。`)];
    case 'reminded':
      return kind === 'place' && pledge.state === 'promised'
        ? tellAnswerable(pledge, event, `${maskedName(pledge.giverName)}还在等您回话`, `愿意出${thing}，${chinaDateText(untilMs)}前回一声。`)
        : kind === 'place' ? tellAnswerable(pledge, event, `${thing}用过了吗`, '用过了就记一笔，没用上也告诉人家。') : [tellGiver(pledge, event, `${thing}还没送来`, `${chinaDateText(untilMs)}前送到${stationName}，报出交接码就行。`)];
    case 'codeMissed':
      // Of misses at once all may be told after the last: the word is the code's, not the miss's.
      return pledge.triesLeft === 0 ? [tellGiver(pledge, { eventId: deriveId('e', pledge._id, 'spent'), atMs: event.atMs }, '交接码连着输错了', `${thing}先收不了。请取消，再重新说一次。`)] : [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const clocksOf = (pledge: Pledge, nowMs: number): readonly Due<PledgeEvent>[] =>
  !isWaiting(pledge) ? [] : [
    { atMs: pledge.untilMs, change: lapsedByClock(pledge, nowMs) },
    ...(pledge.isReminded ? [] : [{ atMs: reminderAtMs(pledge), change: remindedByClock(pledge, nowMs) }]),
  ];

export const PLEDGE_KIND: AggregateKind<Pledge, PledgeEvent> = { collection: 'pledges', effectsOf, clocksOf };
