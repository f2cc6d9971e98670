import type { NoticeTarget } from '@contract';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { isToShop, type Thanks } from './thanks';
import type { ThanksEvent, ThanksEventOf } from './thanks-event';
import type { Hearing } from './thanks-voice';

const PAGE: NoticeTarget = { page: 'thanks', wishId: null, claimId: null };

const tell = (thanks: Thanks, event: ThanksEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: thanks.pictureKey, target: { ...PAGE, subjectId: thanks._id }, todo: null, atMs: event.atMs,
});

const tellGivers = (thanks: Thanks, event: ThanksEvent, title: string, body: string): readonly Effect[] => thanks.giverIds.map((memberId) => tell(thanks, event, memberId, title, body));

/** Each time it is asked is a question of its own. */
const questionIdOf = (thanks: Thanks, askedAtMs: number): string => deriveId('n', 'thanksQuestion', thanks._id, String(askedAtMs));

/** Where it would stand: of a shop also on the page of the shop. */
const wallText = (thanks: Thanks): string => (isToShop(thanks) ? `${thanks.giverText}想把它放上感谢墙，店的页面上也看得到` : '帮忙的邻居想把它放上感谢墙');

const ask = (thanks: Thanks, askedAtMs: number): Effect => ({
  kind: 'notice', noticeId: questionIdOf(thanks, askedAtMs), memberId: thanks.saidById, title: '您的谢谢，愿意给邻居们看吗',
  body: `${wallText(thanks)}。${thanks.voice === null ? '不写您的名字' : '里面有您的声音，放不放由您定'}，不愿意也没关系。`,
  pictureKey: thanks.pictureKey, target: { ...PAGE, subjectId: thanks._id }, todo: { actionText: '看一看', dueAtMs: askedAtMs + RULES.thanks.askMs }, atMs: askedAtMs,
});

const ended = (thanks: Thanks, askedAtMs: number | null, atMs: number): readonly Effect[] =>
  askedAtMs === null ? [] : [{ kind: 'finishNotice', noticeId: questionIdOf(thanks, askedAtMs), memberId: thanks.saidById, atMs }];

/** Late it is a task of its own, in front of the queue. */
const taskIdOf = (thanks: Thanks, hearing: Hearing): string => deriveId('k', 'thanksVoice', thanks._id, hearing.purpose, String(hearing.sinceMs), hearing.isLate ? 'late' : 'first');

const HEARING_REASON: Readonly<Record<Hearing['purpose'], string>> = { check: '自动检查拿不准这段谢谢的录音，听过才给对方听', wall: '两边都愿意放上感谢墙，里面有一段录音，听过才放' };

const opening = (thanks: Thanks, hearing: Hearing | null, atMs: number): readonly Effect[] =>
  hearing === null
    ? []
    : [{
        kind: 'openTask', taskId: taskIdOf(thanks, hearing), taskKind: 'thanksVoice', wishId: null, claimId: null, subjectId: thanks._id, assignTo: null, isUrgent: hearing.isLate, areaIds: thanks.areaIds, title: thanks.wishTitle,
        reasonText: hearing.isLate ? `过了该听的时间。${HEARING_REASON[hearing.purpose]}` : HEARING_REASON[hearing.purpose], actionText: '听一听', dueAtMs: hearing.dueAtMs, atMs,
      }];

const closing = (thanks: Thanks, hearing: Hearing | null, atMs: number, note: string): readonly Effect[] => (hearing === null ? [] : [{ kind: 'closeTask', taskId: taskIdOf(thanks, hearing), atMs, note }]);

const erasing = (fileId: string | null): readonly Effect[] => (fileId === null || fileId === '' ? [] : [{ kind: 'eraseFile', fileId }]);

const said = (thanks: Thanks, event: ThanksEventOf<'thanksSaid'>): readonly Effect[] => [
  ...(event.isTold ? tellGivers(thanks, event, '有人跟您说谢谢', `“${thanks.wishTitle}”：那句话只有您看得到。`) : []),
  ...(event.checksFileId === null ? [] : [{ kind: 'checkMedia', fileId: event.checksFileId, ownerId: thanks.saidById, subject: { kind: 'thanks', id: thanks._id, partId: null }, isAudio: true, atMs: event.atMs } as const]),
  ...erasing(event.erasesFileId),
];

