import type { ClaimRecord } from '../../../cloudfunctions/core/claim/claim-record';
import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import type { Member } from '../../../cloudfunctions/core/member/member';

export interface TaskLine {
  readonly kind: string;
  readonly wishId: string | null;
  readonly claimId: string | null;
  isOpen: boolean;
}

export interface TodoLine {
  readonly memberId: string;
  readonly wishId: string | null;
  isOpen: boolean;
}

export type Flags = Pick<Member, 'overdueClaimIds' | 'settledClaimIds'>;

/** A member never remembers more settled claims than this (`overdue-flag.repository.ts`). */
const SETTLED_MAX = 50;

/**
 * What effects write elsewhere, in memory: every branch repeats harmlessly, as `applyEffect` does, because the crowd
 * delivers events twice, late and half. What no check asks for is not kept.
 */
export class ReadModels {
  readonly claims = new Map<string, ClaimRecord>();
  readonly tasks = new Map<string, TaskLine>();
  readonly todos = new Map<string, TodoLine>();
  readonly earnings = new Map<string, EffectOf<'earnPoints'>>();
  readonly voided = new Set<string>();
  /** Household's quota id → the wishes that use it. */
  readonly quotas = new Map<string, Set<string>>();
  readonly units = new Map<string, Flags>();

  constructor(private readonly members: Map<string, Member>) {}

  carryOut(effect: Effect): void {
    switch (effect.kind) {
      case 'notice':
        if (effect.todo !== null && !this.todos.has(effect.noticeId)) this.todos.set(effect.noticeId, { memberId: effect.memberId, wishId: effect.target.wishId, isOpen: true });
        return;
      case 'finishNotice': {
        const todo = this.todos.get(effect.noticeId);
        if (todo !== undefined) todo.isOpen = false;
        return;
      }
      case 'openTask':
        if (!this.tasks.has(effect.taskId)) this.tasks.set(effect.taskId, { kind: effect.taskKind, wishId: effect.wishId, claimId: effect.claimId, isOpen: true });
        return;
      case 'closeTask':
        return this.closeTask(effect.taskId);
      case 'claimRecord': {
        const standing = this.claims.get(effect.record._id);
        if (standing === undefined || standing.revision < effect.record.revision) this.claims.set(effect.record._id, effect.record);
        return;
      }
      case 'earnPoints':
        if (!this.earnings.has(effect.transferId)) this.earnings.set(effect.transferId, effect);
        return;
      case 'voidPoints':
        if (this.earnings.has(effect.transferId)) this.voided.add(effect.transferId);
        return;
      case 'releaseQuota':
        this.quotas.get(effect.quotaId)?.delete(effect.reservationId);
        return;
      case 'flagOverdue':
        return this.flag(effect.memberId, effect.claimId);
      case 'unflagOverdue':
        return this.unflag(effect.memberId, effect.claimId);
      default:
        // Messages, media and what tells aggregates that this crowd does not have.
        return;
    }
  }

  closeTask(taskId: string): void {
    const task = this.tasks.get(taskId);
    if (task !== undefined) task.isOpen = false;
  }

  reserve(quotaId: string, wishId: string): void {
    const held = this.quotas.get(quotaId) ?? new Set<string>();
    this.quotas.set(quotaId, held.add(wishId));
  }

  /** Of a person or of a unit, whoever the claim belongs to. */
  flagsOf(partyId: string): Flags | undefined {
    return this.members.get(partyId) ?? this.units.get(partyId);
  }

  private flag(partyId: string, claimId: string): void {
    const flags = this.flagsOf(partyId);
    if (flags === undefined || flags.settledClaimIds.includes(claimId) || flags.overdueClaimIds.includes(claimId)) return;
    this.changeFlags(partyId, { ...flags, overdueClaimIds: [...flags.overdueClaimIds, claimId] });
  }

  private unflag(partyId: string, claimId: string): void {
    const flags = this.flagsOf(partyId);
    if (flags === undefined || flags.settledClaimIds.includes(claimId)) return;
    this.changeFlags(partyId, { overdueClaimIds: flags.overdueClaimIds.filter((id) => id !== claimId), settledClaimIds: [...flags.settledClaimIds, claimId].slice(-SETTLED_MAX) });
  }

  private changeFlags(partyId: string, { overdueClaimIds, settledClaimIds }: Flags): void {
    const member = this.members.get(partyId);
    if (member === undefined) this.units.set(partyId, { overdueClaimIds, settledClaimIds });
    else this.members.set(partyId, { ...member, overdueClaimIds, settledClaimIds });
  }
}
