import type { NoticeTarget, TaskKind } from '@contract';
import { targetKeyOf } from '../contribution/gift-target';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { yuanText } from '../kernel/yuan-text';
import { communityPublic, communityRefunded, directedEscrow, directedFunds } from '../ledger/account';
import { photoLookedEffects } from '../media/judge-photo';
import { photoChecksOf } from '../media/photo-checks';
import { RULES } from '../rules';
import { spendingEffectsOf } from '../spending/spending-effects';
import { isSpendingEvent } from '../spending/spending-event';
import type { DirectedEvent, DirectedEventOf } from './directed-event';
import { amountOf, type DirectedGift } from './directed-gift';
import { directedFacts } from './directed-spending';

const pageOf = (gift: DirectedGift): NoticeTarget => ({ page: 'directed', wishId: null, claimId: null, subjectId: gift._id });

interface Todo {
  readonly noticeId: string;
  readonly actionText: string;
  readonly dueAtMs: number;
}

const notice = (gift: DirectedGift, event: DirectedEvent, memberId: string, title: string, body: string, todo: Todo | null = null): Effect => ({
  kind: 'notice', noticeId: todo?.noticeId ?? deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'hand', target: pageOf(gift), todo: todo === null ? null : { actionText: todo.actionText, dueAtMs: todo.dueAtMs }, atMs: event.atMs,
});

/** Whoever answers for the giving side reads it: of a unit its contact. */
const tellGiver = (gift: DirectedGift, event: DirectedEvent, title: string, body: string, todo: Todo | null = null): Effect => notice(gift, event, gift.giver.partyId, title, body, todo);
const tellAnswerable = (gift: DirectedGift, event: DirectedEvent, title: string, body: string, todo: Todo | null = null): readonly Effect[] => (gift.answerable === null ? [] : [notice(gift, event, gift.answerable.memberId, title, body, todo)]);
const todoDone = (noticeId: string, memberId: string | undefined, { atMs }: DirectedEvent): readonly Effect[] => (memberId === undefined ? [] : [{ kind: 'finishNotice', noticeId, memberId, atMs }]);

type DirectedTask = Extract<TaskKind, `directed${string}`>;
const taskId = (gift: DirectedGift, kind: DirectedTask, about: string): string => deriveId('k', kind, gift._id, about);

const task = (gift: DirectedGift, event: DirectedEvent, kind: DirectedTask, about: string, reasonText: string, actionText: string, workingHours: number): Effect => ({
  kind: 'openTask', taskId: taskId(gift, kind, about), taskKind: kind, wishId: null, claimId: null, subjectId: gift._id, assignTo: null, areaIds: gift.areaIds, title: gift.title, reasonText, actionText, ...dueInWorkingHours(event.atMs, workingHours), atMs: event.atMs,
});
const taskDone = (gift: DirectedGift, event: DirectedEvent, kind: DirectedTask, about: string, note: string): Effect => ({ kind: 'closeTask', taskId: taskId(gift, kind, about), atMs: event.atMs, note });

const audit = (gift: DirectedGift, event: DirectedEvent): Effect => ({ kind: 'audit', line: { auditId: deriveId('a', event.eventId), kind: 'directedDecided', byId: event.byId, subjectId: gift._id, areaIds: gift.areaIds, note: event.kind, atMs: event.atMs } });

const answerDone = (gift: DirectedGift, event: DirectedEvent, note: string): Effect => taskDone(gift, event, 'directedOffer', String(gift.submissions), note);

const askedNotice = (gift: DirectedGift, submissions: number): string => deriveId('n', 'directedAsked', gift._id, String(submissions));
const payNotice = (gift: DirectedGift): string => deriveId('n', 'directedPay', gift._id);
const reportNotice = (gift: DirectedGift, disclosureId: string): string => deriveId('n', 'directedReport', gift._id, disclosureId);
const leftoverNotice = (gift: DirectedGift, leftoverId: string): string => deriveId('n', 'directedLeftover', gift._id, leftoverId);
const returnTransferId = (gift: DirectedGift, leftoverId: string): string => deriveId('t', 'directedLeftover', gift._id, leftoverId);

