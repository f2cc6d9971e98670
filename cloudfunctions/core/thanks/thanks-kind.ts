import type { NoticeTarget } from '@contract';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { lapsedByClock } from './show-thanks';
import type { Thanks, ThanksEvent } from './thanks';

const PAGE: NoticeTarget = { page: 'thanks', wishId: null, claimId: null };

const tellGivers = (thanks: Thanks, event: ThanksEvent, title: string, body: string): readonly Effect[] =>
  thanks.giverIds.map((memberId) => ({ kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: thanks.pictureKey, target: { ...PAGE, subjectId: thanks._id }, todo: null, atMs: event.atMs }));

/** Each time it is asked is a question of its own. */
const questionIdOf = (thanks: Thanks, askedAtMs: number): string => deriveId('n', 'thanksQuestion', thanks._id, String(askedAtMs));

const ask = (thanks: Thanks, askedAtMs: number): Effect => ({
  kind: 'notice', noticeId: questionIdOf(thanks, askedAtMs), memberId: thanks.saidById, title: '您的谢谢，愿意给邻居们看吗', body: '帮忙的邻居想把它放上感谢墙。不写您的名字，不愿意也没关系。',
  pictureKey: thanks.pictureKey, target: { ...PAGE, subjectId: thanks._id }, todo: { actionText: '看一看', dueAtMs: askedAtMs + RULES.thanks.askMs }, atMs: askedAtMs,
});

const effectsOf = (thanks: Thanks, event: ThanksEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'thanksSaid':
      return tellGivers(thanks, event, '有人跟您说谢谢', `“${thanks.wishTitle}”：那句话只有您看得到。`);
    case 'showAsked':
      return [ask(thanks, event.askedAtMs)];
    case 'showEnded':
      return [
        ...(event.askedAtMs === null ? [] : [{ kind: 'finishNotice', noticeId: questionIdOf(thanks, event.askedAtMs), memberId: thanks.saidById, atMs: event.atMs } as const]),
        ...(event.isOnWall ? tellGivers(thanks, event, '这声谢谢上感谢墙了', '对方愿意给邻居们看。谢谢您帮的忙。') : []),
      ];
    default: {
      const never: never = event;
      return never;
    }
  }
};

export const THANKS_KIND: AggregateKind<Thanks, ThanksEvent> = {
  collection: 'thanks',
  effectsOf,
  clocksOf: (thanks, nowMs) => (thanks.askedAtMs === null ? [] : [{ atMs: thanks.askedAtMs + RULES.thanks.askMs, change: lapsedByClock(thanks, thanks.askedAtMs, nowMs) }]),
};