/** Whoever spoke is told plainly, and what is left to do. */
const refusedText = ({ wishTitle, words }: Thanks, note: string): string => {
  const why = note === '' ? '录音里有不能转交的内容' : note;
  return words === '' ? `“${wishTitle}”：${why}。可以写几句话再谢一次。` : `“${wishTitle}”：${why}。您写的那句，对方看得到。`;
};

const voiceDecided = (thanks: Thanks, event: ThanksEventOf<'voiceDecided'>): readonly Effect[] => [
  ...closing(thanks, event.closes, event.atMs, event.verdict === 'shown' ? '听过，没问题' : '听过，没有转交'),
  ...(event.verdict === 'refused' ? [tell(thanks, event, thanks.saidById, '您的录音没有送到', refusedText(thanks, event.note))] : []),
  ...(event.verdict === 'shown' ? tellGivers(thanks, event, thanks.words === '' ? '有人跟您说谢谢' : '谢谢里还有一段录音', `“${thanks.wishTitle}”：是一段录音，只有您听得到。`) : []),
];

const wallHeard = (thanks: Thanks, event: ThanksEventOf<'wallHeard'>): readonly Effect[] => {
  const close = closing(thanks, event.closes, event.atMs, event.mayBeOnWall ? '听过，可以放' : '听过，录音不放');
  const why = event.note === '' ? '' : `社区听过：${event.note}。`;
  if (event.mayBeOnWall) return [...close, ...(event.isOnWall ? [tell(thanks, event, thanks.saidById, '您的声音在感谢墙上了', '想取下来，随时可以。'), ...tellGivers(thanks, event, '这声谢谢上感谢墙了', '对方愿意给邻居们听。谢谢您帮的忙。')] : [])];
  if (event.isOnWall) return [...close, tell(thanks, event, thanks.saidById, '感谢墙上放的是文字', `${why}录音只留给帮忙的邻居，文字放上墙了。`), ...tellGivers(thanks, event, '这声谢谢上感谢墙了', '放的是文字，录音还是只有您听得到。')];
  return [...close, tell(thanks, event, thanks.saidById, '这段声音没有放上墙', `${why}还是只有帮忙的邻居听得到，谢意一点没少。`), ...tellGivers(thanks, event, '这段声音只留给您', '社区听过，里面有不适合大家听的，就留在您这儿吧。')];
};

/** Pure: everything an event brings about elsewhere. */
export const thanksEffectsOf = (thanks: Thanks, event: ThanksEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'thanksSaid':
      return said(thanks, event);
    case 'showAsked':
      return [ask(thanks, event.askedAtMs)];
    case 'showEnded':
      return [
        ...ended(thanks, event.askedAtMs, event.atMs),
        ...closing(thanks, event.closes, event.atMs, '收回去了，不用听了'),
        ...opening(thanks, event.opens, event.atMs),
        ...(event.isOnWall ? tellGivers(thanks, event, '这声谢谢上感谢墙了', '对方愿意给邻居们看。谢谢您帮的忙。') : []),
      ];
    case 'voiceNeedsHuman':
      return opening(thanks, event.opens, event.atMs);
    case 'voiceDecided':
      return voiceDecided(thanks, event);
    case 'hearingLate':
      return [...closing(thanks, event.closes, event.atMs, '过了时间还没听，排到前面去了'), ...opening(thanks, event.opens, event.atMs)];
    case 'wallHeard':
      return wallHeard(thanks, event);
    case 'partyGone':
      return [...ended(thanks, event.askedAtMs, event.atMs), ...closing(thanks, event.closes, event.atMs, '有一方退出了社区，不用听了'), ...erasing(event.erasesFileId)];
    case 'voiceForgotten':
      return erasing(event.erasesFileId);
    default: {
      const never: never = event;
      return never;
    }
  }
};
