import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import { communityIssuance, memberHours } from '../../../cloudfunctions/core/ledger/account';
import { decideReversal, decideTransfer } from '../../../cloudfunctions/core/ledger/decide-transfer';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { RULES } from '../../../cloudfunctions/core/rules';
import { decideCounted } from '../../../cloudfunctions/core/service/change-service';
import { newRosterRecord } from '../../../cloudfunctions/core/service/open-service';
import { decideBooking, emptyDay, serviceDayIdOf, type ServiceDay } from '../../../cloudfunctions/core/service/service-day';
import type { ServiceEvent } from '../../../cloudfunctions/core/service/service-event';
import { SERVICE_KIND } from '../../../cloudfunctions/core/service/service-kind';
import { serviceLineIdOf, servicePointsIdOf } from '../../../cloudfunctions/core/service/service-line';
import type { ServiceRecord } from '../../../cloudfunctions/core/service/service-record';
import { AggregateShelf } from './aggregate-shelf';
import type { LedgerBook } from './ledger-book';

/** What records of service bring about. */
export type ServiceEffect = EffectOf<'openService' | 'countService' | 'servicePoints'>;

const SERVICE_EFFECTS: readonly string[] = ['openService', 'countService', 'servicePoints'] satisfies readonly ServiceEffect['kind'][];

export const isServiceEffect = (effect: Effect): effect is ServiceEffect => SERVICE_EFFECTS.includes(effect.kind);

/** Records of service in the demo with the days that say what counts of them. */
export class ServiceShelves {
  readonly records: AggregateShelf<ServiceRecord, ServiceEvent>;
  readonly days = new Map<string, ServiceDay>();

  constructor(
    carryOut: (effect: Effect) => void,
    private readonly book: LedgerBook,
    private readonly member: (id: string) => Member,
  ) {
    this.records = new AggregateShelf(SERVICE_KIND, carryOut);
  }

  carryOut(effect: ServiceEffect): void {
    switch (effect.kind) {
      case 'openService':
        return this.records.insert(newRosterRecord(effect.opening, this.member(effect.opening.memberId), this.member(effect.opening.recordedById).displayName), effect.opening.atMs);
      case 'countService':
        return this.count(effect);
      case 'servicePoints':
        return this.earn(effect);
    }
  }

  private count(effect: EffectOf<'countService'>): void {
    const { recordId, n, memberId, title, parts, atMs } = effect;
    const standing = effect.days.map((day) => this.days.get(serviceDayIdOf(memberId, day)) ?? emptyDay(memberId, day));
    const { outcome, days } = decideBooking(standing, { recordId, n, title, parts });
    for (const day of days) this.days.set(day._id, day);
    // Known from before: the lines are written, and the record has heard it.
    if (days.length > 0) this.writeLines(effect, outcome.kind === 'counted' ? outcome.minutes : 0);
    if (parts.length > 0) this.records.act(recordId, atMs, (record) => decideCounted(record, n, outcome, atMs));
  }

  private writeLines({ recordId, n, memberId, communityId, causeText, atMs }: EffectOf<'countService'>, amount: number): void {
    const cause = { kind: 'service', aggregateId: recordId, text: causeText };
    const creditAccount = memberHours(memberId);
    this.book.later(atMs, ({ transfers, accounts }) => {
      const before = transfers.get(serviceLineIdOf(recordId, n - 1));
      const undone = before === undefined ? 'nothingLeft' : decideReversal(accounts.get(creditAccount) ?? null, before, cause, atMs);
      return typeof undone === 'string' ? null : undone;
    });
    this.book.later(atMs, ({ accounts }) => (amount === 0 ? null : unwrap(decideTransfer(accounts.get(creditAccount) ?? null, { transferId: serviceLineIdOf(recordId, n), asset: 'hours', debitAccount: communityIssuance(communityId), creditAccount, amount, cause, communityId, nowMs: atMs, waits: null }))));
  }

  /** Nobody in the demo is put right after the points were posted. */
  private earn({ recordId, n, memberId, communityId, minutes, causeText, atMs }: EffectOf<'servicePoints'>): void {
    if (n > 1) this.book.carryOut({ kind: 'voidPoints', transferId: servicePointsIdOf(recordId, n - 1), reason: 'service', atMs });
    if (minutes === 0) return;
    this.book.earn({ transferId: servicePointsIdOf(recordId, n), memberId, communityId, earningKind: 'service', quantity: minutes, withId: null, causeText, aggregateId: recordId, atMs, dueAtMs: atMs + RULES.points.pendingMs });
  }
}
