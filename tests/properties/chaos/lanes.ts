import type { RouteName } from '@contract';
import type { Dice } from '../../../bench/dice';
import type { CallFault } from '../../../devtools/local-cloud';
import type { Community } from '../../flows/support/community';

/** One call as a phone would make it; sent again it carries the same operation id. */
export interface Call {
  readonly openid: string;
  readonly route: RouteName;
  readonly input: unknown;
  readonly operationId: string;
}

/** Calls under way at a time. */
const LANES = 8;
/** How often a phone sends the same again before its person gives up. */
const TRIES_MAX = 4;

const faultOf = (dice: Dice): CallFault => {
  const kind = dice.pick(['kill', 'kill', 'cut', 'conflict', 'error', 'latency'] as const);
  const target = dice.roll(5) === 0 ? { function: 'jobs' } : { function: 'api' };
  return { ...target, kind, nth: 1 + dice.roll(14), when: dice.pick(['before', 'after'] as const), times: 1, ...(kind === 'latency' && { ms: 20 + dice.roll(400) }) };
};

export interface Town {
  /** What somebody does now. */
  readonly draw: () => Call;
  /** Before it is sent the first time. */
  readonly asked?: (call: Call) => void;
  /** A reply that said yes; comes once more for each time it is sent again. */
  readonly answered?: (call: Call, data: unknown) => void;
}

/** Eight calls at a time, one in six with a fault armed somewhere in its way; some are sent again, some given up. */
export class Lanes {
  sent = 0;
  faults = 0;
  /** By reply: 'ok', a code, or 'lost'. */
  readonly replies: Record<string, number> = {};

  constructor(
    private readonly community: Community,
    private readonly dice: Dice,
    private readonly town: Town,
  ) {}

  async wave(calls: number): Promise<void> {
    let left = calls;
    const lane = async (): Promise<void> => {
      for (; left > 0; ) {
        left -= 1;
        await this.oneCall();
      }
    };
    await Promise.all([...Array.from({ length: LANES }, lane), ...(this.dice.roll(3) === 0 ? [this.community.runJobs()] : [])]);
  }

  /** Faults of rules that have not acted stay armed; the next calls meet them. */
  private arm(): void {
    const { faults } = this.community.cloud.cloud;
    const waiting = faults.list().flatMap(({ rule, left }) => (left > 0 ? [rule] : []));
    faults.arm([...waiting.slice(-3), faultOf(this.dice)]);
    this.faults += 1;
  }

  private async oneCall(): Promise<void> {
    if (this.dice.roll(6) === 0) this.arm();
    const call = this.town.draw();
    this.town.asked?.(call);
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const isOver = await this.send(call);
      // Some phones send again what was answered: a double tap, a reply that came too late.
      if (isOver && this.dice.roll(10) > 0) return;
      // Some people give up, and what they began is left to the timer.
      if (!isOver && this.dice.roll(4) === 0) return;
    }
  }

  /** One sending; false when the same should be sent again. */
  private async send(call: Call): Promise<boolean> {
    this.sent += 1;
    const answer = await this.community.send(call.openid, call.route, call.input as never, call.operationId);
    const reply = answer.ok === true ? 'ok' : answer.ok === false ? answer.error.code : 'lost';
    this.replies[reply] = (this.replies[reply] ?? 0) + 1;
    if (answer.ok === true) this.town.answered?.(call, answer.data);
    return reply !== 'lost' && reply !== 'UNEXPECTED' && reply !== 'BUSY';
  }
}

/** The timer after each of these pauses: what failed once is looked at again after two minutes, an unanswered photo after thirty. */
export const settle = async (community: Community, pausesMinutes: readonly number[]): Promise<void> => {
  for (const minutes of pausesMinutes) {
    await community.advance(minutes * 60_000);
    await community.runJobs();
  }
};