const giveBack = (gift: DirectedGift, reason: 'missed' | 'cancelled', { atMs }: DirectedEvent): Effect => ({ kind: 'endContributions', targetKey: targetKeyOf({ lane: 'directed', directedId: gift._id }), reason, atMs });

const agreed = (gift: DirectedGift, event: DirectedEvent): readonly Effect[] => {
  const amountFen = amountOf(gift);
  const told = `负责的是${gift.answerable?.name ?? ''}，${gift.reportByMs === null ? '' : `${chinaDateText(gift.reportByMs)}前报告。`}`;
  return [
    answerDone(gift, event, '接下了'), audit(gift, event),
    amountFen === null || gift.payByMs === null
      ? tellGiver(gift, event, `“${gift.title}”说定了`, `${told}东西交到社区、服务做好了，来这里记一笔。`)
      : tellGiver(gift, event, `“${gift.title}”说定了，请付 ${yuanText(amountFen)} 元`, `${chinaDateText(gift.payByMs)}前付齐，可以分几次；到日子没付齐，付过的自动退回。${told}`, { noticeId: payNotice(gift), actionText: '去付', dueAtMs: gift.payByMs }),
    ...(gift.answerable?.memberId === event.byId ? [] : tellAnswerable(gift, event, `“${gift.title}”由您负责`, '接下的同事写了您的名字。用钱、点收、报告都在这里。')),
  ];
};

/** Offered things and answers that nobody need give any more. */
const over = (gift: DirectedGift, event: DirectedEventOf<'withdrawn' | 'cancelled'>, note: string): readonly Effect[] => [
  ...(event.was === 'offered' ? [answerDone(gift, event, note)] : []),
  ...todoDone(event.was === 'asked' ? askedNotice(gift, gift.submissions) : payNotice(gift), gift.giver.partyId, event),
  ...gift.things.filter(({ handedById }) => handedById !== null).map(({ thingId }) => taskDone(gift, event, 'directedThings', thingId, note)),
  ...(event.hadMoney ? [giveBack(gift, 'cancelled', event)] : []),
];

const withdrawn = (gift: DirectedGift, event: DirectedEventOf<'withdrawn'>): readonly Effect[] => [
  ...over(gift, event, '收回了'),
  ...(event.byId === 'clock' ? [tellGiver(gift, event, `“${gift.title}”放起来了`, gift.note)] : tellAnswerable(gift, event, `“${gift.title}”收回了`, event.hadMoney ? '给的一方收回了，付过的每一分自动退回。' : '给的一方收回了。')),
];

const funded = (gift: DirectedGift, event: DirectedEventOf<'funded'>): readonly Effect[] => [
  {
    kind: 'moveMoney', transferId: deriveId('t', 'release', gift._id), debitAccount: directedEscrow(gift._id), creditAccount: directedFunds(gift._id), amountFen: event.settledFen,
    cause: { kind: 'release', aggregateId: gift._id, text: `“${gift.title}”付齐了` }, communityId: gift.communityId, isPending: false, atMs: event.atMs,
  },
  ...todoDone(payNotice(gift), gift.giver.partyId, event),
  tellGiver(gift, event, `“${gift.title}”的 ${yuanText(event.settledFen)} 元到齐了`, '只用在说定的地方。花每一笔要有票据、两个人批，您都看得到。'),
  ...tellAnswerable(gift, event, `“${gift.title}”的钱到齐了`, `${yuanText(event.settledFen)} 元可以用了，要有票据、两个人批。`),
];

const thingText = (gift: DirectedGift, thingId: string): string => {
  const thing = gift.things.find((each) => each.thingId === thingId);
  return thing === undefined ? '' : `${thing.text} ${thing.receivedCount ?? thing.count} ${thing.unit}`;
};

/** What asked for a report is answered. */
const reportDone = (gift: DirectedGift, event: DirectedEventOf<'reported'>): readonly Effect[] =>
  event.disclosureIds.flatMap((disclosureId) => [taskDone(gift, event, 'directedReport', disclosureId, '报告了'), ...todoDone(reportNotice(gift, disclosureId), gift.answerable?.memberId, event)]);

