import type { ApproverRole, FundState, GrantState } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import type { Area } from '../area/area';
import { chinaDay } from '../kernel/clock';
import { RULES } from '../rules';
import type { FundEvent } from './fund-event';

/** One yes to an application: as whom, to how much. */
export interface GrantYes {
  readonly role: ApproverRole;
  readonly amountFen: number;
  readonly atMs: number;
}

/** An application as its fund knows it: an entry of its map, small. What it spends is the grant's own. */
export interface FundEntry {
  readonly title: string;
  readonly contactId: string;
  readonly askedFen: number;
  readonly state: Exclude<GrantState, 'reported'>;
  /** By member id, all to the same amount. */
  readonly yesses: Readonly<Record<string, GrantYes>>;
  readonly grantedFen: number | null;
  readonly grantedAtMs: number | null;
  readonly returnedFen: number;
  readonly returnedAtMs: number | null;
}

/**
 * A year's development fund of a community (社区发展基金): project money that a document gave, never donations. It holds
 * what every committee was granted, so that no two decisions give the same money away: the guard is `leftFen`.
 */
export interface Fund extends Versioned<FundEvent> {
  readonly state: FundState;
  readonly communityId: string;
  readonly communityName: string;
  readonly areaIds: readonly string[];
  readonly year: number;
  readonly documentNo: string;
  readonly rulesText: string;
  readonly budgetFen: number;
  readonly perGrantMaxFen: number;
  readonly leftFen: number;
  readonly grants: Readonly<Record<string, FundEntry>>;
  /** Keeps the street's books for it; null where there is nobody. */
  readonly accountingAgentId: string | null;
  readonly formerAgentId: string | null;
  readonly openedAtMs: number;
  readonly closedAtMs: number | null;
  readonly returnedFen: number;
  readonly reportText: string;
  readonly operationId: string;
  readonly inputHash: string;
}

/** A community has one a year: two administrators who open it at once open the same one. */
export const fundIdOf = (communityId: string, year: number): string => `${communityId}_${year}`;

export const communityOfFund = (fundId: string): string => fundId.split('_')[0] ?? '';

export const yearOf = (nowMs: number): number => Number(chinaDay(nowMs).slice(0, 4));

export type FundDraft = Pick<Fund, 'documentNo' | 'rulesText' | 'budgetFen' | 'perGrantMaxFen'>;

export const newFund = (draft: FundDraft, community: Pick<Area, '_id' | 'name' | 'areaIds'>, step: Step): Fund => {
  const year = yearOf(step.nowMs);
  return {
    _id: fundIdOf(community._id, year), state: 'open', ...draft, communityId: community._id, communityName: community.name, areaIds: community.areaIds, year, leftFen: draft.budgetFen, grants: {},
    accountingAgentId: null, formerAgentId: null, openedAtMs: step.nowMs, closedAtMs: null, returnedFen: 0, reportText: '', operationId: step.operationId, inputHash: step.inputHash,
    version: 1, steps: {}, ...bornWith<FundEvent>({ kind: 'opened', ...bySomebody(step) }),
  };
};

export const entryOf = ({ grants }: Pick<Fund, 'grants'>, grantId: string): FundEntry | null => (Object.hasOwn(grants, grantId) ? (grants[grantId] ?? null) : null);

/** With committees, or spent by them. */
export const grantedFenOf = ({ grants }: Pick<Fund, 'grants'>): number => Object.values(grants).reduce((sum, { grantedFen, returnedFen }) => sum + (grantedFen ?? 0) - returnedFen, 0);

const isEntryRight = (entry: FundEntry): boolean =>
  (entry.grantedFen !== null) === (entry.state === 'granted' || entry.state === 'closed') && !Object.hasOwn(entry.yesses, entry.contactId) &&
  entry.returnedFen >= 0 && entry.returnedFen <= (entry.grantedFen ?? 0) && (entry.grantedFen === null || Object.keys(entry.yesses).length >= RULES.fund.yesses);

/** What must hold at every moment; a false is a defect. */
export const isFundCoherent = (fund: Fund): boolean =>
  fund.leftFen >= 0 && fund.leftFen + grantedFenOf(fund) + fund.returnedFen === fund.budgetFen &&
  Object.values(fund.grants).every(isEntryRight) && Object.keys(fund.grants).length <= RULES.fund.grantsMax &&
  (fund.state === 'closed') === (fund.closedAtMs !== null) && (fund.state === 'open' || fund.leftFen === 0) &&
  Object.keys(fund.outbox).length === fund.pendingEvents && Object.keys(fund.steps).length <= STEPS_MAX;
