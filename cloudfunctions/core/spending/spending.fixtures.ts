import { bornWith } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import { applyChange } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import type { Versioned } from '../aggregate/versioned';
import { unwrap, type Result } from '../kernel/result';
import { START_MS } from '../wish/wish.fixtures';
import type { SpendingAsk, SpendingRight } from './ask-spending';
import type { SpendingPart } from './spending';
import type { SpendingEvent } from './spending-event';

/** The smallest host there is: what a campaign, a directed gift or a grant have in common. */
export type PlainHost = Versioned<SpendingEvent> & SpendingPart;

const BIRTH: SpendingEvent = { kind: 'spendingAsked', eventId: 'e_birth', atMs: START_MS, byId: 'm_x', spendingId: '' };

export const hostWith = (fundsLeftFen: number): PlainHost => ({ _id: 'host', state: 'open', version: 1, steps: {}, fundsLeftFen, spendings: {}, ...bornWith<SpendingEvent>(BIRTH) });

export const askOf = (changes: Partial<SpendingAsk> = {}): SpendingAsk => ({ useKey: 'repair', useLabel: '公共部位维修', text: '扶手材料', amountFen: 30_000, payee: { name: '平安五金店', memberId: null, isPerson: false }, receiptFileIds: ['cloud://x/uploads/a.jpg'], ...changes });

export const open = (accountingAgentId: string | null = null): SpendingRight => ({ refusal: null, accountingAgentId });

/** One act of somebody; `nth` tells their acts apart. */
export const actOf = (actorId: string, nth = 0, atMs = START_MS): Step => ({ actorId, operationId: `operation_${actorId}_${nth}`, inputHash: `${nth}`, nowMs: atMs });

/** The host after a decision that must be a change. */
export const after = (host: PlainHost, decided: Result<OutcomeOf<SpendingEvent>>): PlainHost => {
  const outcome = unwrap(decided);
  return outcome.kind === 'replay' ? host : applyChange<SpendingEvent, PlainHost>(host, outcome.change);
};
