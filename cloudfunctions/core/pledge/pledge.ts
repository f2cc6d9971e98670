import type { NeedKind, PledgeState, PledgeView } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import type { Step, Steps } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { maskedName, worksAt, type Member } from '../member/member';
import { RULES } from '../rules';

export type PledgeKind = Exclude<NeedKind, 'hours'>;

export type PledgeEvent = OutboxEvent &
  (
    | { readonly kind: 'promised' | 'accepted' | 'used' | 'withdrawn' | 'lapsed' | 'reminded' | 'codeMissed' | 'over' }
    | { readonly kind: 'received'; readonly count: number }
    | { readonly kind: 'refused' }
  );

/** What one neighbour promised to a campaign. Kept there by the same act; here until it came or ended, exactly once. */
export interface Pledge extends Aggregate<PledgeEvent> {
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly needId: string;
  readonly kind: PledgeKind;
  readonly needText: string;
  readonly unit: string;
  readonly count: number;
  readonly receivedCount: number | null;
  readonly note: string;
  readonly giverId: string;
  readonly giverName: string;
  /** Who says yes to a place. */
  readonly answerableId: string;
  readonly communityId: string;
  readonly stationName: string;
  readonly state: PledgeState;
  readonly pledgedAtMs: number;
  readonly untilMs: number;
  readonly endedAtMs: number | null;
  readonly isReminded: boolean;
  readonly codeHash: string;
  readonly triesLeft: number;
  readonly wrong: Readonly<Record<string, 1>>;
  /** Why it was not needed. */
  readonly reason: string;
  /** Ids of the acts that made or ended it → hash of their input. Few: each of them ends it or lets it go on once. */
  readonly steps: Steps;
}

export const pledgeIdOf = (operationId: string): string => deriveId('pl', operationId);

export type PledgeDraft = Pick<Pledge, 'campaignId' | 'campaignTitle' | 'needId' | 'kind' | 'needText' | 'unit' | 'count' | 'note' | 'answerableId' | 'communityId' | 'stationName'>;

/** Pure: a promise as its act makes it. */
export const newPledge = (draft: PledgeDraft, giver: Member, codeHash: string, step: Step): Pledge => ({
  ...draft, _id: pledgeIdOf(step.operationId), receivedCount: null, giverId: giver._id, giverName: giver.displayName, state: 'promised', pledgedAtMs: step.nowMs, untilMs: step.nowMs + RULES.pledge.promisedMs,
  endedAtMs: null, isReminded: false, codeHash, triesLeft: RULES.pledge.codeTries, wrong: {}, reason: '', steps: { [step.operationId]: step.inputHash },
  ...bornWith<PledgeEvent>({ kind: 'promised', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId }),
});

export const isWaiting = ({ state }: Pick<Pledge, 'state'>): boolean => state === 'promised' || state === 'accepted';

/** Whoever keeps the station; never for oneself. */
export const receivesFor = (member: Member, { communityId }: Pick<Pledge, 'communityId'>): boolean => worksAt(member, communityId, ['administrator', 'staff', 'socialWorker', 'volunteer']);

export const answersFor = (member: Member, { answerableId }: Pick<Pledge, 'answerableId'>): boolean => member._id === answerableId;

/** Sees it at all: who gives, who answers for the campaign, who keeps the station. */
export const seesPledge = (member: Member, pledge: Pledge): boolean => pledge.giverId === member._id || answersFor(member, pledge) || receivesFor(member, pledge);

export const pledgeView = (pledge: Pledge, reader: Member, code: string | null): PledgeView => {
  const { _id, campaignId, campaignTitle, needId, kind, needText, unit, count, receivedCount, note, giverId, giverName, state, pledgedAtMs, untilMs, endedAtMs, stationName, reason } = pledge;
  const isMine = giverId === reader._id;
  const isAnswerable = answersFor(reader, pledge);
  return {
    pledgeId: _id, campaignId, campaignTitle, needId, kind, needText, unit, count, receivedCount, note, state, pledgedAtMs, untilMs, endedAtMs, stationName, reason,
    code: isMine && kind === 'goods' && state === 'promised' ? code : null,
    giverText: isMine ? '' : isAnswerable ? giverName : maskedName(giverName),
    may: {
      withdraw: isMine && isWaiting(pledge),
      answer: isAnswerable && !isMine && kind === 'place' && state === 'promised',
      use: isAnswerable && kind === 'place' && state === 'accepted',
      receive: !isMine && kind === 'goods' && state === 'promised' && receivesFor(reader, pledge),
    },
  };
};

/** What must hold at every moment; a false is a defect. */
export const isPledgeCoherent = (pledge: Pledge): boolean =>
  isWaiting(pledge) === (pledge.endedAtMs === null) &&
  (pledge.state === 'received' || pledge.state === 'used') === (pledge.receivedCount !== null) &&
  (pledge.receivedCount === null || (pledge.receivedCount >= 1 && pledge.receivedCount <= pledge.count)) &&
  (pledge.kind === 'place' || (pledge.state !== 'accepted' && pledge.state !== 'used')) &&
  pledge.triesLeft + Object.keys(pledge.wrong).length === RULES.pledge.codeTries &&
  Object.keys(pledge.outbox).length === pledge.pendingEvents;
