import { finishGiver, openTask, overdueEnded, record, tell, type ClaimEvent } from '../claim/claim-effect-parts';
import type { Effect } from '../effect/effect';
import { chinaDateText, HOUR_MS } from '../kernel/clock';
import { addWorkingMs } from '../kernel/working-days';
import { RULES } from '../rules';
import { noticeOf, target, wishTaskId } from '../wish/effect-parts';
import { claimsOf, isActive, type Claim, type Wish } from '../wish/wish';
import type { WishEvent } from '../wish/wish-event';
import { errandIdOf, legOf } from './last-leg';
import { newErrand } from './new-errand';

type EventOf<K extends WishEvent['kind']> = Extract<WishEvent, { readonly kind: K }>;
export type LegClaimEvent = EventOf<'errandRequested' | 'errandCancelled' | 'errandTold' | 'errandOver'>;

const taskIdOf = (claim: Claim, legRound: number): string => wishTaskId('lastLeg', claim.claimId, String(legRound));

const closed = (claim: Claim, legRound: number, event: WishEvent, note: string): Effect => ({ kind: 'closeTask', taskId: taskIdOf(claim, legRound), atMs: event.atMs, note });

const requested = (wish: Wish, claim: Claim, event: EventOf<'errandRequested'>): readonly Effect[] => {
  const errandId = errandIdOf(claim.claimId, event.legRound);
  if (claim.errand?.errandId !== errandId) return [];
  const { takeByMs } = claim.errand;
  return [
    record(wish, claim),
    { kind: 'openErrand', errand: newErrand(wish, claim, { errandId, takeByMs }, event.atMs) },
    ...(event.legRound === 0 ? [] : [closed(claim, event.legRound - 1, event, '又请了一次')]),
    ...(wish.recipientIds.includes(event.byId) ? [] : [tell(wish, event, wish.posterId, '社区帮您请志愿者送到家', `“${wish.title}”：等一位邻居接，到 ${chinaDateText(takeByMs)}。没人接，社工会打电话和您商量。`, 'wishDetail')]),
  ];
};

/** Nobody came: a person calls, and the recipient knows that somebody will. */
const unanswered = (wish: Wish, claim: Claim, event: EventOf<'errandTold'>): readonly Effect[] => {
  const dueAtMs = addWorkingMs(event.atMs, RULES.wish.reviewWorkingHours * HOUR_MS);
  return [
    { ...openTask(wish, claim, event, 'lastLeg', '东西在驿站，没人接这一程', '打电话商量'), taskId: taskIdOf(claim, event.legRound), assignTo: 'socialWorker' } as Effect,
    tell(wish, event, wish.posterId, '这几天没人接，社工来想办法', `“${wish.title}”还在${wish.stationName || '社区驿站'}放着，不会丢。社工会在 ${chinaDateText(dueAtMs)} 前打电话和您商量怎么送；家里有人能来，也可以开个交接码请他取。`, 'wishDetail'),
  ];
};

const told = (wish: Wish, claim: Claim, event: EventOf<'errandTold'>): readonly Effect[] => {
  const isWaiting = claim.errandRound === event.legRound + 1 && (claim.state === 'planned' || claim.state === 'delivered') && !claim.isDisputed;
  return [record(wish, claim), ...(event.legState === 'unanswered' && isWaiting ? unanswered(wish, claim, event) : [])];
};

/** Pure: what events of a last leg about a claim bring about: at the parent, and for whoever carried. */
export const legClaimEffectsOf = (wish: Wish, claim: Claim, event: LegClaimEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'errandRequested':
      return requested(wish, claim, event);
    case 'errandCancelled':
      return [record(wish, claim)];
    case 'errandTold':
      return told(wish, claim, event);
    case 'errandOver':
      return [record(wish, claim), ...finishGiver(claim, event), ...overdueEnded(claim, event, '不用跑了'), tell(wish, event, claim.claimerId, '这一趟不用跑了', `“${wish.title}”：${event.note}。谢谢您愿意跑这一程。`, 'claimMine')];
  }
};

/** Whoever already took it can set out. */
export const errandArrived = (wish: Wish, event: EventOf<'errandArrived'>): readonly Effect[] =>
  claimsOf(wish)
    .filter(isActive)
    .map((claim) => noticeOf(wish, event, claim.claimerId, { title: '东西到驿站了，可以去取了', body: `“${wish.title}”：去${wish.stationName || '社区驿站'}报自己的名字就能取。`, target: target('claimMine', wish._id, claim.claimId) }));

/** What ends the need for a last leg, as whoever took it reads it. */
const OVER_NOTE: Partial<Readonly<Record<ClaimEvent['kind'], string>>> = {
  claimConfirmed: '对方说已经拿到了；要是您送到的，请打社区电话，我们给您记上',
  claimHandedOver: '对方已经自己取到了',
  claimReturned: '东西还没到驿站，送的人还回去了',
  claimLapsed: '东西没有送到驿站',
  disputeOpened: '社区正在问这件东西的事，先不送了',
  errandCancelled: '对方说不用送了',
};

const overNoteOf = (claim: Claim, event: ClaimEvent): string | null =>
  event.kind === 'claimPlanned' && claim.plan !== null && claim.plan.handover !== 'station' ? '送的人改成直接送上门了' : (OVER_NOTE[event.kind] ?? null);

const toErrand = (claim: Claim, event: ClaimEvent): readonly Effect[] => {
  const { errand } = claim;
  if ((errand ?? null) === null || errand === null) return [];
  const common = { kind: 'tellErrand', errandId: errand.errandId, byId: event.byId, atMs: event.atMs, causeId: event.eventId } as const;
  if (event.kind === 'claimDelivered') return [{ ...common, news: 'arrived', note: '', isReceived: false }];
  const note = overNoteOf(claim, event);
  if (note === null) return [];
  const isReceived = event.kind === 'claimConfirmed' || event.kind === 'claimHandedOver';
  return [{ ...common, news: 'over', note, isReceived }, ...(event.kind === 'errandCancelled' ? [] : [closed(claim, claim.errandRound - 1, event, '不用再送了')])];
};

/** Events after which an errand's parent looks at it anew. */
const TELLING: readonly WishEvent['kind'][] = ['claimHeld', 'claimDelivered', 'claimReturned', 'claimLapsed', 'claimConfirmed', 'claimHandedOver', 'disputeEnded', 'errandOver', 'withdrawn', 'expired', 'completed'];

const toParent = (errand: Wish, event: WishEvent): readonly Effect[] => {
  if (!errand.errandFor || !TELLING.includes(event.kind)) return [];
  const confirmedBy = claimsOf(errand).find((claim) => claim.state === 'confirmed')?.confirmedBy;
  return [{ kind: 'tellLastLeg', wishId: errand.errandFor.wishId, claimId: errand.errandFor.claimId, errandId: errand._id, revision: errand.revision, ...legOf(errand), byId: confirmedBy ?? event.byId, atMs: event.atMs }];
};

/** Pure: what the two sides of a last leg tell each other after an event, whatever else it brings about. */
export const lastLegEffectsOf = (wish: Wish, event: WishEvent): readonly Effect[] => {
  if ((wish.errandFor ?? null) !== null) return toParent(wish, event);
  const claim = 'claimId' in event ? wish.claims[event.claimId] : undefined;
  return claim === undefined || !('claimId' in event) ? [] : toErrand(claim, event);
};
