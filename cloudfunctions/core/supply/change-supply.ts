import { REPLAY, type Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import { RULES } from '../rules';
import type { Shop } from '../shop/shop';
import type { Unit } from '../unit/unit';
import { certificateMarks } from './check-certificate';
import { keepsSupply, type CertificatesAsked, type Suggestion, type Supply, type SupplyEvent, type SupplyOutcome, type SupplyWords } from './supply';

type Outcome = Result<SupplyOutcome>;

const OPEN_AGAIN = { state: 'open', askedAtMs: null, pausedAtMs: null, note: '' } as const;

const begin = (supply: Supply, actor: Member, step: Step): Outcome | null => {
  if (!keepsSupply(supply, actor)) return refuse('NOT_FOUND');
  const known = knownStep(supply.steps, step);
  if (known !== null) return known;
  return supply.state === 'ended' ? refuse('SUPPLY_CHANGED') : null;
};

/** Other words; they hold as of now. What was done of another kind says nothing about the new one. Refuses NOT_FOUND, SUPPLY_CHANGED, OPERATION_REUSED. */
export const decideSave = (supply: Supply, words: SupplyWords, actor: Member, step: Step): Outcome => {
  const begun = begin(supply, actor, step);
  if (begun !== null) return begun;
  const isOther = words.category !== supply.category;
  const marks = certificateMarks(supply, words.certificates, supply.seen, step.nowMs);
  const set = { ...words, ...marks.set, askedAtMs: null, confirmedAtMs: step.nowMs, updatedAtMs: step.nowMs, ...(isOther && { record: { kept: 0, lapsed: 0 }, countAtMs: step.nowMs }) };
  return accept(versionChanged<SupplyEvent>(supply, step, set, { kind: 'supplyChanged', answersMs: supply.askedAtMs, certificates: marks.asked, ...bySomebody(step) }));
};

/** Refuses NOT_FOUND, SUPPLY_CHANGED, OPERATION_REUSED. */
export const decidePause = (supply: Supply, actor: Member, step: Step): Outcome => {
  const begun = begin(supply, actor, step);
  if (begun !== null) return begun;
  if (supply.state === 'paused') return accept(REPLAY);
  return accept(versionChanged<SupplyEvent>(supply, step, { state: 'paused', askedAtMs: null, pausedAtMs: step.nowMs, note: '自己按了暂停。', updatedAtMs: step.nowMs }, { kind: 'supplyPaused', cause: 'self', answersMs: supply.askedAtMs, ...bySomebody(step) }));
};

/** It holds, also again after a pause. Refuses NOT_FOUND, SUPPLY_CHANGED, OPERATION_REUSED. */
export const decideConfirm = (supply: Supply, actor: Member, step: Step): Outcome => {
  const begun = begin(supply, actor, step);
  if (begun !== null) return begun;
  return accept(versionChanged<SupplyEvent>(supply, step, { ...OPEN_AGAIN, confirmedAtMs: step.nowMs, updatedAtMs: step.nowMs }, { kind: 'supplyConfirmed', answersMs: supply.askedAtMs, ...bySomebody(step) }));
};

const ENDED = (nowMs: number, note: string) => ({ state: 'ended', askedAtMs: null, pausedAtMs: null, endedAtMs: nowMs, isLive: false, note, certificatesAskedAtMs: null, updatedAtMs: nowMs });

const noMoreLooks = ({ certificatesAskedAtMs }: Supply): CertificatesAsked => ({ beforeMs: certificatesAskedAtMs, nowMs: null });

/** By its keeper, or by staff of the community. Refuses NOT_FOUND, OPERATION_REUSED. */
export const decideEnd = (supply: Supply, actor: Member, step: Step): Outcome => {
  const isKeeper = keepsSupply(supply, actor);
  if (!isKeeper && !worksAt(actor, supply.communityId)) return refuse('NOT_FOUND');
  const known = knownStep(supply.steps, step);
  if (known !== null) return known;
  if (supply.state === 'ended') return accept(REPLAY);
  return accept(versionChanged<SupplyEvent>(supply, step, ENDED(step.nowMs, isKeeper ? '自己收起来了。' : '社区收起来了。'), { kind: 'supplyEnded', cause: isKeeper ? 'self' : 'staff', answersMs: supply.askedAtMs, certificates: noMoreLooks(supply), ...bySomebody(step) }));
};

const endedWithParty = (supply: Supply, cause: 'party' | 'left', set: Readonly<Record<string, unknown>>, atMs: number): Outcome =>
  accept({ kind: 'change', change: versionMoved<SupplyEvent>(supply, set, { kind: 'supplyEnded', cause, answersMs: supply.askedAtMs, certificates: noMoreLooks(supply), ...byClock(supply._id, 'ended', cause, atMs) }) });

/** The shop is no longer admitted there. */
export const decideShopGone = (supply: Supply, atMs: number): Outcome => (supply.state === 'ended' ? accept(REPLAY) : endedWithParty(supply, 'party', ENDED(atMs, '商户不再登记在这里。'), atMs));

/** Whoever offered it left: it ends, and what they wrote goes with them. */
export const decidePersonLeft = (supply: Supply, atMs: number): Outcome => {
  if (supply.partyName === GONE_TEXT) return accept(REPLAY);
  return endedWithParty(supply, 'left', { ...ENDED(supply.endedAtMs ?? atMs, ''), partyName: GONE_TEXT, title: GONE_TEXT, words: '', conditions: '', point: null, peopleIds: [], householdIds: [] }, atMs);
};

/** As its unit stands now: without a contact it rests, closed it ends, its people are those of the unit. */
export const decideUnitNow = (supply: Supply, unit: Pick<Unit, 'state' | 'memberIds' | 'name' | 'revision'>, atMs: number): Outcome => {
  if (supply.state === 'ended') return accept(REPLAY);
  if (unit.state === 'closed') return endedWithParty(supply, 'party', ENDED(atMs, '单位关掉了。'), atMs);
  if (unit.state === 'needsContact' && supply.state === 'open') {
    const set = { state: 'paused', askedAtMs: null, pausedAtMs: atMs, note: '单位暂时没有联系人。', updatedAtMs: atMs };
    return accept({ kind: 'change', change: versionMoved<SupplyEvent>(supply, set, { kind: 'supplyPaused', cause: 'party', answersMs: supply.askedAtMs, ...byClock(supply._id, 'paused', String(unit.revision), atMs) }) });
  }
  if (unit.memberIds.join() === supply.peopleIds.join()) return accept(REPLAY);
  return accept({ kind: 'change', change: versionMoved<SupplyEvent>(supply, { peopleIds: unit.memberIds }, { kind: 'supplyPeople', ...byClock(supply._id, 'people', String(unit.revision), atMs) }) });
};

/** As its shop stands now: leaving, it ends; taking nothing new, it rests; its people are those of the shop. */
export const decideShopNow = (supply: Supply, shop: Pick<Shop, 'state' | 'memberIds' | 'revision'>, atMs: number): Outcome => {
  if (supply.state === 'ended') return accept(REPLAY);
  if (shop.state === 'leaving' || shop.state === 'left') return decideShopGone(supply, atMs);
  if (shop.state !== 'open' && supply.state === 'open') {
    const set = { state: 'paused', askedAtMs: null, pausedAtMs: atMs, note: '店里先不接新的。', updatedAtMs: atMs };
    return accept({ kind: 'change', change: versionMoved<SupplyEvent>(supply, set, { kind: 'supplyPaused', cause: 'shop', answersMs: supply.askedAtMs, ...byClock(supply._id, 'paused', String(shop.revision), atMs) }) });
  }
  if (shop.memberIds.join() === supply.peopleIds.join()) return accept(REPLAY);
  return accept({ kind: 'change', change: versionMoved<SupplyEvent>(supply, { peopleIds: shop.memberIds }, { kind: 'supplyPeople', ...byClock(supply._id, 'people', String(shop.revision), atMs) }) });
};

/** What its party kept and let run out, as counted just now. */
export const decideCounted = (supply: Supply, record: Supply['record'], category: Supply['category'], atMs: number): Outcome => {
  const isSame = record.kept === supply.record.kept && record.lapsed === supply.record.lapsed;
  if (isSame || supply.state === 'ended' || supply.category !== category) return accept(REPLAY);
  return accept({ kind: 'change', change: versionMoved<SupplyEvent>(supply, { record }, { kind: 'supplyCounted', ...byClock(supply._id, 'counted', String(supply.version), atMs) }) });
};

export const askedByClock = (supply: Supply, nowMs: number): Change<SupplyEvent> =>
  versionMoved<SupplyEvent>(supply, { askedAtMs: nowMs }, { kind: 'supplyAsked', askedAtMs: nowMs, ...byClock(supply._id, 'asked', String(supply.confirmedAtMs), nowMs) });

export const unansweredByClock = (supply: Supply, nowMs: number): Change<SupplyEvent> =>
  versionMoved<SupplyEvent>(supply, { state: 'paused', askedAtMs: null, pausedAtMs: nowMs, note: '问过还能不能提供，没有回音，先歇着。', updatedAtMs: nowMs }, { kind: 'supplyPaused', cause: 'unanswered', answersMs: supply.askedAtMs, ...byClock(supply._id, 'unanswered', String(supply.askedAtMs), nowMs) });

export const forgottenByClock = (supply: Supply, nowMs: number): Change<SupplyEvent> =>
  versionMoved<SupplyEvent>(supply, ENDED(nowMs, '歇了一年，收起来了。'), { kind: 'supplyEnded', cause: 'forgotten', answersMs: null, certificates: noMoreLooks(supply), ...byClock(supply._id, 'forgotten', String(supply.pausedAtMs), nowMs) });

export const countingByClock = (supply: Supply, nowMs: number): Change<SupplyEvent> =>
  versionMoved<SupplyEvent>(supply, { countAtMs: nowMs + RULES.supply.countMs }, { kind: 'supplyCounting', ...byClock(supply._id, 'counting', String(supply.countAtMs), nowMs) });

/** The weekly look for a wish; what it finds is told by an event of its own. */
export const suggestingByClock = (supply: Supply, nowMs: number): Change<SupplyEvent> =>
  versionMoved<SupplyEvent>(supply, { suggestAtMs: nowMs + RULES.matching.suggestMs }, { kind: 'supplySuggesting', ...byClock(supply._id, 'suggesting', String(supply.suggestAtMs), nowMs) });

/** What the look `runId` came to: once, however often it is carried out. */
export const decideSuggested = (supply: Supply, runId: string, suggestion: Suggestion, atMs: number): Outcome =>
  supply.state !== 'open' || supply.suggestedRunId === runId
    ? accept(REPLAY)
    : accept({ kind: 'change', change: versionMoved<SupplyEvent>(supply, { suggestedRunId: runId }, { kind: 'supplySuggested', ...suggestion, ...byClock(supply._id, 'suggested', runId, atMs) }) });
