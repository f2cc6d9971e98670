import type { DisclosureKind } from '@contract';
import type { Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { reportedOf, warnedOf, type Disclosure } from '../disclosure/disclosure';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { hasOpenSpendings } from '../spending/spending';
import { mayTell } from './directed-access';
import type { DirectedEvent } from './directed-event';
import { hasOpenThings, type DirectedGift, type DirectedOutcome } from './directed-gift';

/** Why the whole can't be told yet; null when it can. */
export const wholeRefusalOf = (gift: DirectedGift): 'DIRECTED_THINGS_OPEN' | 'DIRECTED_SPENDING_OPEN' | null => {
  if (hasOpenThings(gift)) return 'DIRECTED_THINGS_OPEN';
  return hasOpenSpendings(gift) ? 'DIRECTED_SPENDING_OPEN' : null;
};

/** Refusals: NOT_ALLOWED, DIRECTED_CHANGED, DIRECTED_THINGS_OPEN, DIRECTED_SPENDING_OPEN, OPERATION_REUSED. */
export const decideReport = (gift: DirectedGift, report: { readonly kind: DisclosureKind; readonly text: string; readonly photos: readonly string[] }, actor: Member, step: Step): Result<DirectedOutcome> => {
  if (!mayTell(gift, actor)) return refuse('NOT_ALLOWED');
  const known = knownStep(gift.steps, step);
  if (known !== null) return known;
  if (gift.state !== 'running') return refuse('DIRECTED_CHANGED');
  const isFinal = report.kind === 'final';
  const missing = isFinal ? wholeRefusalOf(gift) : null;
  if (missing !== null) return refuse(missing);
  const { disclosures, answeredIds, isOverdue } = reportedOf(gift, report, step.nowMs);
  const isOver = isFinal && gift.fundsLeftFen === 0;
  const settlings = gift.settlings + (isFinal && !isOver ? 1 : 0);
  const set = { disclosures, isReportOverdue: isOverdue, updatedAtMs: step.nowMs, ...(isFinal ? { state: isOver ? 'ended' : 'reported', endedAtMs: isOver ? step.nowMs : null, settlings } : {}) };
  return accept(versionChanged<DirectedEvent>(gift, step, set, { kind: 'reported', disclosureIds: answeredIds, photos: report.photos, isFinal, isOver, settling: settlings, ...bySomebody(step) }));
};

export const warnedByClock = (gift: DirectedGift, due: Disclosure, nowMs: number): Change<DirectedEvent> =>
  versionMoved<DirectedEvent>(gift, { disclosures: warnedOf(gift, due, nowMs) }, { kind: 'disclosureWarned', disclosureId: due.disclosureId, ...byClock(gift._id, 'disclosureWarned', due.disclosureId, nowMs) });

/** From now on nothing more is taken, and whoever answers for it is named for no other. */
export const overdueByClock = (gift: DirectedGift, due: Disclosure, nowMs: number): Change<DirectedEvent> =>
  versionMoved<DirectedEvent>(gift, { isReportOverdue: true }, { kind: 'disclosureOverdue', disclosureId: due.disclosureId, ...byClock(gift._id, 'disclosureOverdue', due.disclosureId, nowMs) });
