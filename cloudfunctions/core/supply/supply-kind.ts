import { TRADE_CERTIFICATE_LABEL } from '@contract';
import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { pictureKeyOf } from '../wish/picture-key';
import { withinHoursMs } from '../kernel/clock';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { askedByClock, countingByClock, forgottenByClock, suggestingByClock, unansweredByClock } from './change-supply';
import { certificateOverByClock, certificatesUnaskedByClock, firstToEnd } from './check-certificate';
import { unseenOf, type CertificatesAsked, type Supply, type SupplyEvent } from './supply';
import { supplyAsStored } from './supply-as-stored';

const isStaffKept = ({ partyKind }: Pick<Supply, 'partyKind'>): boolean => partyKind === 'organisation';

const askNoticeId = (supply: Supply, askedAtMs: number): string => deriveId('n', 'supplyAsked', supply._id, String(askedAtMs));
const askTaskId = (supply: Supply, askedAtMs: number): string => deriveId('k', 'supplyAsk', supply._id, String(askedAtMs));

/** To whoever keeps it; those of organisations are kept by all staff, who find them in their list. */
const tell = (supply: Supply, event: SupplyEvent, title: string, body: string, ask: { readonly noticeId: string; readonly dueAtMs: number } | null = null): readonly Effect[] =>
  isStaffKept(supply)
    ? []
    : [{
        kind: 'notice', noticeId: ask?.noticeId ?? deriveId('n', event.eventId), memberId: supply.keeperId, title, body, pictureKey: pictureKeyOf(supply.category, supply.title),
        target: { page: 'supply', wishId: null, claimId: null, subjectId: supply._id }, todo: ask === null ? null : { actionText: '还能提供', dueAtMs: ask.dueAtMs }, atMs: event.atMs,
      }];

const asked = (supply: Supply, event: SupplyEvent, askedAtMs: number): readonly Effect[] =>
  isStaffKept(supply)
    ? [{
        kind: 'openTask', taskId: askTaskId(supply, askedAtMs), taskKind: 'supplyAsk', wishId: null, claimId: null, subjectId: supply._id, assignTo: null, areaIds: supply.areaIds,
        title: `${supply.partyName}：${supply.title}`, reasonText: '两个月没有确认过了', actionText: '问一问还能不能提供', ...dueInWorkingHours(event.atMs, RULES.supply.askWorkingHours), atMs: event.atMs,
      }]
    : tell(supply, event, `“${supply.title}”还能提供吗`, '两个月没有动过了。点一下就好；两周没有回音会先替您歇着，随时能再打开。', { noticeId: askNoticeId(supply, askedAtMs), dueAtMs: askedAtMs + RULES.supply.answerMs });

const answered = (supply: Supply, answersMs: number | null, event: SupplyEvent, note: string): readonly Effect[] => {
  if (answersMs === null) return [];
  return isStaffKept(supply) ? [{ kind: 'closeTask', taskId: askTaskId(supply, answersMs), atMs: event.atMs, note }] : [{ kind: 'finishNotice', noticeId: askNoticeId(supply, answersMs), memberId: supply.keeperId, atMs: event.atMs }];
};

/** Staff are asked to look at a certificate, or need no longer. */
const looks = (supply: Supply, { beforeMs, nowMs }: CertificatesAsked, event: SupplyEvent): readonly Effect[] => {
  if (beforeMs === nowMs) return [];
  const taskId = (askedAtMs: number): string => deriveId('k', 'supplyCertificate', supply._id, String(askedAtMs));
  const closed: readonly Effect[] = beforeMs === null ? [] : [{ kind: 'closeTask', taskId: taskId(beforeMs), atMs: event.atMs, note: '证书看过了' }];
  if (nowMs === null) return closed;
  return [...closed, {
    kind: 'openTask', taskId: taskId(nowMs), taskKind: 'supplyCertificate', wishId: null, claimId: null, subjectId: supply._id, assignTo: null, areaIds: supply.areaIds,
    title: `${supply.partyName}：${supply.title}`, reasonText: '说有证书，还没有人看过', actionText: '看一眼证书', ...dueInWorkingHours(event.atMs, RULES.supply.certificateWorkingHours), atMs: event.atMs,
  }];
};

const count = (supply: Supply, event: SupplyEvent): Effect => ({ kind: 'countSupply', supplyId: supply._id, atMs: event.atMs });

