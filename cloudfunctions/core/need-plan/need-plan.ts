import type { NeedPlanState, NeedStepKind, WishCategory } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { holdsAt } from '../kernel/access';
import { isWithin, pathOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { worksAt, type Member } from '../member/member';

/** `answersMs`: when whoever began it had been asked to go on, so that the question is put away. */
export type NeedPlanEvent = OutboxEvent &
  (
    | { readonly kind: 'planAsked' | 'planBundled' | 'planIdle' }
    | { readonly kind: 'planAdjusted' | 'planConfirmed'; readonly answersMs: number | null }
    | { readonly kind: 'planDropped'; readonly isForgotten: boolean; readonly answersMs: number | null }
  );

export type NeedPlanOutcome = OutcomeOf<NeedPlanEvent>;

/** A 小区, or the community of needs that name none; its point is the coarse one of the area. */
export interface NeedPlace {
  readonly areaId: string;
  readonly name: string;
  readonly point: { readonly lng: number; readonly lat: number } | null;
}

/**
 * Of one need: whose it is, as a number that is good in this plan only; where, as an index of `places`; its kind, as an
 * index of `categories`; the bundle it is in, 0 for none.
 */
export type PlannedNeed = readonly [person: number, place: number, category: number, bundle: number];

/** The step that may be undone: where each need that it moved was before. `version`: that of the plan right after it. */
export interface NeedPlanStep {
  readonly kind: NeedStepKind;
  readonly byId: string;
  readonly atMs: number;
  readonly version: number;
  readonly from: Readonly<Record<string, number>>;
}

/** One bundling of a community, the whole of it one document. A bundle is the needs that carry its number. */
export interface NeedPlan extends Versioned<NeedPlanEvent> {
  readonly state: NeedPlanState;
  readonly communityId: string;
  readonly communityName: string;
  readonly areaIds: readonly string[];
  /** Which bundling of its community it is, from 1. */
  readonly sequence: number;
  readonly categories: readonly WishCategory[];
  readonly sizeMin: number;
  readonly sizeMax: number;
  readonly seed: number;
  readonly startedById: string;
  readonly startedAtMs: number;
  readonly updatedAtMs: number;
  readonly askedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly places: readonly NeedPlace[];
  readonly needs: Readonly<Record<string, PlannedNeed>>;
  readonly isAtLeast: boolean;
  readonly nextBundle: number;
  /** Version of the plan at which a bundle was last changed by hand; absent: as it was made. */
  readonly changed: Readonly<Record<string, number>>;
  readonly lastStep: NeedPlanStep | null;
  readonly inputHash: string;
}

export interface NeedPlanWords {
  readonly categories: readonly WishCategory[];
  readonly sizeMin: number;
  readonly sizeMax: number;
  readonly seed: number;
}

/** The next bundling of a community has one id, however many begin it at once. */
export const planIdOf = (communityId: string, sequence: number): string => deriveId('np', communityId, String(sequence));

export const newNeedPlan = (community: Pick<NeedPlan, 'communityId' | 'communityName'>, sequence: number, { categories, sizeMin, sizeMax, seed }: NeedPlanWords, step: Step): NeedPlan => ({
  _id: planIdOf(community.communityId, sequence),
  state: 'reading',
  communityId: community.communityId, communityName: community.communityName, areaIds: pathOf(community.communityId), sequence,
  categories: [...new Set(categories)], sizeMin, sizeMax, seed,
  startedById: step.actorId, startedAtMs: step.nowMs, updatedAtMs: step.nowMs, askedAtMs: null, endedAtMs: null,
  places: [], needs: {}, isAtLeast: false, nextBundle: 1, changed: {}, lastStep: null,
  version: 1, steps: { [step.operationId]: step.inputHash }, inputHash: step.inputHash,
  ...bornWith<NeedPlanEvent>({ kind: 'planAsked', ...bySomebody(step) }),
});

/** Staff, social workers and group owners of a community, or of a part of it, plan its projects together. */
export const plansAt = (member: Member, communityId: string): boolean =>
  worksAt(member, communityId) || holdsAt(member.roles, ['groupOwner'], communityId) || member.roles.some(({ role, areaId }) => role === 'groupOwner' && isWithin(areaId, communityId));

/** Staff change everything; a group owner what has neighbours of their area in it. */
export const plansFor = (member: Member, communityId: string, areaIds: readonly string[]): boolean => worksAt(member, communityId) || areaIds.some((areaId) => holdsAt(member.roles, ['groupOwner'], areaId));

export const isLivePlan = ({ state }: Pick<NeedPlan, 'state'>): boolean => state === 'reading' || state === 'draft';

type Needs = Pick<NeedPlan, 'needs'>;
export type NeedEntry = readonly [wishId: string, need: PlannedNeed];

/** The needs of one bundle; of 0 those in none. */
export const needsIn = ({ needs }: Needs, bundle: number): readonly NeedEntry[] => Object.entries(needs).filter(([, need]) => need[3] === bundle);

/** Bundles with their needs, in the order of their numbers; those in none are not among them. */
export const bundlesOf = ({ needs }: Needs): ReadonlyMap<number, readonly NeedEntry[]> => {
  const bundles = new Map<number, NeedEntry[]>();
  for (const entry of Object.entries(needs)) {
    const bundle = entry[1][3];
    if (bundle === 0) continue;
    const entries = bundles.get(bundle);
    if (entries === undefined) bundles.set(bundle, [entry]);
    else entries.push(entry);
  }
  return new Map([...bundles].sort(([one], [other]) => one - other));
};

/** Where the needs of a bundle are. */
export const areaIdsOf = (plan: Pick<NeedPlan, 'places'>, entries: readonly NeedEntry[]): readonly string[] => [...new Set(entries.map(([, [, place]]) => plan.places[place]?.areaId ?? ''))];

export const personsIn = (entries: readonly NeedEntry[]): number => new Set(entries.map(([, [person]]) => person)).size;

/** What must hold at every moment. */
export const isNeedPlanCoherent = (plan: NeedPlan): boolean =>
  [...bundlesOf(plan)].every(([bundle, entries]) => {
    const persons = personsIn(entries);
    return bundle < plan.nextBundle && persons >= plan.sizeMin && persons <= plan.sizeMax && new Set(entries.map(([, [, , category]]) => category)).size === 1;
  }) &&
  (plan.endedAtMs !== null) === !isLivePlan(plan) &&
  (plan.state !== 'dropped' || Object.keys(plan.needs).length === 0) &&
  Object.keys(plan.outbox).length === plan.pendingEvents &&
  Object.keys(plan.steps).length <= STEPS_MAX;