const reported = (gift: DirectedGift, event: DirectedEventOf<'reported'>): readonly Effect[] => [
  ...reportDone(gift, event),
  ...(gift.answerable === null ? [] : photoChecksOf(gift.photoChecks, { kind: 'directed', id: gift._id }, gift.answerable.memberId, event.photos, event.atMs)),
  event.isOver
    ? tellGiver(gift, event, `“${gift.title}”办完了`, '全部的报告写好了，钱都用完了。谢谢您。')
    : tellGiver(gift, event, `“${gift.title}”有了报告`, event.isFinal ? `全部的报告写好了，余下 ${yuanText(gift.fundsLeftFen)} 元，社区会问您怎么办。` : '办到哪一步、花了多少，打开看看。'),
  ...(event.isFinal && !event.isOver ? [task(gift, event, 'directedLeftover', String(event.settling), `办完了，余下 ${yuanText(gift.fundsLeftFen)} 元`, '说说怎么办', RULES.directed.leftoverWorkingHours)] : []),
];

const photoChecked = (gift: DirectedGift, event: DirectedEventOf<'photoChecked'>): readonly Effect[] => [
  ...(event.byId === 'clock' ? [] : [audit(gift, event)]),
  ...photoLookedEffects({ id: gift._id, taskKind: 'directedPhoto', title: gift.title, areaIds: gift.areaIds, ownerId: gift.answerable?.memberId ?? null, target: pageOf(gift) }, event, event),
];

const warned = (gift: DirectedGift, event: DirectedEventOf<'disclosureWarned'>): readonly Effect[] => {
  const due = gift.disclosures.find(({ disclosureId }) => disclosureId === event.disclosureId);
  return due === undefined ? [] : tellAnswerable(gift, event, `“${gift.title}”该报告了`, `${chinaDateText(due.dueAtMs)}前写一段：办到哪儿了、钱和东西用在哪。过了日子不能再负责新的。`, { noticeId: reportNotice(gift, due.disclosureId), actionText: '去写', dueAtMs: due.dueAtMs });
};

const overdue = (gift: DirectedGift, event: DirectedEventOf<'disclosureOverdue'>): readonly Effect[] => [
  task(gift, event, 'directedReport', event.disclosureId, '报告过了日子，给的一方和邻居都看得到', '催一催', RULES.disclosure.overdueWorkingHours),
  ...tellAnswerable(gift, event, `“${gift.title}”的报告过了日子`, '写好之前，不能再负责新的赠与。'),
  tellGiver(gift, event, `“${gift.title}”的报告晚了`, '说好的日子过了还没写，社区在催。'),
];

const LEFTOVER_ASK: Readonly<Record<'giver' | 'fund' | 'again', string>> = { giver: '想退给您', fund: '想转给社区发展基金', again: '想照说定的用途再办一回' };

const leftoverSaid = (gift: DirectedGift, event: DirectedEventOf<'leftoverSaid'>): readonly Effect[] => {
  const { leftover } = gift;
  const { beforeId } = event;
  const asked = [
    audit(gift, event), taskDone(gift, event, 'directedLeftover', String(event.settling), '问过给的一方了'),
    ...(beforeId === null ? [] : [...todoDone(leftoverNotice(gift, beforeId), gift.giver.partyId, event), taskDone(gift, event, 'directedLeftover', beforeId, '重新问了')]),
  ];
  // Said anew before this one was told.
  if (leftover === null || leftover.leftoverId !== event.leftoverId) return asked;
  return [
    ...asked,
    tellGiver(gift, event, `“${gift.title}”余下 ${yuanText(leftover.amountFen)} 元，您看行不行`, `社区${LEFTOVER_ASK[leftover.kind]}：${leftover.reason} 您点了同意才动。`, { noticeId: leftoverNotice(gift, event.leftoverId), actionText: '去答复', dueAtMs: leftover.saidAtMs + RULES.directed.leftoverAnswerMs }),
  ];
};

