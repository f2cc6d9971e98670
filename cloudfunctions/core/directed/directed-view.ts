import type { DirectedCardView, DirectedLeftoverView, DirectedMayView, DirectedThingView, DirectedView } from '@contract';
import { filesNotRefused, inDoubtView } from '../media/judge-photo';
import { maskedName, type Member } from '../member/member';
import { RULES } from '../rules';
import { approverRoleOf } from '../spending/spending-access';
import { paidFenOf } from '../spending/spending';
import { spendingRowsOf } from '../spending/spending-row';
import { maySeeSpending, spendingRowView } from '../spending/spending-view';
import { figuresByUse } from '../spending/figures-by-use';
import { actsForGiver, audienceOf, mayTell, standsFor } from './directed-access';
import { amountOf, countedFenOf, isOpenThing, keptFenOf, waitsOf, type DirectedGift, type DirectedThing } from './directed-gift';
import { photosInDoubtOf, shownPhotos, toldPhotosOf } from './directed-photos';
import { directedAskRefusal, directedFacts } from './directed-spending';
import { takesThings } from './hand-things';
import { mayStillEnd } from './offer-gift';
import { leastPartOf, payRefusalOf, toPayFenOf } from './pay-gift';
import { wholeRefusalOf } from './report-gift';

/** What the shell reads besides the gift itself. */
export interface DirectedSight {
  readonly reader: Member;
  readonly nowMs: number;
  readonly links: ReadonlyMap<string, string | null>;
  /** Titles of the wishes of its bundle, for whoever may read which they are. */
  readonly wishes: DirectedView['wishes'];
}

const NO_NAME: Readonly<Record<DirectedGift['giver']['kind'], string>> = { member: '一位邻居', merchant: '一家商户', unit: '一家单位' };

const giverNameFor = ({ giver, isAnonymous }: DirectedGift, isInside: boolean): string => (isAnonymous && !isInside ? NO_NAME[giver.kind] : giver.name);

const forTextOf = ({ for: whom }: DirectedGift): string => (whom.kind === 'needs' ? `${whom.wishIds.length} 个心愿` : whom.name);
const thingsTextOf = ({ things }: DirectedGift): string => things.filter(({ state }) => state !== 'off').map(({ text, count, unit }) => `${text} ${count} ${unit}`).join('、');

/** Pure: a row for one reader. */
export const directedCardView = (gift: DirectedGift, reader: Member): DirectedCardView => {
  const isInside = audienceOf(gift, reader) !== 'neighbour';
  const { title, what, for: whom, state, communityId, communityName, giver, offeredAtMs, payByMs, reportByMs, isReportOverdue } = gift;
  return {
    directedId: gift._id, title, subjectKind: what.subjectKind, forKind: whom.kind, forText: forTextOf(gift), state, communityId, communityName, giverKind: giver.kind, giverName: giverNameFor(gift, isInside),
    amountFen: amountOf(gift), paidFen: countedFenOf(gift), spentFen: paidFenOf(gift), thingsText: thingsTextOf(gift), offeredAtMs, payByMs, reportByMs, isReportOverdue, waits: mayTell(gift, reader) ? waitsOf(gift) : null,
  };
};

const thingView = (gift: DirectedGift, thing: DirectedThing, reader: Member, isInside: boolean): DirectedThingView => {
  const { thingId, kind, text, count, unit, state, handedAtMs, handedNote, receivedCount, receivedAtMs, note } = thing;
  const isOpen = takesThings(gift) && isOpenThing(thing);
  const [acts, stands] = [actsForGiver(gift, reader), standsFor(gift, reader)];
  return {
    thingId, kind, text, count, unit, state, handedAtMs, handedNote: isInside ? handedNote : '', receivedCount, receivedAtMs, note: isInside ? note : '',
    canHandOver: isOpen && acts && state === 'waiting', canReceive: isOpen && stands, canCallOff: isOpen && (acts || stands),
  };
};

const leftoverView = ({ leftover }: DirectedGift, isInside: boolean): DirectedLeftoverView | null => {
  if (leftover === null) return null;
  const { leftoverId, kind, state, amountFen, reason, reportByMs, saidAtMs, voucherNo, corrections } = leftover;
  return { leftoverId, kind, state, amountFen, reason, reportByMs, saidAtMs, answerByMs: saidAtMs + RULES.directed.leftoverAnswerMs, voucherNo: isInside ? voucherNo : '', corrections: isInside ? corrections.map(({ wasVoucherNo, reason: why, atMs }) => ({ wasVoucherNo, reason: why, atMs })) : [] };
};

