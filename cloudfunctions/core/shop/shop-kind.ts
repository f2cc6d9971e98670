import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { afterWorkingHours, dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { putAwayByClock } from './review-shop';
import { countingByClock, expiredByClock, sweepingByClock, warnedByClock } from './run-shop';
import { isAdmitted, isLiveState, shelfOf, type Shop, type ShopEvent } from './shop';

type Todo = { readonly noticeId: string; readonly actionText: string; readonly dueAtMs: number };

/** To one person, or to the shop itself: its owners read that. */
const tell = (shop: Shop, event: ShopEvent, readerId: string, title: string, body: string, todo: Todo | null = null): Effect => ({
  kind: 'notice', noticeId: todo?.noticeId ?? deriveId('n', event.eventId, readerId), memberId: readerId, title, body, pictureKey: 'hand',
  target: { page: 'shop', wishId: null, claimId: null, subjectId: shop._id }, todo: todo === null ? null : { actionText: todo.actionText, dueAtMs: todo.dueAtMs }, atMs: event.atMs,
});

const reviewTaskId = (shop: Shop, n: number): string => deriveId('k', 'shopReview', shop._id, String(n));
const askReview = (shop: Shop, event: ShopEvent, n: number, reasonText: string): Effect => ({
  kind: 'openTask', taskId: reviewTaskId(shop, n), taskKind: 'shopReview', wishId: null, claimId: null, subjectId: shop._id, assignTo: null, areaIds: shop.areaIds, title: shop.name, reasonText, actionText: '对着执照原件看一看',
  ...dueInWorkingHours(event.atMs, RULES.shop.reviewWorkingHours), atMs: event.atMs,
});
const reviewed = (shop: Shop, event: ShopEvent, n: number, note: string): Effect => ({ kind: 'closeTask', taskId: reviewTaskId(shop, n), atMs: event.atMs, note });

const askedNoticeId = (shop: Shop, n: number): string => deriveId('n', 'shopAsked', shop._id, String(n));
/** The question of the review before this one is answered, or no longer put. */
const askedOver = (shop: Shop, event: ShopEvent, n: number): Effect => ({ kind: 'finishNotice', noticeId: askedNoticeId(shop, n), memberId: shop.appliedById, atMs: event.atMs });

const expiryNoticeId = (shop: Shop, untilMs: number): string => deriveId('n', 'shopExpiry', shop._id, String(untilMs));

const checkPhoto = (shop: Shop, event: ShopEvent, fileId: string): Effect => ({ kind: 'checkMedia', fileId, ownerId: event.byId, subject: { kind: 'shop', id: shop._id, partId: null }, isAudio: false, atMs: event.atMs });
const erasePhoto = (fileId: string | null): readonly Effect[] => (fileId === null ? [] : [{ kind: 'eraseFile', fileId }]);
const freeLicence = (shop: Shop, creditCode: string): Effect => ({ kind: 'freeLicence', creditCode, shopId: shop._id });

/** What a person may do follows the shop as it stands now. */
const sync = (shop: Shop, memberIds: readonly string[]): readonly Effect[] => memberIds.map((memberId) => ({ kind: 'syncShop', shopId: shop._id, memberId }));
/** Its offers, gifts and promised money follow as well. */
const align = (shop: Shop, event: ShopEvent): Effect => ({ kind: 'alignShop', shopId: shop._id, atMs: event.atMs });

const audit = (shop: Shop, event: ShopEvent, kind: 'shopDecided' | 'shopFrozen' | 'shopUnfrozen' | 'shopLeft', note: string): Effect => ({
  kind: 'audit', line: { auditId: deriveId('audit', event.eventId), kind, byId: event.byId, subjectId: shop._id, areaIds: shop.areaIds, note, atMs: event.atMs },
});

/** Staff hear how much went back to the wall. */
const handedBack = (shop: Shop, event: ShopEvent, count: number, why: string): readonly Effect[] =>
  count === 0 ? [] : [
    {
      kind: 'openTask', taskId: deriveId('k', 'shopHandedBack', event.eventId), taskKind: 'shopHandedBack', wishId: null, claimId: null, subjectId: shop._id, assignTo: null, areaIds: shop.areaIds, title: shop.name,
      reasonText: `${why}，${count} 份认领放回了心愿墙`, actionText: '看看哪件急，帮着找人', ...dueInWorkingHours(event.atMs, RULES.shop.reviewWorkingHours), atMs: event.atMs,
    },
    tell(shop, event, shop._id, `${count} 份认领还回去了`, '都已经放回心愿墙，对方也知道了。'),
  ];

const applicationEffects = (shop: Shop, event: Exclude<Extract<ShopEvent, { readonly n: number | null }>, { readonly kind: 'leaving' }>): readonly Effect[] => {
  switch (event.kind) {
    case 'applied':
    case 'resubmitted':
      return [
        checkPhoto(shop, event, shop.licence.photoFileId), askReview(shop, event, event.n, event.kind === 'applied' ? '想加入爱心商户' : '补好了，再请看一看'),
        ...(event.kind === 'resubmitted' ? [askedOver(shop, event, event.n - 1)] : []), ...erasePhoto(event.oldFileId), ...(event.oldNumber === null ? [] : [freeLicence(shop, event.oldNumber)]),
      ];
    case 'withdrawn':
      return [
        reviewed(shop, event, event.n, '申请的人撤回了'), askedOver(shop, event, event.n), freeLicence(shop, shop.licence.creditCode), ...erasePhoto(shop.licence.photoFileId),
        ...(event.isByClock ? [tell(shop, event, shop.appliedById, `“${shop.name}”的申请先收起来了`, shop.note)] : []),
      ];
    case 'askedBack':
      return [
        reviewed(shop, event, event.n, '请对方补一补'), audit(shop, event, 'shopDecided', 'ask'),
        tell(shop, event, shop.appliedById, `“${shop.name}”的申请还差一点`, shop.note, { noticeId: askedNoticeId(shop, event.n), actionText: '补一补', dueAtMs: event.atMs + RULES.shop.askedMs }),
      ];
    case 'refused':
      return [
        reviewed(shop, event, event.n, '没有通过'), audit(shop, event, 'shopDecided', 'refuse'), freeLicence(shop, shop.licence.creditCode), ...erasePhoto(shop.licence.photoFileId),
        tell(shop, event, shop.appliedById, `“${shop.name}”这次没有通过`, shop.note),
      ];
    case 'admitted':
      return [reviewed(shop, event, event.n, '执照看过了，欢迎加入'), audit(shop, event, 'shopDecided', 'approve'), ...sync(shop, shop.memberIds), tell(shop, event, shop.appliedById, `“${shop.name}”是爱心商户了`, '可以认领心愿、登记能帮的事、放积分礼物了。店员也可以请进来。')];
    case 'renewalSent':
      return [...(shop.renewal === null ? [] : [checkPhoto(shop, event, shop.renewal.photoFileId)]), askReview(shop, event, event.n, '换了新执照'), ...(event.oldFileId === null ? [] : [reviewed(shop, event, event.n - 1, '又换了一张'), ...erasePhoto(event.oldFileId)])];
    case 'renewed':
      return [
        reviewed(shop, event, event.n, '新执照看过了'), audit(shop, event, 'shopDecided', 'renewed'), ...erasePhoto(event.goneFileId), ...sync(shop, shop.memberIds), align(shop, event),
        tell(shop, event, shop._id, '新执照登记好了', '照常认领。歇着的资源和礼物，还能提供的点一下就打开。'),
      ];
    case 'renewalRefused':
      return [reviewed(shop, event, event.n, '新执照没有登记上'), audit(shop, event, 'shopDecided', 'renewalRefused'), ...erasePhoto(event.goneFileId), tell(shop, event, shop._id, '新执照没有登记上', shop.note)];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const heldText = (handsBack: boolean): string => (handsBack ? '没送到的，几分钟里会一件件放回心愿墙，对方都会知道。' : '手上的照常办。');

const HANDED_BACK_WHY: Partial<Readonly<Record<Shop['state'], string>>> = { open: '歇过又开张', frozen: '被停用' };

type RunEvent = Extract<ShopEvent, { readonly kind: 'expirySoon' | 'expired' | 'paused' | 'frozen' | 'resumed' | 'unfrozen' | 'leaving' | 'sweeping' | 'swept' | 'left' | 'counting' | 'photoChecked' | 'edited' | 'invited' | 'counted' }>;

const runEffects = (shop: Shop, event: RunEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'expirySoon':
      return [tell(shop, event, shop._id, `执照 ${chinaDateText(event.untilMs - 1)} 到期`, '换了新的，拍一张传上来，再拿原件到社区看一眼。', { noticeId: expiryNoticeId(shop, event.untilMs), actionText: '换新执照', dueAtMs: event.untilMs })];
    case 'expired':
      return [{ kind: 'finishNotice', noticeId: expiryNoticeId(shop, event.untilMs), memberId: shop._id, atMs: event.atMs }, align(shop, event), tell(shop, event, shop._id, '执照到期了，先不接新的', '手上的照常办。新执照看过以后，马上可以再认领。')];
    case 'paused':
      return [align(shop, event), tell(shop, event, shop._id, `${shop.name}先歇着`, `不再接新的。${heldText(event.handsBack)}`)];
    case 'frozen':
      return [audit(shop, event, 'shopFrozen', event.handsBack ? 'handsBack' : ''), align(shop, event), tell(shop, event, shop._id, `社区让${shop.name}先停一停`, `${shop.note} ${heldText(event.handsBack)}有疑问请打社区电话。`)];
    case 'resumed':
      return [align(shop, event)];
    case 'unfrozen':
      return [audit(shop, event, 'shopUnfrozen', ''), align(shop, event), tell(shop, event, shop._id, shop.state === 'open' ? '又可以认领了' : '社区不再停着这家店', `${shop.note === '' ? '' : `${shop.note} `}歇着的资源和礼物，还能提供的点一下就打开。`)];
    case 'leaving':
      return [
        ...(event.isByStaff ? [audit(shop, event, 'shopLeft', 'byStaff')] : []), ...(event.n === null ? [] : [reviewed(shop, event, event.n, '店要退出了')]), ...sync(shop, shop.memberIds), align(shop, event),
        tell(shop, event, shop._id, event.isByStaff ? `社区请${shop.name}退出` : `${shop.name}在办退出`, `${event.isByStaff ? `${shop.note} ` : ''}${heldText(true)}等对方确认的、等人来取的，都办完就退好了。`),
      ];
    case 'sweeping':
      return [{ kind: 'sweepShop', shopId: shop._id, pass: event.pass, atMs: event.atMs }];
    case 'swept':
      return handedBack(shop, event, event.handedBack, HANDED_BACK_WHY[shop.state] ?? '先歇着');
    case 'left': {
      const goneIds = event.memberIds;
      return [
        ...handedBack(shop, event, event.handedBack, '退出了'), audit(shop, event, 'shopLeft', ''), freeLicence(shop, shop.licence.creditCode), ...erasePhoto(shop.licence.photoFileId), ...sync(shop, goneIds),
        ...goneIds.map((memberId) => tell(shop, event, memberId, `${shop.name}退好了`, '谢谢这些日子的帮忙。想再来，随时重新申请。')),
      ];
    }
    case 'counting':
      return [{ kind: 'countShop', shopId: shop._id, atMs: event.atMs }];
    case 'photoChecked':
    case 'edited':
    case 'invited':
    case 'counted':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const peopleEffects = (shop: Shop, event: Extract<ShopEvent, { readonly memberId: string }>): readonly Effect[] => {
  const followed = sync(shop, [event.memberId]);
  switch (event.kind) {
    case 'joined':
      return [...followed, align(shop, event), tell(shop, event, shop._id, `${shop.people[event.memberId]?.name ?? '有人'}来店里了`, '拿着您发的邀请码来的。不认得，请把 TA 请出去，再告诉社区。')];
    case 'roleSet':
      return [...followed, align(shop, event), tell(shop, event, event.memberId, shop.people[event.memberId]?.role === 'owner' ? `您现在是${shop.name}的店主` : `您现在是${shop.name}的店员`, '打开“我的店”就能看到能办的事。')];
    case 'personGone':
      return [...followed, align(shop, event), ...(event.cause === 'owner' ? [tell(shop, event, event.memberId, `您不在${shop.name}了`, '店里认领的由店里接着办。')] : [])];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const effectsOf = (shop: Shop, event: ShopEvent): readonly Effect[] => {
  if ('memberId' in event) return peopleEffects(shop, event);
  return event.kind !== 'leaving' && 'n' in event ? applicationEffects(shop, event) : runEffects(shop, event);
};

const licenceClocks = (shop: Shop, nowMs: number): readonly Due<ShopEvent>[] => {
  const untilMs = shop.licence.validUntilMs;
  const isGood = shop.state === 'open' || shop.state === 'paused' || (shop.state === 'frozen' && shop.frozenFrom !== 'expired');
  if (untilMs === null || !isGood) return [];
  const over = { atMs: untilMs, change: expiredByClock(shop, untilMs, nowMs) };
  return shop.warnedForMs === untilMs ? [over] : [{ atMs: untilMs - RULES.shop.expiryWarnMs, change: warnedByClock(shop, untilMs, nowMs) }, over];
};

const clocksOf = (shop: Shop, nowMs: number): readonly Due<ShopEvent>[] => [
  ...(shop.askedAtMs === null ? [] : [{ atMs: shop.askedAtMs + RULES.shop.askedMs, change: putAwayByClock(shop, nowMs) }]),
  ...(shop.sweep === null ? [] : [{ atMs: shop.sweep.nextAtMs, change: sweepingByClock(shop, shop.sweep, nowMs) }]),
  ...(isAdmitted(shop) ? [{ atMs: shop.countAtMs, change: countingByClock(shop, nowMs) }] : []),
  ...licenceClocks(shop, nowMs),
];

export const SHOP_KIND: AggregateKind<Shop, ShopEvent> = {
  collection: 'shops',
  effectsOf,
  clocksOf,
  workingDuesOf: (shop) => (shop.answerByMs === null ? [] : [{ path: 'answerByMs', countFrom: afterWorkingHours(RULES.shop.reviewWorkingHours) }]),
  derivedOf: (shop) => ({ isLive: isLiveState(shop), isListed: shop.state === 'open' || shop.state === 'paused', shelf: shelfOf(shop) }),
};
