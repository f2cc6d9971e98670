/** How often an openapi call may be made: within a minute and within a day (UTC+8), for the whole mini-program. */
import type { Clock } from '../kernel/clock';
import { refusal, type OpenapiReply } from './reply';

export interface Quota {
  readonly perMinute: number;
  readonly perDay: number;
}

/** Documentation of each call; calls not listed are not counted. */
const DOCUMENTED: Readonly<Record<string, Quota>> = {
  'security.msgSecCheck': { perMinute: 4000, perDay: 2_000_000 },
  'security.mediaCheckAsync': { perMinute: 2000, perDay: 200_000 },
  'security.imgSecCheck': { perMinute: 2000, perDay: 200_000 },
  'wxacode.getUnlimited': { perMinute: 5000, perDay: Infinity },
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CHINA_OFFSET_MS = 8 * 60 * MINUTE_MS;

interface Window {
  readonly index: number;
  used: number;
}

export class Quotas {
  private readonly changed = new Map<string, Quota>();
  private readonly windows = new Map<string, Window>();

  constructor(private readonly clock: Clock) {}

  /** Counts one call; 45009 when there were enough. WeChat gives the minute and the day the same text. */
  take(apiName: string): OpenapiReply | undefined {
    const quota = this.of(apiName);
    if (quota === undefined) return undefined;
    const nowMs = this.clock.nowMs();
    const isFree = this.count(`${apiName} minute`, Math.floor(nowMs / MINUTE_MS), quota.perMinute) && this.count(`${apiName} day`, Math.floor((nowMs + CHINA_OFFSET_MS) / DAY_MS), quota.perDay);
    return isFree ? undefined : refusal(45009, 'reach max api daily quota limit');
  }

  of(apiName: string): Quota | undefined {
    return this.changed.get(apiName) ?? DOCUMENTED[apiName];
  }

  /** Another limit than the documented one, for tests. */
  change(apiName: string, quota: Partial<Quota>): Quota {
    const known = this.of(apiName) ?? { perMinute: Infinity, perDay: Infinity };
    const next = { ...known, ...quota };
    this.changed.set(apiName, next);
    return next;
  }

  clear(): void {
    this.changed.clear();
    this.windows.clear();
  }

  private count(name: string, index: number, limit: number): boolean {
    const known = this.windows.get(name);
    const window = known?.index === index ? known : { index, used: 0 };
    this.windows.set(name, window);
    if (window.used >= limit) return false;
    window.used += 1;
    return true;
  }
}
