/** What each invocation cost, the last few thousand of them. */
import type { Invocation, LogRecord, WireCallRecord } from './invocation';

export interface MeterRecord {
  readonly requestId: string;
  readonly function: string;
  readonly route?: string;
  readonly openid?: string;
  readonly outcome: 'ok' | 'error';
  readonly errCode?: number;
  readonly calls: readonly WireCallRecord[];
  readonly totals: { readonly requests: number; readonly documentsExamined: number; readonly documentsReturned: number };
  readonly logs: readonly LogRecord[];
  readonly meters: readonly unknown[];
  /** Real time, epoch milliseconds. */
  readonly startedAtMs: number;
  readonly wallMs: number;
}

const KEPT = 5000;

export class Meters {
  private records: MeterRecord[] = [];

  add(invocation: Invocation, errCode: number | undefined): void {
    const sum = (pick: (call: WireCallRecord) => number | undefined): number => invocation.wireCalls.reduce((total, call) => total + (pick(call) ?? 0), 0);
    this.records.push({
      requestId: invocation.requestId,
      function: invocation.functionName,
      ...(invocation.route !== undefined && { route: invocation.route }),
      ...(invocation.openid !== undefined && { openid: invocation.openid }),
      outcome: errCode === undefined ? 'ok' : 'error',
      ...(errCode !== undefined && { errCode }),
      calls: invocation.wireCalls,
      totals: {
        requests: invocation.wireCalls.length,
        documentsExamined: sum((call) => call.documentsExamined),
        documentsReturned: sum((call) => call.documentsReturned),
      },
      logs: invocation.logs,
      meters: invocation.notes,
      startedAtMs: invocation.startedAtMs,
      wallMs: Date.now() - invocation.startedAtMs,
    });
    if (this.records.length > KEPT * 1.2) this.records = this.records.slice(-KEPT);
  }

  last(count: number): readonly MeterRecord[] {
    return this.records.slice(-count);
  }

  clear(): void {
    this.records = [];
  }
}
