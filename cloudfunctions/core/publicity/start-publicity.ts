import { bornWith } from '../aggregate/aggregate';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import type { CalendarOverrides } from '../kernel/working-days';
import { RULES } from '../rules';
import { publicityIdOf, type Publicity } from './publicity';
import { periodFrom } from './publicity-period';

/** The publicity as it is first written, in its first run; the id is its subject, so it starts once. */
export const newPublicity = (effect: EffectOf<'startPublicity'>, overrides: CalendarOverrides): Publicity => {
  const run = { daysNeeded: RULES.publicity.workingDays, daysDone: 0, runFromMs: effect.atMs };
  const publicityId = publicityIdOf(effect.subjectKind, effect.subjectId);
  return {
    _id: publicityId,
    state: 'running',
    isOpen: true,
    subjectKind: effect.subjectKind,
    subjectId: effect.subjectId,
    maskedName: effect.maskedName,
    aidText: effect.aidText,
    areaId: effect.areaIds.at(-1) ?? '',
    areaIds: effect.areaIds,
    communityName: effect.communityName,
    startedById: effect.startedById,
    startedAtMs: effect.atMs,
    endedAtMs: null,
    shownAtMs: effect.atMs,
    ...run,
    ...periodFrom(run, overrides),
    objections: {},
    openObjections: 0,
    postings: { community: null, street: null, district: null },
    steps: {},
    isForgotten: false,
    ...bornWith({ kind: 'started', eventId: deriveId('e', publicityId, 'started'), atMs: effect.atMs, byId: effect.startedById }),
  };
};