const mayView = (gift: DirectedGift, { reader, nowMs }: DirectedSight): DirectedMayView => {
  const { state, leftover } = gift;
  const [acts, stands] = [actsForGiver(gift, reader), standsFor(gift, reader)];
  const isBefore = state === 'offered' || state === 'asked';
  const refusal = payRefusalOf(gift, nowMs);
  const tells = mayTell(gift, reader) && state === 'running';
  return {
    canEdit: acts && isBefore,
    canWithdraw: acts && (isBefore || mayStillEnd(gift)),
    canPay: acts && refusal === null,
    payRefusal: acts && refusal !== null ? (refusal.message ?? '现在不收钱了。') : null,
    canAnswer: stands && state === 'offered',
    canEnterCash: stands && payRefusalOf(gift, nowMs, 'cash') === null,
    canCancel: stands && mayStillEnd(gift),
    canReport: tells,
    canJudgePhotos: stands && photosInDoubtOf(gift).length > 0,
    canReportWhole: tells && wholeRefusalOf(gift) === null,
    canAskSpending: directedAskRefusal(gift, reader, null) === null && gift.fundsLeftFen > 0,
    canSettleLeftover: stands && state === 'reported' && (leftover === null || leftover.state === 'said'),
    canAnswerLeftover: acts && state === 'reported' && leftover?.state === 'said',
    canRecordReturn: stands && state === 'reported' && leftover?.state === 'agreed',
    canCorrectReturn: stands && leftover !== null && leftover.voucherNo !== '' && leftover.recordedById !== reader._id && leftover.corrections.length < RULES.directed.correctionsMax,
    canConfirmReturn: acts && state === 'reported' && leftover?.state === 'handed',
  };
};

/** Wishes of its bundle, for both sides; neighbours read how many. */
export const wishIdsFor = (gift: DirectedGift, reader: Member): readonly string[] => (gift.for.kind === 'needs' && audienceOf(gift, reader) !== 'neighbour' ? gift.for.wishIds : []);

/** Files of its reports that a reader may see; both sides also those that nobody looked at yet, none those that were refused. */
export const filesFor = (gift: DirectedGift, reader: Member): readonly string[] => {
  const told = toldPhotosOf(gift);
  return audienceOf(gift, reader) === 'neighbour' ? shownPhotos(gift, told) : filesNotRefused(gift.photoChecks, told);
};

/** Pure: a gift for one reader, whom the shell knows to see it. Neighbours read no condition, no wish, no full name of a person. */
export const directedView = (gift: DirectedGift, sight: DirectedSight): DirectedView => {
  const { reader, links } = sight;
  const audience = audienceOf(gift, reader) ?? 'neighbour';
  const isInside = audience !== 'neighbour';
  const shown = new Set(filesFor(gift, reader));
  const { answerable, collector, lines } = gift;
  const reading = { reader, role: approverRoleOf(directedFacts(gift), reader) };
  return {
    ...directedCardView(gift, reader),
    audience,
    purpose: gift.purpose,
    conditions: isInside ? gift.conditions : '',
    isAnonymous: gift.isAnonymous,
    wishes: isInside ? sight.wishes : [],
    lines,
    things: gift.things.map((thing) => thingView(gift, thing, reader, isInside)),
    facts: gift.facts,
    answerable: answerable === null ? null : { name: isInside ? answerable.name : maskedName(answerable.name), isMe: answerable.memberId === reader._id },
    entityName: collector?.entityName ?? null,
    collectorKind: collector?.kind ?? null,
    keeperName: collector?.kind === 'cash' ? collector.keeperName : null,
    onTheWayFen: keptFenOf(gift),
    toPayFen: toPayFenOf(gift),
    fundsLeftFen: gift.fundsLeftFen,
    uses: figuresByUse(lines.map(({ useLabel, ...line }) => ({ ...line, label: useLabel })), gift),
    spendings: spendingRowsOf(directedFacts(gift), gift).filter((row) => isInside || maySeeSpending({ state: row.state, filedById: row.filedById, payee: { memberId: row.payeeId } }, reading)).map((row) => spendingRowView(row, reading)),
    disclosures: gift.disclosures.map(({ disclosureId, kind, dueAtMs, doneAtMs, text, photos }) => ({ disclosureId, kind, dueAtMs, doneAtMs, text, photoUrls: photos.flatMap((fileId) => (shown.has(fileId) ? (links.get(fileId) ?? []) : [])) })),
    photosInDoubt: audience === 'staff' ? inDoubtView(photosInDoubtOf(gift), links) : [],
    leftover: leftoverView(gift, isInside),
    note: isInside ? gift.note : '',
    endedAtMs: gift.endedAtMs,
    payLimits: { minimumFen: leastPartOf(gift), maximumFen: toPayFenOf(gift) },
    may: mayView(gift, sight),
  };
};
