import type { RoundCreateInput } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import type { Area } from '../area/area';
import { ancestorAt } from '../kernel/area-tree';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { RULES } from '../rules';
import { bySomebody } from './round-step';
import type { Round } from './round';

export const roundIdOf = (operationId: string): string => deriveId('r', operationId);

type Times = Pick<RoundCreateInput, 'startsAtMs' | 'endsAtMs'>;

/** Why these times do not do; null when they do. `kind` decides how long one may last. */
export const timesRefusalOf = (kind: Round['kind'], times: Times, nowMs: number): ReturnType<typeof refuse> | null => {
  if (times.endsAtMs <= Math.max(nowMs, times.startsAtMs)) return refuse('BAD_INPUT', { fields: { endsAtMs: '结束要在开始以后，而且还没过去' } });
  if (kind === 'onSite' && times.endsAtMs - times.startsAtMs > RULES.round.onSiteHoursMax * HOUR_MS) return refuse('BAD_INPUT', { fields: { endsAtMs: '现场认领是一天里的事，结束早一点' } });
  if (times.endsAtMs - times.startsAtMs > RULES.round.daysMax * DAY_MS) return refuse('BAD_INPUT', { fields: { endsAtMs: `一期最长 ${RULES.round.daysMax} 天` } });
  return null;
};

/** Pure: a round in preparation. It opens and ends by its own clocks. Refusals: BAD_INPUT. */
export const decideRound = (input: RoundCreateInput, area: Pick<Area, '_id' | 'name' | 'areaIds' | 'level'>, screenCode: string | null, step: Step): Result<Round> => {
  const streetId = ancestorAt(area._id, 'street');
  if (streetId === null || area.level === 'grid') return refuse('BAD_INPUT', { fields: { areaId: '选一个街道或社区' } });
  const refusal = timesRefusalOf(input.kind, input, step.nowMs);
  if (refusal !== null) return refusal;
  return accept({
    _id: roundIdOf(step.operationId),
    kind: input.kind,
    state: 'draft',
    title: input.title,
    theme: input.theme,
    areaId: area._id,
    areaIds: area.areaIds,
    areaName: area.name,
    streetId,
    organiserId: step.actorId,
    startsAtMs: input.startsAtMs,
    endsAtMs: input.endsAtMs,
    screenCode,
    wishIds: [],
    openedAtMs: null,
    endedAtMs: null,
    releasedWishes: 0,
    fold: null,
    report: null,
    reportedAtMs: null,
    reportDueAtMs: null,
    reportPass: 0,
    version: 1,
    inputHash: step.inputHash,
    steps: {},
    ...bornWith({ kind: 'created' as const, ...bySomebody(step) }),
  });
};