const askedDone = (gift: DirectedGift, event: DirectedEventOf<'leftoverTaken' | 'leftoverRefused'>, note: string): readonly Effect[] => [audit(gift, event), ...todoDone(leftoverNotice(gift, event.leftoverId), gift.giver.partyId, event), taskDone(gift, event, 'directedLeftover', event.leftoverId, note)];

const leftoverTaken = (gift: DirectedGift, event: DirectedEventOf<'leftoverTaken'>): readonly Effect[] => {
  const { to, amountFen, leftoverId } = event;
  const said = askedDone(gift, event, '给的一方同意了');
  if (to === 'again') return [...said, ...tellAnswerable(gift, event, `“${gift.title}”接着办`, `给的一方同意了，余下 ${yuanText(amountFen)} 元照说定的用途用，到日子再报告。`)];
  const isBack = to === 'giver';
  return [
    ...said,
    {
      kind: 'moveMoney', transferId: returnTransferId(gift, leftoverId), debitAccount: directedFunds(gift._id), creditAccount: isBack ? communityRefunded(gift.communityId) : communityPublic(gift.communityId), amountFen,
      cause: { kind: 'leftover', aggregateId: gift._id, text: isBack ? `“${gift.title}”余下的退给给的一方` : '余下的转到社区发展基金' }, communityId: gift.communityId, isPending: isBack, atMs: event.atMs,
    },
    ...(isBack ? [task(gift, event, 'directedLeftover', `return ${leftoverId}`, `给的一方同意了，退回 ${yuanText(amountFen)} 元`, '退了记下凭证号', RULES.directed.leftoverWorkingHours)] : []),
    ...tellAnswerable(gift, event, `“${gift.title}”的余款说定了`, isBack ? `退 ${yuanText(amountFen)} 元给对方，退了记下凭证号。` : `${yuanText(amountFen)} 元转到社区发展基金。`),
  ];
};

const returnEffects = (gift: DirectedGift, event: DirectedEventOf<'returnRecorded' | 'returnConfirmed'>): readonly Effect[] => {
  const { leftoverId } = event;
  const noticeId = deriveId('n', 'directedReturn', gift._id, leftoverId);
  if (event.kind === 'returnRecorded') return [audit(gift, event), taskDone(gift, event, 'directedLeftover', `return ${leftoverId}`, '退了，等对方说收到'), tellGiver(gift, event, `“${gift.title}”的余款退给您了`, `凭证 ${gift.leftover?.voucherNo ?? ''}。看到了，点一下“收到了”。`, { noticeId, actionText: '收到了', dueAtMs: event.atMs + RULES.directed.leftoverAnswerMs })];
  return [{ kind: 'endMoney', transferId: returnTransferId(gift, leftoverId), outcome: 'posted', atMs: event.atMs }, ...todoDone(noticeId, gift.giver.partyId, event), ...tellAnswerable(gift, event, `“${gift.title}”办完了`, '给的一方收到余款了。')];
};

const paying = (gift: DirectedGift, event: DirectedEventOf<'paymentCame' | 'paymentSought' | 'payByPassed' | 'lookedAgain'>): readonly Effect[] => {
  if (event.kind === 'paymentSought') return [{ kind: 'seekPayment', directedId: gift._id, contributionId: event.contributionId, atMs: event.atMs }];
  return event.kind === 'paymentCame' ? [] : [{ kind: 'countDirected', directedId: gift._id, atMs: event.atMs }];
};

const thingEffects = (gift: DirectedGift, event: DirectedEventOf<'thingHanded' | 'thingReceived' | 'thingOff'>): readonly Effect[] => {
  const { thingId } = event;
  const text = thingText(gift, thingId);
  if (event.kind === 'thingHanded') return [task(gift, event, 'directedThings', thingId, `说是交了：${text}`, '点一遍，记下来', RULES.directed.thingsWorkingHours)];
  const done = taskDone(gift, event, 'directedThings', thingId, event.kind === 'thingOff' ? '不给了' : '点收了');
  if (event.kind === 'thingReceived') return [done, tellGiver(gift, event, `点收了：${text}`, `“${gift.title}”，社区点过了，谢谢您。`)];
  return [...(event.wasHanded ? [done] : []), ...(event.byId === gift.giver.memberId ? tellAnswerable(gift, event, `不给了：${text}`, `“${gift.title}”，给的一方说不给了。`) : [tellGiver(gift, event, `划掉了：${text}`, `“${gift.title}”，社区划掉了这一样。`)])];
};

