import type { GrantBudgetLine, GrantState } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { deriveId } from '../kernel/ids';
import type { Refusal } from '../kernel/result';
import { grantFunds } from '../ledger/account';
import { worksAt, type Member } from '../member/member';
import { fundsOf, hasOpenSpendings, isSpendingPartCoherent, type SpendingPart } from '../spending/spending';
import type { HostFacts } from '../spending/spending-row';
import type { Fund } from './fund';
import type { GrantEvent } from './grant-event';

/** Money of a development fund with a committee: what for, what was spent, what came of it. A host of spendings. */
export interface Grant extends Versioned<GrantEvent>, SpendingPart {
  readonly state: GrantState;
  readonly fundId: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly areaIds: readonly string[];
  readonly title: string;
  readonly story: string;
  /** A team whose leads may act for it as well; null for a committee with a name of its own. */
  readonly teamId: string | null;
  readonly committeeName: string;
  /** Applied, and answers for it. */
  readonly contactId: string;
  readonly budgetLines: readonly GrantBudgetLine[];
  /** The sum of its lines. */
  readonly askedFen: number;
  readonly grantedFen: number | null;
  readonly accountingAgentId: string | null;
  readonly appliedAtMs: number;
  readonly grantedAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly returnedFen: number;
  /** Why it was refused, or what its report lacks; empty otherwise. */
  readonly note: string;
  readonly reportText: string;
  readonly inputHash: string;
}

export interface GrantDraft {
  readonly title: string;
  readonly story: string;
  readonly teamId: string | null;
  readonly committeeName: string;
  readonly budgetLines: readonly GrantBudgetLine[];
}

export const grantIdOf = (operationId: string): string => deriveId('gr', operationId);

export const sumOfLines = (lines: readonly Pick<GrantBudgetLine, 'amountFen'>[]): number => lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

export const newGrant = (draft: GrantDraft, fund: Pick<Fund, '_id' | 'communityId' | 'communityName' | 'areaIds'>, step: Step): Grant => ({
  _id: grantIdOf(step.operationId), state: 'applied', ...draft, fundId: fund._id, communityId: fund.communityId, communityName: fund.communityName, areaIds: fund.areaIds,
  contactId: step.actorId, askedFen: sumOfLines(draft.budgetLines), grantedFen: null, accountingAgentId: null, appliedAtMs: step.nowMs, grantedAtMs: null, closedAtMs: null, returnedFen: 0, note: '', reportText: '',
  fundsLeftFen: 0, spendings: {}, inputHash: step.inputHash, version: 1, steps: {}, ...bornWith<GrantEvent>({ kind: 'applied', ...bySomebody(step) }),
});

/** Acts for the committee: its contact, and whoever leads its team. */
export const actsForGrant = ({ contactId, teamId }: Pick<Grant, 'contactId' | 'teamId'>, member: Member): boolean => contactId === member._id || (teamId !== null && member.ledTeamIds.includes(teamId));

export const grantFacts = (grant: Grant): HostFacts => ({
  hostKind: 'grant', hostId: grant._id, title: grant.title, communityId: grant.communityId, communityName: grant.communityName, areaIds: grant.areaIds, fundsAccount: grantFunds(grant._id), accountingAgentId: grant.accountingAgentId,
});

/** Why somebody may not ask for its money; null when they may: the committee, and staff who record it for them. */
export const grantAskRefusal = (grant: Grant, member: Member): Refusal | null => {
  if (!actsForGrant(grant, member) && !worksAt(member, grant.communityId, ['administrator', 'staff'])) return { code: 'NOT_ALLOWED' };
  return grant.state === 'granted' ? null : { code: 'GRANT_CHANGED' };
};

const hasMoney = ({ state }: Pick<Grant, 'state'>): boolean => state === 'granted' || state === 'reported' || state === 'closed';

/** What must hold at every moment; a false is a defect. */
export const isGrantCoherent = (grant: Grant): boolean =>
  isSpendingPartCoherent(grant) && hasMoney(grant) === (grant.grantedFen !== null) && fundsOf(grant) + grant.returnedFen === (grant.grantedFen ?? 0) &&
  (grant.state === 'granted' || !hasOpenSpendings(grant)) && (grant.state === 'closed') === (grant.closedAtMs !== null) && (grant.state !== 'closed' || grant.fundsLeftFen === 0) &&
  grant.askedFen === sumOfLines(grant.budgetLines) && Object.keys(grant.outbox).length === grant.pendingEvents && Object.keys(grant.steps).length <= STEPS_MAX;