const PAUSED_TEXT = { unanswered: '两周没有回音，先替您歇着，不再推荐给邻居。还能提供，点一下就打开。', party: '单位暂时没有联系人。有人接手以后，点一下就打开。' } as const;
const ENDED_TEXT = { staff: '社区收起来了。有疑问请打社区电话。', party: '登记的身份有了变化。', forgotten: '歇了一年。还能提供，再登记一份就好。' } as const;

const effectsOf = (supply: Supply, event: SupplyEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'supplyOffered':
      return [count(supply, event), ...looks(supply, event.certificates, event)];
    case 'supplyCounting':
      return [count(supply, event)];
    case 'supplySuggesting':
      return [{ kind: 'seekSuggestion', supplyId: supply._id, runId: event.eventId, atMs: event.atMs }];
    case 'supplySuggested':
      return supply.state === 'open' ? [{ kind: 'tellSuggestion', readerId: event.readerId, wishId: event.wishId, title: event.title, pictureKey: event.pictureKey, why: event.why, atMs: event.atMs }] : [];
    case 'certificateChecked':
      return [...looks(supply, event.certificates, event), ...tell(supply, event, event.isStruck ? `${TRADE_CERTIFICATE_LABEL[event.certificate]}证书没有登记上` : `${TRADE_CERTIFICATE_LABEL[event.certificate]}证书看过了`, event.isStruck ? event.note : '要这个证书的心愿，从现在起也会推荐给您。')];
    case 'certificatesUnasked':
      return looks(supply, event.certificates, event);
    case 'certificateOver':
      return [...looks(supply, event.certificates, event), ...tell(supply, event, `${TRADE_CERTIFICATE_LABEL[event.certificate]}证书到期了`, '请把新的拿到社区看一眼。看过以前，要这个证书的心愿先不推荐给您。')];
    case 'supplyAsked':
      return asked(supply, event, event.askedAtMs);
    case 'supplyChanged':
      return [...answered(supply, event.answersMs, event, '还能提供'), ...looks(supply, event.certificates, event)];
    case 'supplyConfirmed':
      return answered(supply, event.answersMs, event, '还能提供');
    case 'supplyPaused':
      return [...answered(supply, event.answersMs, event, '先歇着'), ...(event.cause === 'self' || event.cause === 'shop' ? [] : tell(supply, event, `“${supply.title}”先歇着了`, PAUSED_TEXT[event.cause]))];
    case 'supplyEnded':
      return [...answered(supply, event.answersMs, event, '不再提供'), ...looks(supply, event.certificates, event), ...(event.cause === 'self' || event.cause === 'left' ? [] : tell(supply, event, `“${supply.title}”收起来了`, ENDED_TEXT[event.cause]))];
    case 'supplyCounted':
    case 'supplyPeople':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

/** By day; what the night or a stop of the timer held up comes at the next hour it may. */
const suggests = (supply: Supply, nowMs: number): readonly Due<SupplyEvent>[] =>
  isStaffKept(supply) ? [] : [{ atMs: withinHoursMs(Math.max(supply.suggestAtMs, nowMs), RULES.matching.suggestHours), change: suggestingByClock(supply, nowMs) }];

const clocksOf = (supply: Supply, nowMs: number): readonly Due<SupplyEvent>[] => {
  const { state, askedAtMs, confirmedAtMs, pausedAtMs, countAtMs } = supply;
  if (state === 'ended') return [];
  const first = firstToEnd(supply);
  const over = first === null ? [] : [{ atMs: first.untilMs, change: certificateOverByClock(supply, first.certificate, nowMs) }];
  const unasked = supply.certificatesAskedAtMs === null && unseenOf(supply).length > 0 ? [{ atMs: supply.createdAtMs, change: certificatesUnaskedByClock(supply, nowMs) }] : [];
  const looked = [...over, ...unasked];
  if (state === 'paused') return [...looked, { atMs: (pausedAtMs ?? nowMs) + RULES.supply.pausedKeptMs, change: forgottenByClock(supply, nowMs) }];
  const ask = askedAtMs === null ? { atMs: confirmedAtMs + RULES.supply.confirmMs, change: askedByClock(supply, nowMs) } : { atMs: askedAtMs + RULES.supply.answerMs, change: unansweredByClock(supply, nowMs) };
  return [...looked, ask, { atMs: countAtMs, change: countingByClock(supply, nowMs) }, ...suggests(supply, nowMs)];
};

export const SUPPLY_KIND: AggregateKind<Supply, SupplyEvent> = { collection: 'supplies', asStored: supplyAsStored, effectsOf, clocksOf };