/** Pure: what an event of a directed gift brings about elsewhere. */
export const directedEffectsOf = (gift: DirectedGift, event: DirectedEvent): readonly Effect[] => {
  if (isSpendingEvent(event)) return spendingEffectsOf(directedFacts(gift), gift, event);
  switch (event.kind) {
    case 'offered':
      return [task(gift, event, 'directedOffer', String(gift.submissions), `${gift.giver.name}想给，等社区答复`, '打开看看', RULES.directed.answerWorkingHours), ...todoDone(askedNotice(gift, gift.submissions - 1), gift.giver.partyId, event), ...(gift.giver.kind === 'unit' ? [{ kind: 'syncGiverPeople' as const, unitId: gift.giver.partyId }] : [])];
    case 'withdrawn':
      return withdrawn(gift, event);
    case 'askedBack':
      return [answerDone(gift, event, '请对方补一句'), audit(gift, event), tellGiver(gift, event, `“${gift.title}”还要补一句`, `社区看过了：${gift.note}`, { noticeId: askedNotice(gift, gift.submissions), actionText: '去补上', dueAtMs: event.atMs + RULES.directed.askedKeptMs })];
    case 'refused':
      return [answerDone(gift, event, '没有接'), audit(gift, event), tellGiver(gift, event, `“${gift.title}”社区没有接`, gift.note)];
    case 'agreed':
      return agreed(gift, event);
    case 'paymentCame':
    case 'paymentSought':
    case 'payByPassed':
    case 'lookedAgain':
      return paying(gift, event);
    case 'funded':
      return funded(gift, event);
    case 'lapsed':
      return [giveBack(gift, 'missed', event), ...todoDone(payNotice(gift), gift.giver.partyId, event), tellGiver(gift, event, `“${gift.title}”没付齐`, gift.note), ...tellAnswerable(gift, event, `“${gift.title}”没付齐`, gift.note)];
    case 'cancelled':
      return [...over(gift, event, '取消了'), audit(gift, event), tellGiver(gift, event, `“${gift.title}”取消了`, event.hadMoney ? `${gift.note} 付过的每一分都自动退回。` : gift.note)];
    case 'swept':
      return [giveBack(gift, 'cancelled', event)];
    case 'thingHanded':
    case 'thingReceived':
    case 'thingOff':
      return thingEffects(gift, event);
    case 'reported':
      return reported(gift, event);
    case 'photoChecked':
      return photoChecked(gift, event);
    case 'disclosureWarned':
      return warned(gift, event);
    case 'disclosureOverdue':
      return overdue(gift, event);
    case 'leftoverSaid':
      return leftoverSaid(gift, event);
    case 'leftoverRefused':
      return [...askedDone(gift, event, '给的一方没同意'), task(gift, event, 'directedLeftover', String(event.settling), `给的一方没同意${gift.note === '' ? '' : `：${gift.note}`}`, '再商量', RULES.directed.leftoverWorkingHours)];
    case 'leftoverTaken':
      return leftoverTaken(gift, event);
    case 'leftoverLate':
      return [task(gift, event, 'directedLeftover', event.leftoverId, '余款问了三十天没回音，钱还在', '打个电话', RULES.directed.leftoverWorkingHours)];
    case 'returnCorrected':
      return [audit(gift, event), tellGiver(gift, event, `“${gift.title}”退款的凭证号改正了`, `现在是 ${gift.leftover?.voucherNo ?? ''}：${event.reason}`)];
    case 'returnRecorded':
    case 'returnConfirmed':
      return returnEffects(gift, event);
    case 'updated':
    case 'paymentKept':
    case 'paymentGone':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};
